import { type ClientActionFunctionArgs, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { ExampleTag } from "#app/features/ExampleTag.tsx";
import { MoteRefusal } from "#app/features/mote/MoteRefusal.tsx";
import { missingMote } from "#app/features/mote/missingMote.ts";
import { UnsavedWords } from "#app/features/mote/UnsavedWords.tsx";
import { useLiveMote } from "#app/features/mote/useLiveMote.ts";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { answerWhenUnreachable } from "#app/features/ServerForm/answerWhenUnreachable.ts";
import { protect } from "#app/http/protect.server.ts";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { Agenda } from "./Agenda.tsx";
import { formsOnPage } from "./formsOnPage.ts";
import { carryOut } from "./intents.server.ts";
import { Minutes } from "./Minutes.tsx";
import { MoteStanding } from "./MoteStanding.tsx";
import { motePage } from "./motePage.server.ts";
import { OpenPunkter } from "./OpenPunkter.tsx";
import "./motePage.css";

export const handle: PageHandle = { missing: missingMote };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.title}, ${data.when} – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, motePage);

export const action = protect({ may: "runMote" }, carryOut);

export const clientAction = (args: ClientActionFunctionArgs) =>
	answerWhenUnreachable(args, "Det gick inte att nå servern. Det du skrev finns kvar: försök igen om en stund.");

export const shouldRevalidate = revalidateAfterConflict;

export default function Mote() {
	const view = useLoaderData<typeof loader>();
	const isRefused = refusalIn(useActionData()) !== undefined;
	useLiveMote(view.state === "oppet");
	return (
		<Stack gap="lg">
			<PageHeader
				title={view.title}
				lead={`${view.when}, ${view.place}`}
				breadcrumbs={[{ label: "Möten", to: view.listTo }]}
				tags={
					<>
						<Tag tone={view.state === "installt" ? "warning" : "info"}>{view.stateWord}</Tag>
						{view.isExample && <ExampleTag />}
					</>
				}
			/>
			<SavedNotice text={isRefused ? null : view.saved} />
			{view.canRun && <UnsavedWords />}
			<MoteRefusal onPage={formsOnPage(view)} />
			<MoteStanding view={view} />
			{view.state === "planerat" && <Agenda view={view} />}
			{view.state === "oppet" && <OpenPunkter view={view} />}
			{(view.state === "avslutat" || view.state === "installt") && <Minutes view={view} />}
		</Stack>
	);
}
