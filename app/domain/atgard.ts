import { daysBetween, type IsoDate } from "./dates.ts";
import type { PerformedBy } from "./performedBy.ts";
import type { Role } from "./permissions.ts";

/** What the lists go by: a decided åtgärd, without its words. */
export interface AtgardFacts {
	id: number;
	owner: PerformedBy;
	decidedOn: IsoDate;
	dueOn: IsoDate | null;
	doneOn: IsoDate | null;
}

/** The lists that the åtgärder of a kommun are read in (`?visa=`), the first unless another is asked for. */
export const ATGARD_LISTS = ["oppna", "forsenade", "mina", "klara", "alla"] as const;
export type AtgardList = (typeof ATGARD_LISTS)[number];

/** How many of a list are on a page at a time. */
export const ATGARDER_PER_PAGE = 25;

const OWNERS_OF_ROLE: Record<Role, readonly PerformedBy[]> = {
	kommunpolis: ["polis", "gemensamt"],
	samordnare: ["kommun", "gemensamt"],
	undertecknare: ["kommun", "gemensamt"],
	ledamot: [],
	admin: [],
};

/** Whose åtgärder a person with these roles calls "mina": their party's and the joint ones. Empty: there is no such list. */
export function ownersOf(roles: readonly Role[]): PerformedBy[] {
	return [...new Set(roles.flatMap((role) => OWNERS_OF_ROLE[role]))];
}

/** Open past its last day. Due today is not overdue: the day is not over. */
export function isOverdue({ dueOn, doneOn }: Pick<AtgardFacts, "dueOn" | "doneOn">, today: IsoDate): boolean {
	return daysOverdue({ dueOn, doneOn }, today) > 0;
}

/** Whole days since the last day; 0 when it is done, not due yet, or without a day. */
export function daysOverdue({ dueOn, doneOn }: Pick<AtgardFacts, "dueOn" | "doneOn">, today: IsoDate): number {
	return doneOn !== null || dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
}

/**
 * Every list with what belongs in it, in the order it is worked through: see {@link compareAtgarder}.
 * "Mina" are the open ones of these owners; "öppna" holds the overdue too.
 */
export function listAtgarder<Atgard extends AtgardFacts>(
	atgarder: readonly Atgard[],
	{ today, owners }: { today: IsoDate; owners: readonly PerformedBy[] },
): Record<AtgardList, Atgard[]> {
	const alla = [...atgarder].sort(compareAtgarder);
	const oppna = alla.filter(({ doneOn }) => doneOn === null);
	return {
		oppna,
		forsenade: oppna.filter((atgard) => isOverdue(atgard, today)),
		mina: oppna.filter(({ owner }) => owners.includes(owner)),
		klara: alla.filter(({ doneOn }) => doneOn !== null),
		alla,
	};
}

/**
 * Open before done. Of the open ones the earliest last day first, so that the longest overdue stands at the top, and those
 * without a day last; of the done ones the latest first.
 */
export function compareAtgarder(a: AtgardFacts, b: AtgardFacts): number {
	if (a.doneOn !== null && b.doneOn !== null) return compareDays(b.doneOn, a.doneOn) || b.id - a.id;
	if (a.doneOn !== null || b.doneOn !== null) return a.doneOn === null ? -1 : 1;
	return compareDays(a.dueOn ?? NO_DAY, b.dueOn ?? NO_DAY) || compareDays(a.decidedOn, b.decidedOn) || a.id - b.id;
}

/** After every day there is. */
const NO_DAY: IsoDate = "9999-12-31";

function compareDays(a: IsoDate, b: IsoDate): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
