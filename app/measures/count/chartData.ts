import { countDays, daysBetween, earliest, type IsoDate } from "#app/domain/dates.ts";
import { formatDate, formatPeriod, formatPeriodShort, PERIOD_WORDS } from "#app/domain/format.ts";
import { type ClippedPeriod, periodsInForce } from "#app/domain/periods.ts";
import { countedEntries, type Moment, sumQuantities, versionIndexFor, within } from "../moment.ts";
import type { CalculationInput } from "../types.ts";
import { evenPace, type PlannedPart } from "./plan.ts";
import type { CountSettings } from "./settings.ts";
import type { WindowStanding } from "./standing.ts";

/** One period of the window. */
export interface CountStep {
	/** "Tertial 2 2018" */
	name: string;
	/** "T2" and "2018", for two short lines under a column. */
	label: string;
	yearLabel: string;
	/** Within the period; null while it has not begun. */
	quantity: number | null;
	/** Through the period; null while it has not begun. */
	total: number | null;
	/** null without an end to spread towards. */
	part: number | null;
	minimumThrough: number | null;
	isCurrent: boolean;
}

/** A day of the interactive chart's line: what had been done by then, and an even pace. */
export interface CountPoint {
	/** Days since the window began. */
	day: number;
	/** "30 april 2018" */
	dateLabel: string;
	/** null after the evaluated day. */
	total: number | null;
	/** null without an end. */
	pace: number | null;
}

export interface CountChart {
	figure: string;
	/** "detta tertial" */
	thisOne: string;
	/** "riktade insatser" */
	unit: string;
	total: number;
	minimum: number;
	/** An even pace through today; null when the period is over, or without an end. */
	pace: number | null;
	/** Room for every mark of the bullet bar. */
	scaleMax: number;
	/** Steps add up through the window; otherwise each period stands by itself against its own minimum. */
	isCumulative: boolean;
	steps: CountStep[];
	stepsMax: number;
	points: CountPoint[];
	/** Where the curve ends, for its label; null before the window has begun. */
	latestPoint: { day: number; total: number } | null;
	/** Where each period begins on the day axis. */
	ticks: { day: number; label: string }[];
	/** Length of the day axis. */
	days: number;
}

interface Facts {
	settings: CountSettings;
	focus: WindowStanding;
	moment: Moment;
	figure: string;
}

export function countChart(input: CalculationInput<CountSettings>, facts: Facts): CountChart {
	const { settings, focus, moment, figure } = facts;
	const isCumulative = settings.per !== "period";
	const steps = isCumulative ? cumulativeSteps(input, facts) : separateSteps(input, facts);
	const roundedPace = focus.pace === null ? null : Math.round(focus.pace * 10) / 10;
	return {
		figure,
		thisOne: PERIOD_WORDS[input.period.kind].thisOne,
		unit: settings.unit,
		total: focus.total,
		minimum: settings.minimum,
		pace: roundedPace,
		scaleMax: scaleOf(settings.minimum, focus.total, roundedPace ?? 0),
		isCumulative,
		steps,
		stepsMax: Math.max(1, ...steps.map((step) => Math.max(step.total ?? 0, step.minimumThrough ?? 0))),
		points: pointsOf(focus, moment),
		latestPoint:
			moment.day < focus.window.from
				? null
				: { day: daysBetween(focus.window.from, lastKnownDay(focus, moment)) + 1, total: focus.total },
		ticks: axisPeriods(input, facts).map((period) => ({
			day: daysBetween(focus.window.from, period.clippedFrom),
			label: formatPeriodShort(period),
		})),
		days: countDays(focus.window.from, focus.window.to ?? moment.day),
	};
}

/** The length of a bullet bar that has room for every mark. */
export function scaleOf(...marks: number[]): number {
	return Math.max(...marks) * 1.1;
}

/** Every period of the window; without an end those that have begun. */
function axisPeriods(input: CalculationInput<CountSettings>, { focus, moment }: Facts): ClippedPeriod[] {
	return periodsInForce(focus.window, input.periodKind, focus.window.to ?? moment.day);
}

function cumulativeSteps(input: CalculationInput<CountSettings>, facts: Facts): CountStep[] {
	const { focus, moment } = facts;
	return axisPeriods(input, facts).map((period) => {
		const hasBegun = period.clippedFrom <= moment.day;
		const planned = focus.plan.find((part) => part.period.code === period.code);
		return {
			...namesOf(period),
			quantity: hasBegun ? sumQuantities(within(focus.entries, period.clippedFrom, period.clippedTo)) : null,
			total: hasBegun ? sumQuantities(within(focus.entries, focus.window.from, period.clippedTo)) : null,
			part: planned?.part ?? null,
			minimumThrough: planned?.minimumThrough ?? null,
			isCurrent: period.code === input.period.code,
		};
	});
}

/** A minimum per period: the periods so far beside each other, each against the minimum that held then. */
function separateSteps(input: CalculationInput<CountSettings>, { moment }: Facts): CountStep[] {
	const entries = countedEntries(input, moment.day);
	return periodsInForce(input.inForce, input.periodKind, input.period.clippedTo).map((period) => {
		const own = input.versions[versionIndexFor(input.versions, period.clippedFrom)]?.settings;
		const minimum = own?.per === "period" ? own.minimum : null;
		const quantity =
			period.clippedFrom <= moment.day ? sumQuantities(within(entries, period.clippedFrom, period.clippedTo)) : null;
		return {
			...namesOf(period),
			quantity,
			total: quantity,
			part: minimum,
			minimumThrough: minimum,
			isCurrent: period.code === input.period.code,
		};
	});
}

function namesOf(period: ClippedPeriod): Pick<CountStep, "name" | "label" | "yearLabel"> {
	if (period.kind === "year") return { name: formatPeriod(period), label: String(period.year), yearLabel: "" };
	return {
		name: formatPeriod(period),
		label: formatPeriodShort(period).replace(` ${period.year}`, ""),
		yearLabel: String(period.year),
	};
}

/**
 * The days on which the total changes, those between which the pace is straight, and the evaluated day. Day 0 is the
 * morning of the first day, so that a day's activities count at its end.
 */
function pointsOf({ window, entries, plan }: WindowStanding, moment: Moment): CountPoint[] {
	const lastKnown = lastKnownDay({ window }, moment);
	const ends = [...entries.map((entry) => entry.date), ...plan.map(({ period }) => period.clippedTo), lastKnown];
	const dates = [...new Set(ends)].filter((date) => date >= window.from).sort();
	return [
		{ day: 0, dateLabel: formatDate(window.from), total: 0, pace: plan.length > 0 ? 0 : null },
		...dates.map((date) => ({
			day: daysBetween(window.from, date) + 1,
			dateLabel: formatDate(date),
			total: date <= lastKnown ? sumQuantities(within(entries, window.from, date)) : null,
			pace: paceOn(plan, date),
		})),
	];
}

function lastKnownDay({ window }: Pick<WindowStanding, "window">, moment: Moment): IsoDate {
	return window.to === null ? moment.day : earliest(moment.day, window.to);
}

function paceOn(plan: readonly PlannedPart[], date: IsoDate): number | null {
	const planned = plan.find(({ period }) => period.clippedFrom <= date && date <= period.clippedTo);
	return planned ? Math.round(evenPace(planned, date) * 10) / 10 : null;
}
