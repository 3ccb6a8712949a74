import type { Plats } from "#app/measures/types.ts";
import { answerFraga, reopenFraga, strikeFraga } from "./answerFraga.ts";
import type { UtkastChange } from "./change.ts";
import {
	addAktivitet,
	changeAktivitet,
	keepApart,
	leaveOutAktivitet,
	mergeAktiviteter,
	takeInAktivitet,
} from "./changeAktiviteter.ts";
import { addLofte, changeFacts, removeLofte } from "./changeFacts.ts";
import type { ChangeFacts } from "./changeFor.ts";
import { addMeasure, changeMeasure, changeMeasureKind, removeMeasure } from "./changeMeasures.ts";
import type { DokumentutkastContent } from "./content.ts";
import { keysAfter } from "./keys.ts";

/**
 * One step of the review. What was there before is never changed in place, and no key is used again.
 *
 * @param facts the source text as it is kept, and the kommun's places
 * @throws Fault `invalid` in the words of the field, with its name: for a quotation that is not an exact part of the text, a
 *   personal number, a value that the field cannot have; `not_found` for what is no longer in the utkast
 */
export function applyChange(
	content: DokumentutkastContent,
	change: UtkastChange,
	{ sourceText, platser }: { sourceText: string; platser: readonly Plats[] },
): DokumentutkastContent {
	const keys = keysAfter(content.lastKey);
	const changed = changedBy(content, change, { sourceText, platser, keys });
	return { ...changed, lastKey: keys.last() };
}

function changedBy(content: DokumentutkastContent, change: UtkastChange, facts: ChangeFacts): DokumentutkastContent {
	switch (change.type) {
		case "changeFacts":
			return changeFacts(content, change, facts);
		case "addLofte":
			return addLofte(content, change, facts);
		case "removeLofte":
			return removeLofte(content, change);
		case "addAktivitet":
			return addAktivitet(content, change, facts);
		case "changeAktivitet":
			return changeAktivitet(content, change, facts);
		case "leaveOutAktivitet":
			return leaveOutAktivitet(content, change);
		case "takeInAktivitet":
			return takeInAktivitet(content, change);
		case "mergeAktiviteter":
			return mergeAktiviteter(content, change);
		case "keepApart":
			return keepApart(content, change);
		case "addMeasure":
			return addMeasure(content, change, facts);
		case "changeMeasureKind":
			return changeMeasureKind(content, change, facts);
		case "changeMeasure":
			return changeMeasure(content, change, facts);
		case "removeMeasure":
			return removeMeasure(content, change);
		case "answerFraga":
			return answerFraga(content, change, facts);
		case "strikeFraga":
			return strikeFraga(content, change);
		case "reopenFraga":
			return reopenFraga(content, change);
	}
}
