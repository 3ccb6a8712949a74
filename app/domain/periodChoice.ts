import type { IsoDate } from "./dates.ts";
import { type InForce, type Period, type PeriodKind, parsePeriod, periodOf, periodsInForce } from "./periods.ts";

interface Followed {
	inForceFrom: IsoDate;
	inForceTo: IsoDate | null;
	periodKind: PeriodKind;
}

export interface PeriodChoice {
	/** The period shown. */
	current: Period;
	/** The periods of its year that can be shown. */
	sameYear: Period[];
	/** The nearest period before and after that year, for stepping between years. */
	earlierYear: Period | null;
	laterYear: Period | null;
}

/**
 * Which period a page shows, and which others it offers: those that have begun and in which some dokument is in force.
 * Without a request it is the one that holds today, else the last one that was followed.
 *
 * @param requested a period code from the address, or null
 * @returns undefined when nothing has begun, or when the requested period is not among those that can be shown
 */
export function choosePeriod(
	followed: readonly Followed[],
	{ requested, today }: { requested: string | null; today: IsoDate },
): PeriodChoice | undefined {
	const asked = requested === null ? undefined : parsePeriod(requested);
	if (requested !== null && !asked) return undefined;
	const kind = asked?.kind ?? usualKind(followed, today);
	const all = periodsThatCanBeShown(followed, { kind, today });
	const current = asked
		? all.find((period) => period.code === asked.code)
		: (all.find((period) => period.from <= today && today <= period.to) ?? all[all.length - 1]);
	if (!current) return undefined;
	return {
		current,
		sameYear: all.filter((period) => period.year === current.year),
		earlierYear: all.filter((period) => period.year < current.year).pop() ?? null,
		laterYear: all.find((period) => period.year > current.year) ?? null,
	};
}

/** The kind of the dokument in force today, or of the one that was in force last; tertial when there is none. */
function usualKind(followed: readonly Followed[], today: IsoDate): PeriodKind {
	const begun = followed.filter((dokument) => dokument.inForceFrom <= today);
	const byEnd = [...begun].sort((a, b) => (a.inForceTo ?? "9999").localeCompare(b.inForceTo ?? "9999"));
	return byEnd[byEnd.length - 1]?.periodKind ?? "tertial";
}

function periodsThatCanBeShown(
	followed: readonly Followed[],
	{ kind, today }: { kind: PeriodKind; today: IsoDate },
): Period[] {
	const byCode = new Map<string, Period>();
	for (const dokument of followed) {
		const inForce: InForce = { from: dokument.inForceFrom, to: dokument.inForceTo };
		for (const period of periodsInForce(inForce, kind, today)) byCode.set(period.code, periodOf(period.from, kind));
	}
	return [...byCode.values()].sort((a, b) => a.from.localeCompare(b.from));
}
