import { type ClientActionFunctionArgs, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { type FormOnPage, MoteRefusal } from "#app/features/mote/MoteRefusal.tsx";
import { missingMote } from "#app/features/mote/missingMote.ts";
import { UnsavedWords } from "#app/features/mote/UnsavedWords.tsx";
import { useLiveMote } from "#app/features/mote/useLiveMote.ts";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { answerWhenUnreachable } from "#app/features/ServerForm/answerWhenUnreachable.ts";
import { VisaFrame } from "#app/features/visa/VisaFrame.tsx";
import { protect } from "#app/http/protect.server.ts";
import { formsOfPunkter } from "#app/routes/intern.$kommun.mote.$id._index/formsOnPage.ts";
import { carryOut } from "#app/routes/intern.$kommun.mote.$id._index/intents.server.ts";
import { EndScreen } from "./EndScreen.tsx";
import { PunktScreen } from "./PunktScreen.tsx";
import { StartScreen } from "./StartScreen.tsx";
import { visaPage } from "./visaPage.server.ts";
import "./moteVisa.css";

export const handle: PageHandle = { isBare: true, missing: missingMote };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.position} ${data.name} – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, visaPage);

export const action = protect({ may: "runMote" }, carryOut);

export const clientAction = (args: ClientActionFunctionArgs) =>
	answerWhenUnreachable(args, "Det gick inte att nå servern. Det du skrev finns kvar: försök igen om en stund.");

export const shouldRevalidate = revalidateAfterConflict;

/** The meeting on a projector: an item at a time, with what is decided about it written beside. */
export default function VisaMote() {
	const view = useLoaderData<typeof loader>();
	const { title, subtitle, position, links, closeTo, screen, screenKey } = view;
	const isRefused = refusalIn(useActionData()) !== undefined;
	useLiveMote(view.isOpen);
	return (
		<VisaFrame {...{ title, subtitle, position, links, closeTo }} status={isRefused ? null : view.saved}>
			{view.canDecide && <UnsavedWords />}
			<MoteRefusal onPage={formsOnScreen(view)} />
			{screen.kind === "start" && <StartScreen screen={screen} view={view} />}
			{screen.kind === "punkt" && <PunktScreen key={screenKey} screen={screen} view={view} />}
			{screen.kind === "slut" && <EndScreen screen={screen} view={view} />}
		</VisaFrame>
	);
}

type View = Awaited<ReturnType<typeof visaPage>>;

function formsOnScreen({ screen, canDecide, canOpen }: View): FormOnPage[] {
	const opening = canOpen && screen.kind === "start" ? [{ intent: "openMote" }] : [];
	if (!canDecide) return opening;
	if (screen.kind === "slut") return [{ intent: "closeMote" }];
	return screen.kind === "punkt" ? formsOfPunkter([screen.punkt]) : opening;
}
