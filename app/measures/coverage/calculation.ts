import { earliest } from "#app/domain/dates.ts";
import { countOf, formatNumber, formatPeriodShort, listOf, PERIOD_WORDS, upperFirst } from "#app/domain/format.ts";
import { periodsInForce } from "#app/domain/periods.ts";
import { combineStatuses, type Status } from "#app/domain/status.ts";
import {
	countedEntries,
	type Moment,
	momentOf,
	NOT_YET,
	periodRemarks,
	settingsFor,
	sumQuantities,
	within,
} from "../moment.ts";
import type { Calculation, CalculationInput, Entry } from "../types.ts";
import { elapsedShare, indexOfFocus, type Window, windowsMeeting } from "../windows.ts";
import { type CoverageSettings, targetsOf } from "./settings.ts";

type Input = CalculationInput<CoverageSettings>;

export interface CoverageRow {
	platsId: number;
	name: string;
	/** Per column; null while the period has not begun. */
	quantities: (number | null)[];
	total: number;
	isReached: boolean;
}

export interface CoverageChart {
	figure: string;
	/** "detta tertial" */
	thisOne: string;
	/** How often on each place. */
	times: number;
	/** "T2 2018", in order. */
	columns: string[];
	rows: CoverageRow[];
	missing: string[];
}

interface Standing {
	window: Window;
	entries: Entry[];
	rows: CoverageRow[];
	columns: string[];
	reached: number;
	/** Places that an even pace would have reached by now; null when the window is over or has no end. */
	pace: number | null;
	status: Status;
}

/** Every one of a set of places, so many times each, per löfte, year or period. */
export function calculateCoverage(input: Input): Calculation<CoverageChart> {
	const moment = momentOf(input);
	const settings = settingsFor(input.versions, input.period.clippedFrom);
	const standings = windowsMeeting(settings, input).map((window) => standingOf(input, { window, settings, moment }));
	const windows = standings.map((standing) => standing.window);
	const focus = standings[indexOfFocus(windows, { ...input, moment })];
	if (!focus) throw new RangeError("a period in force meets at least one window");
	const missing = focus.rows.filter((row) => !row.isReached).map((row) => row.name);
	const figure = `${focus.reached} av ${countOf(focus.rows.length, "plats", "platser")}`;
	const withWindow = [figure, focus.window.shortLabel].filter(Boolean).join(" ");
	return {
		status: moment.hasBegun ? combineStatuses(standings.map((standing) => standing.status)) : "inte_igang",
		headline: missing.length > 0 ? `${withWindow}, saknas: ${namesOf(missing)}` : withWindow,
		figure,
		remarks: [
			...(settings.times > 1 ? [`Varje plats ska nås minst ${settings.times} gånger.`] : []),
			...(focus.pace !== null && missing.length > 0
				? [`Jämn takt vore ${formatNumber(Math.round(focus.pace * 10) / 10)} platser i dag.`]
				: []),
			...standings
				.filter((standing) => standing !== focus && standing.window.from <= moment.day)
				.map(({ window, reached, rows }) => `${upperFirst(window.label)}: ${reached} av ${rows.length}.`),
			...elsewhereRemarks(focus, settings),
			...periodRemarks(input.period, moment),
		],
		chart: {
			figure,
			thisOne: PERIOD_WORDS[input.period.kind].thisOne,
			times: settings.times,
			columns: focus.columns,
			rows: focus.rows,
			missing,
		},
		table: {
			caption: "Antal per plats och period",
			columns: [
				{ label: "Plats" },
				...focus.columns.map((label) => ({ label, isNumeric: true })),
				{ label: "Sammanlagt", isNumeric: true },
				{ label: "Minst", isNumeric: true },
			],
			rows: focus.rows.map((row) => [
				row.name,
				...row.quantities.map((quantity) => quantity ?? NOT_YET),
				row.total,
				settings.times,
			]),
		},
		figures: figuresOf(input, { focus, moment }),
	};
}

function figuresOf(
	input: Input,
	{ focus: { window, rows, reached }, moment }: { focus: Standing; moment: Moment },
): Calculation["figures"] {
	const { clippedFrom, clippedTo } = input.period;
	const visited = new Set(within(countedEntries(input, moment.day), clippedFrom, clippedTo).map((one) => one.platsId));
	const isWindowThePeriod = window.from === clippedFrom && window.to === clippedTo;
	return {
		unit: "platser",
		periodMinimum: isWindowThePeriod ? rows.length : null,
		thisPeriod: moment.hasBegun ? rows.filter((row) => visited.has(row.platsId)).length : null,
		minimum: rows.length,
		cumulative: reached,
	};
}

function standingOf(
	input: Input,
	{ window, settings, moment }: { window: Window; settings: CoverageSettings; moment: Moment },
): Standing {
	const last = window.to === null ? moment.day : earliest(window.to, moment.day);
	const entries = within(countedEntries(input, moment.day), window.from, last);
	const periods = periodsInForce(window, input.periodKind, window.to ?? moment.day);
	const rows = targetsOf(settings, input.platser).map((plats) => {
		const own = entries.filter((entry) => entry.platsId === plats.id);
		const total = sumQuantities(own);
		return {
			platsId: plats.id,
			name: plats.name,
			quantities: periods.map((period) =>
				period.clippedFrom <= moment.day ? sumQuantities(within(own, period.clippedFrom, period.clippedTo)) : null,
			),
			total,
			isReached: total >= settings.times,
		};
	});
	const reached = rows.filter((row) => row.isReached).length;
	const isWindowOver = window.to !== null && window.to <= moment.day && window.to < input.today;
	const share = isWindowOver || !moment.hasBegun ? null : elapsedShare(window, moment.day);
	const pace = share === null ? null : rows.length * share;
	const hasBegunAny = rows.some((row) => row.total > 0);
	return {
		window,
		entries,
		rows,
		columns: periods.map(formatPeriodShort),
		reached,
		pace,
		status: statusOf({ reached, required: rows.length, pace, isWindowOver, hasBegunAny }),
	};
}

/** Binary fractions must not decide whether somebody is a whole place behind. */
const DUST = 1e-9;

function statusOf({
	reached,
	required,
	pace,
	isWindowOver,
	hasBegunAny,
}: {
	reached: number;
	required: number;
	pace: number | null;
	isWindowOver: boolean;
	hasBegunAny: boolean;
}): Status {
	if (reached === required) return "natt";
	if (isWindowOver) return "ej_natt";
	if (pace !== null && pace - reached >= 1 - DUST) return "efter";
	return hasBegunAny ? "pa_vag" : "inte_igang";
}

const NAMED = 6;

function namesOf(names: readonly string[]): string {
	return names.length > NAMED ? `${names.slice(0, NAMED).join(", ")} och ${names.length - NAMED} till` : listOf(names);
}

/** What was done without a place, or on one outside the set, covers nothing. */
function elsewhereRemarks({ entries, rows }: Standing, { platsIds }: CoverageSettings): string[] {
	const elsewhere = entries.filter((entry) => entry.platsId === null || !platsIds.includes(entry.platsId));
	if (rows.length === 0 || elsewhere.length === 0) return [];
	return [`${countOf(elsewhere.length, "registrering", "registreringar")} saknar plats eller gäller en annan plats.`];
}
