import { safeText } from "#app/domain/personalData.ts";
import type { QuantityField } from "./types.ts";

const LONGEST_WORD = 40;

/** The word for what is counted, for a kind's settings schema. */
export const unitFields = {
	unit: wordField({ label: "Räknas i, flera", whenEmpty: "skriv vad som räknas, till exempel tillfällen." }),
	unitOne: wordField({ label: "Räknas i, en", whenEmpty: "skriv samma ord i ental, till exempel tillfälle." }),
};

/** A word of the parties' own for what is counted; like every text that is kept, it holds no personal number. */
export function wordField({
	label,
	whenEmpty,
	longest = LONGEST_WORD,
}: {
	label: string;
	whenEmpty: string;
	longest?: number;
}) {
	return safeText(label, longest).refine((word) => word !== "", `${label}: ${whenEmpty}`);
}

/** Units that one genomförande holds several of; every other unit is one per genomförande. */
const AMOUNTS = new Set(["timmar", "minuter", "personer", "deltagare", "besökare", "fordon", "kilometer"]);

/** How the log form asks for an amount in the unit: "Antal timmar", or nothing beyond the common "Antal". */
export function amountField(unit: string): QuantityField {
	const word = unit.toLowerCase();
	return { label: AMOUNTS.has(word) ? `Antal ${word}` : null, unit, isMeasuredValue: false };
}
