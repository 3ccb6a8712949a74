import { safeText } from "./personalData.ts";

export const MIN_REASON = 3;
export const MAX_REASON = 200;

/** Why something was done, in a few words of at least three characters. */
export function reasonText(label: string) {
	return safeText(label, MAX_REASON).refine((reason) => reason.length >= MIN_REASON, tooShort(label));
}

export function tooShort(label: string): string {
	return `${label}: skriv varför, med minst ${MIN_REASON} tecken.`;
}
