import * as z from "zod";
import { addDays, addYears, countDays, earliest, type IsoDate, latest } from "#app/domain/dates.ts";
import { formatInForce, formatPeriod, lowerFirst } from "#app/domain/format.ts";
import type { ClippedPeriod, InForce } from "#app/domain/periods.ts";
import type { Moment } from "./moment.ts";

/** Over which days an agreed number is to be reached: the whole löfte, each year, or each follow-up period. */
export const PERS = ["lofte", "year", "period"] as const;
export const YEAR_BASES = ["calendar", "agreement"] as const;

export interface WindowRule {
	per: (typeof PERS)[number];
	/** "Per år" means nothing until the parties have said which year (decision 0002). */
	yearBasis: (typeof YEAR_BASES)[number] | null;
}

/** The two fields of a window rule, for a kind's settings schema. */
export const windowRuleFields = {
	per: z.enum(PERS, { error: "Gäller: välj hela löftet, varje år eller varje uppföljningsperiod." }),
	yearBasis: z.enum(YEAR_BASES, { error: "År räknas som: välj kalenderår eller löftesår." }).nullable(),
};

export const yearBasisMissing = {
	error: "År räknas som: välj kalenderår eller löftesår.",
	path: ["yearBasis"],
};

export function hasYearBasis(rule: WindowRule): boolean {
	return rule.per !== "year" || rule.yearBasis !== null;
}

export interface Window extends InForce {
	/** Within a sentence: "hela löftesperioden", "2018", "löftesår 1 (10 april 2018–9 april 2019)", "tertial 2 2018". */
	label: string;
	/** After a number: "", "2018", "löftesår 1", "tertial 2 2018". */
	shortLabel: string;
	/** "löftesperiodens slut", "årets slut" … */
	endLabel: string;
}

/** The windows that a clipped period meets, in order, each cut to the days in force. */
export function windowsMeeting(
	rule: WindowRule,
	{ inForce, period }: { inForce: InForce; period: ClippedPeriod },
): Window[] {
	if (rule.per === "lofte")
		return [{ ...inForce, label: "hela löftesperioden", shortLabel: "", endLabel: "löftesperiodens slut" }];
	if (rule.per === "period") {
		const label = lowerFirst(formatPeriod(period));
		return [{ from: period.clippedFrom, to: period.clippedTo, label, shortLabel: label, endLabel: "periodens slut" }];
	}
	return yearsThrough(rule, { inForce, through: period.clippedTo }).filter(
		(window) => window.to === null || window.to >= period.clippedFrom,
	);
}

/** The years of a löfte that have begun by a day, calendar or agreement years, in order and cut to the days in force. */
export function yearsThrough(rule: WindowRule, { inForce, through }: { inForce: InForce; through: IsoDate }): Window[] {
	const years: Window[] = [];
	const last = inForce.to === null ? through : earliest(inForce.to, through);
	for (let number = 1, year = yearOf(rule, inForce, 1); year.from <= last; ) {
		years.push(year);
		number += 1;
		year = yearOf(rule, inForce, number);
	}
	return years;
}

/** How much of a window lies behind the day, for an even pace; null without an end, since nothing can be even towards it. */
export function elapsedShare(window: InForce, day: IsoDate): number | null {
	if (window.to === null) return null;
	return countDays(window.from, earliest(day, window.to)) / countDays(window.from, window.to);
}

/**
 * The window that the headline speaks of, where a period is cut by an agreement year: while it runs, the one that today
 * falls in; afterwards the one that holds most of its days.
 */
export function indexOfFocus(
	windows: readonly InForce[],
	{ period, moment }: { period: ClippedPeriod; moment: Moment },
): number {
	if (!moment.isOver) {
		const current = windows.findIndex((window) => window.to === null || window.to >= moment.day);
		return Math.max(0, current);
	}
	const days = windows.map((window) =>
		countDays(
			latest(window.from, period.clippedFrom),
			window.to === null ? period.clippedTo : earliest(window.to, period.clippedTo),
		),
	);
	return days.indexOf(Math.max(...days));
}

/** "under hela löftet", "per kalenderår" … for the words of what was agreed. */
export function describeWindowRule({ per, yearBasis }: WindowRule): string {
	if (per === "lofte") return "under hela löftet";
	if (per === "period") return "per uppföljningsperiod";
	return yearBasis === "agreement" ? "per löftesår, räknat från löftets första dag" : "per kalenderår";
}

function yearOf(rule: WindowRule, inForce: InForce, number: number): Window {
	const cut = (to: IsoDate) => (inForce.to === null ? to : earliest(to, inForce.to));
	if (rule.yearBasis === "agreement") {
		const from = addYears(inForce.from, number - 1);
		const to = cut(addDays(addYears(inForce.from, number), -1));
		const name = `löftesår ${number}`;
		return { from, to, label: `${name} (${formatInForce(from, to)})`, shortLabel: name, endLabel: "löftesårets slut" };
	}
	const year = Number(inForce.from.slice(0, 4)) + number - 1;
	const from = latest(`${year}-01-01`, inForce.from);
	return { from, to: cut(`${year}-12-31`), label: String(year), shortLabel: String(year), endLabel: "årets slut" };
}
