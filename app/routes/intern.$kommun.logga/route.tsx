import { data, redirect } from "@remix-run/node";
import {
	type ClientActionFunctionArgs,
	Link,
	type MetaFunction,
	useActionData,
	useLoaderData,
	useSearchParams,
} from "@remix-run/react";
import { registerGenomforande } from "#app/commands/registerGenomforande.server.ts";
import { undoGenomforande } from "#app/commands/undoGenomforande.server.ts";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { genomforandeSchema } from "#app/domain/genomforande.schema.ts";
import { NothingToFollow } from "#app/features/komIgang/NothingToFollow.tsx";
import { answerWhenUnreachable } from "#app/features/ServerForm/answerWhenUnreachable.ts";
import { refusal } from "#app/http/faults.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import type { Duplicate } from "./DuplicateQuestion.tsx";
import { describeDuplicate } from "./duplicate.server.ts";
import { LogForm } from "./LogForm.tsx";
import { logView } from "./logView.server.ts";
import { OtherDay } from "./OtherDay.tsx";
import { Receipt } from "./Receipt.tsx";
import { pageAddress } from "./receipt.server.ts";
import "./logga.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Logga – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "log" }, logView);

/** Saves once per UUID and shows the receipt, or takes the registration of the receipt back (`intent=undoGenomforande`). */
export const action = protect({ may: "log" }, async (context) => {
	const { form, url, db, actor, today } = context;
	if (form.get("intent") === "undoGenomforande") {
		const uuid = String(form.get("uuid") ?? "");
		await undoGenomforande(db, actor, { uuid });
		return redirect(pageAddress(url, { sparat: uuid }));
	}
	const input = parseForm(genomforandeSchema(today), form);
	const { duplicateOf } = await registerGenomforande(db, actor, input);
	if (!duplicateOf) return redirect(pageAddress(url, { sparat: input.uuid }));
	const kept = refusal(form, { errors: [], status: 409 });
	return data({ ...kept.data, duplicate: describeDuplicate(context, duplicateOf) }, { status: 409 });
});

export const clientAction = (args: ClientActionFunctionArgs) =>
	answerWhenUnreachable(
		args,
		"Det gick inte att nå servern. Allt du fyllt i finns kvar: tryck en gång till när du har täckning. Samma registrering sparas aldrig två gånger.",
	);

export default function Logga() {
	const { kommun, dateText, isOtherDay, todayTo, komIgangTo, tiles, receipt, otherDokument, ...form } =
		useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const [params, setParams] = useSearchParams();
	const refused = refusalIn(answer);
	const isUndoRefused = refused?.values.intent?.[0] === "undoGenomforande";

	function showDay(date: string) {
		setParams((now) => new URLSearchParams([...[...now].filter(([name]) => name !== "datum"), ["datum", date]]), {
			replace: true,
			preventScrollReset: true,
		});
	}

	return (
		<div className="log-page">
			<PageHeader
				title={isOtherDay ? `Logga ${dateText}` : "Logga"}
				lead={
					todayTo ? (
						<Link to={todayTo} reloadDocument>
							Logga för i dag i stället
						</Link>
					) : (
						form.dateHint
					)
				}
			/>
			<div role="status" className="log-receipts">
				{receipt && !refused && <Receipt {...receipt} />}
			</div>
			{isUndoRefused && <Alert tone="danger" role="alert" title={refused?.errors[0]?.message} />}
			{tiles.length > 0 ? (
				<LogForm
					// What was saved, or was there already, is followed by a fresh form.
					key={params.get("sparat") ?? params.get("redan")}
					{...form}
					tiles={tiles}
					refusal={isUndoRefused ? undefined : refused}
					duplicate={duplicateIn(answer)}
					onDate={showDay}
				/>
			) : komIgangTo ? (
				<NothingToFollow title="Inget att logga än" to={komIgangTo}>
					Det som loggas räknas mot ett löfte, och {kommun} har inget löftesdokument här än.
				</NothingToFollow>
			) : (
				<EmptyState title={`Inget löfte i ${kommun} gäller ${dateText}`}>
					Välj en annan dag, eller ett dokument som har gällt.
				</EmptyState>
			)}
			{!komIgangTo && (
				<OtherDay today={form.today} date={form.defaults.date} dokument={otherDokument} isOpen={tiles.length === 0} />
			)}
		</div>
	);
}

function duplicateIn(answer: unknown): Duplicate | undefined {
	return typeof answer === "object" && answer !== null && "duplicate" in answer
		? (answer.duplicate as Duplicate)
		: undefined;
}
