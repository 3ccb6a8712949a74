import type { IsoDate } from "./dates.ts";
import { formatInForce } from "./format.ts";

/** What a registration by hand and a row of a file are refused for alike, in the same words. */

const LARGEST_QUANTITY = 1_000_000_000;

/** A mått that is followed through decided åtgärder: nothing is logged against it. */
export function notLogged({ name }: { name: string }): string {
	return `Aktivitet: ${name} följs genom beslutade åtgärder och loggas inte.`;
}

/** A day on which the dokument of the mått is not in force. */
export function notInForce({
	name,
	inForceFrom,
	inForceTo,
}: {
	name: string;
	inForceFrom: IsoDate;
	inForceTo: IsoDate | null;
}): string {
	return `Datum: välj en dag när löftet gäller. ${name} gäller ${formatInForce(inForceFrom, inForceTo)}.`;
}

/**
 * What is wrong with how much was done. An amount is more than nothing; a measured value can be anything.
 *
 * @returns the message, beginning with the label; undefined: nothing is wrong
 */
export function quantityProblem(
	quantity: number,
	{ label, isMeasuredValue }: { label: string; isMeasuredValue: boolean },
): string | undefined {
	if (!Number.isFinite(quantity) || Math.abs(quantity) > LARGEST_QUANTITY) return `${label}: skriv ett mindre tal.`;
	return isMeasuredValue || quantity > 0 ? undefined : `${label}: skriv ett tal större än 0.`;
}
