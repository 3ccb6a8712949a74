import {
	type ClientActionFunctionArgs,
	Link,
	type MetaFunction,
	useActionData,
	useLoaderData,
	useLocation,
} from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { ExampleTag } from "#app/features/ExampleTag.tsx";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { answerWhenUnreachable } from "#app/features/ServerForm/answerWhenUnreachable.ts";
import { protect } from "#app/http/protect.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { TextArea } from "#app/ui/Field.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import type { ConflictProps } from "./Conflict.tsx";
import { CorrectForm } from "./CorrectForm.tsx";
import { History } from "./History.tsx";
import { carryOut } from "./intents.server.ts";
import { rowView } from "./rowView.server.ts";
import "./registrering.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.title} ${data.date} – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, rowView);

export const action = protect({ may: "log" }, carryOut);

export const clientAction = (args: ClientActionFunctionArgs) =>
	answerWhenUnreachable(
		args,
		"Det gick inte att nå servern. Allt du fyllt i finns kvar: tryck en gång till när du har täckning.",
	);

export const shouldRevalidate = revalidateAfterConflict;

export default function Registrering() {
	const view = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { pathname } = useLocation();
	const refused = refusalIn(answer);
	const correction = refused?.values.intent?.[0] === "correctGenomforande" ? refused : undefined;
	const conflict = conflictIn(answer);
	return (
		<Stack gap="lg">
			<PageHeader
				title={view.title}
				lead={view.date}
				breadcrumbs={[{ label: "Registreringar", to: view.listTo }]}
				tags={
					<>
						{view.makulerad && <Tag tone="warning">Makulerad</Tag>}
						{view.isCorrected && <Tag>Rättad</Tag>}
						{view.isExample && <ExampleTag />}
					</>
				}
			/>
			<SavedNotice text={answer ? null : view.saved} />
			{view.makulerad && (
				<Alert tone="warning" title="Makulerad: räknas inte">
					{view.makulerad.when}. Orsak: {view.makulerad.reason}
				</Alert>
			)}
			<DescriptionList
				items={[
					...view.facts.map(({ label, text }) => ({ term: label, description: text })),
					{
						term: "Följs upp i",
						description: (
							<ul className="row-links">
								{view.aktiviteter.map(({ id, to, name }) => (
									<li key={id}>
										<Link to={to}>{name}</Link>
									</li>
								))}
							</ul>
						),
					},
				]}
			/>
			{view.forms && (
				<div className="row-forms">
					<Disclosure summary="Rätta registreringen" isOpen={correction !== undefined}>
						<CorrectForm
							// What is saved, by whomever, is shown in a fresh form; what was refused comes back in it.
							key={view.revision}
							{...view.forms}
							revision={view.revision}
							refusal={correction}
							conflict={conflict}
							pageTo={pathname}
						/>
					</Disclosure>
					<IntentForm
						intent="makuleraGenomforande"
						hidden={{}}
						submit="Makulera"
						submitVariant="danger"
						disclosure="Makulera registreringen"
					>
						{(refused) => (
							<>
								<input type="hidden" name="revision" value={view.revision} />
								<TextArea
									{...refused.field("reason")}
									label="Orsak"
									hint="Registreringen finns kvar i listan och historiken, men räknas inte. Minst 3 tecken."
									maxLength={200}
									rows={2}
								/>
							</>
						)}
					</IntentForm>
				</div>
			)}
			<History events={view.history} />
		</Stack>
	);
}

function conflictIn(answer: unknown): ConflictProps | undefined {
	return typeof answer === "object" && answer !== null && "conflict" in answer
		? (answer.conflict as ConflictProps)
		: undefined;
}
