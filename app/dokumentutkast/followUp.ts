import type { PeriodKind } from "#app/domain/periods.ts";

const SAID: readonly [PeriodKind, RegExp][] = [
	["tertial", /tertial|var fjärde månad|(tre|3) gånger (per|om|under) (år|20\d\d)/i],
	["quarter", /kvartal|var tredje månad|(fyra|4) gånger (per|om|under) (år|20\d\d)/i],
	["half_year", /halvår|var sjätte månad|(två|2) gånger (per|om|under) (år|20\d\d)|varje termin|terminsvis/i],
	["year", /(?<!halv)årsvis|årlig|varje år|(en|1) gång (per|om|under) (år|20\d\d)/i],
];

/** How often a rule for following up says that it is done; null: it does not say. */
export function periodKindOf(followUpRule: string | null): PeriodKind | null {
	if (followUpRule === null) return null;
	return SAID.find(([, pattern]) => pattern.test(followUpRule))?.[0] ?? null;
}
