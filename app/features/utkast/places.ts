import { platsKey } from "#app/domain/plats.schema.ts";
import type { Plats } from "#app/measures/types.ts";

/** Names that stand for a set without naming any of it: "samtliga kommundelar". */
const WHOLE_SET = /^(samtliga|alla|varje|olika|övriga|hela|respektive|de |utvalda)\b/i;

/** Of the places that a text names, those that are not on the kommun's list and can be added to it. */
export function unlistedPlaces(named: readonly string[], platser: readonly Plats[]): string[] {
	const listed = new Set(platser.map(({ name }) => platsKey(name)));
	return named.filter((name) => !WHOLE_SET.test(name) && !listed.has(platsKey(name)));
}
