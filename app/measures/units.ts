import * as z from "zod";
import type { QuantityField } from "./types.ts";

/** The word for what is counted, for a kind's settings schema. */
export const unitFields = {
	unit: z
		.string()
		.min(1, "Räknas i, flera: skriv vad som räknas, till exempel tillfällen.")
		.max(40, "Räknas i, flera: skriv högst 40 tecken."),
	unitOne: z
		.string()
		.min(1, "Räknas i, en: skriv samma ord i ental, till exempel tillfälle.")
		.max(40, "Räknas i, en: skriv högst 40 tecken."),
};

/** Units that one genomförande holds several of; every other unit is one per genomförande. */
const AMOUNTS = new Set(["timmar", "minuter", "personer", "deltagare", "besökare", "fordon", "kilometer"]);

/** How the log form asks for an amount in the unit: "Antal timmar", or nothing beyond the common "Antal". */
export function amountField(unit: string): QuantityField {
	const word = unit.toLowerCase();
	return { label: AMOUNTS.has(word) ? `Antal ${word}` : null, unit, isMeasuredValue: false };
}
