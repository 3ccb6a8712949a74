import * as z from "zod";
import type { IsoDate } from "./dates.ts";
import { optional, optionalComingDate, pastDate, rowId, seenVersion } from "./formFields.ts";
import { PERFORMED_BY } from "./performedBy.ts";
import { safeText } from "./personalData.ts";
import { reasonText } from "./reason.ts";

export const MAX_ATGARD_TEXT = 200;

/** A decided åtgärd. Fields: `title`, `owner`, `decidedOn`, `dueOn` (may be empty). */
export function decideAtgardSchema(today: IsoDate) {
	return z.object(decisionFields(today)).refine(isDueInOrder, DUE_IN_ORDER);
}

/** The same, where the aktivitet is chosen. Fields: `aktivitetId` as well. */
export function decideListedAtgardSchema(today: IsoDate) {
	return z.object({ aktivitetId: rowId("Aktivitet"), ...decisionFields(today) }).refine(isDueInOrder, DUE_IN_ORDER);
}

function decisionFields(today: IsoDate) {
	return {
		title: safeText("Åtgärd", MAX_ATGARD_TEXT).refine((title) => title !== "", "Åtgärd: skriv vad som ska göras."),
		owner: z.enum(PERFORMED_BY, "Ansvarig: välj vem som ansvarar för åtgärden."),
		decidedOn: pastDate({ label: "Beslutad", today }),
		dueOn: optionalComingDate({ label: "Klar senast", today }),
	};
}

function isDueInOrder({ decidedOn, dueOn }: { decidedOn: IsoDate; dueOn: IsoDate | null }): boolean {
	return dueOn === null || dueOn >= decidedOn;
}

const DUE_IN_ORDER = { path: ["dueOn"], message: "Klar senast: välj en dag som inte ligger före beslutet." };

/** Closing it. Fields: `atgardId`, `version`, `doneOn`, `doneNote` (may be empty). */
export function completeAtgardSchema(today: IsoDate) {
	return z.object({
		...seenAtgard,
		doneOn: pastDate({ label: "Klar den", today }),
		doneNote: optional(safeText("Anteckning", MAX_ATGARD_TEXT)),
	});
}

const seenAtgard = { atgardId: rowId("Åtgärd"), version: seenVersion() };

/** Opening it again. Fields: `atgardId`, `version`. */
export const reopenAtgardSchema = z.object(seenAtgard);

/** Taking it out, as decided by mistake. Fields: `atgardId`, `version`, `reason`. */
export const makuleraAtgardSchema = z.object({ ...seenAtgard, reason: reasonText("Orsak") });
