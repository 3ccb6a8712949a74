import type { MoteStep } from "#app/domain/mote.ts";
import type { FormOnPage } from "#app/features/mote/MoteRefusal.tsx";
import type { PunktView } from "#app/features/mote/punktView.ts";
import type { motePage } from "./motePage.server.ts";

type View = Pick<Awaited<ReturnType<typeof motePage>>, "whyNot" | "punkter" | "editable" | "removed">;

/** The forms that the meeting's page has for its reader now. */
export function formsOnPage({ whyNot, punkter, editable, removed }: View): FormOnPage[] {
	const when = (step: MoteStep, forms: FormOnPage[]) => (whyNot[step] === null ? forms : []);
	const keys = { field: "key", are: editable.map(({ key }) => key) };
	return [
		...when("changeMote", [{ intent: "changeMote" }]),
		...when("cancelMote", [{ intent: "cancelMote" }]),
		...when("openMote", [{ intent: "openMote" }]),
		...when("unopenMote", [{ intent: "unopenMote" }]),
		...when("closeMote", [{ intent: "closeMote" }, { intent: "refreshAgenda" }]),
		...when("editAgenda", [
			{ intent: "addPunkt" },
			{ intent: "editPunkt", rows: keys },
			{ intent: "movePunkt", rows: keys },
			{ intent: "removePunkt", rows: keys },
			{ intent: "restorePunkt", rows: { field: "key", are: removed.map(({ key }) => key) } },
		]),
		...when("decide", formsOfPunkter(punkter)),
	];
}

/** The forms beside items of a meeting that is open. */
export function formsOfPunkter(punkter: readonly PunktView[]): FormOnPage[] {
	const keys = { field: "key", are: punkter.map(({ key }) => key) };
	const beslut = { field: "beslutId", are: punkter.flatMap(({ writtenBeslut }) => writtenBeslut.map(({ id }) => id)) };
	const open = punkter.flatMap(({ openAtgarder }) => openAtgarder.filter(({ isDone }) => !isDone));
	return [
		{ intent: "notePunkt", rows: keys },
		{ intent: "recordBeslut", rows: keys },
		{ intent: "decideAtgard", rows: keys },
		{ intent: "changeBeslut", rows: beslut },
		{ intent: "withdrawBeslut", rows: beslut },
		{ intent: "completeAtgard", rows: { field: "atgardId", are: open.map(({ id }) => id) } },
	];
}
