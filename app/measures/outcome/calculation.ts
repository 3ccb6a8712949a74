import { daysBetween, type IsoDate } from "#app/domain/dates.ts";
import { compareSwedish, countOf, formatDate, formatNumber, PERIOD_WORDS } from "#app/domain/format.ts";
import type { Status } from "#app/domain/status.ts";
import { countedEntries, type Moment, momentOf, periodRemarks, settingsFor } from "../moment.ts";
import type { Calculation, CalculationInput, Entry } from "../types.ts";
import { nameOf, type OutcomeSettings } from "./settings.ts";

export interface MeasuredValue {
	/** null where the day is not for everybody; then the label is "mätning 2". */
	date: IsoDate | null;
	/** "30 april 2018" */
	dateLabel: string;
	value: number;
	/** Days since the first measurement of all series, so that the series share one axis. */
	day: number;
}

export interface OutcomeSeries {
	platsId: number;
	name: string;
	values: MeasuredValue[];
	latest: number | null;
	baseline: number | null;
	target: number | null;
	/** null without a target, or without a measurement. */
	isReached: boolean | null;
	/** Latest against baseline, or against the first measurement where there is no baseline; null when there is nothing to compare. */
	change: number | null;
}

export interface OutcomeChart {
	figure: string;
	/** "detta tertial" */
	thisOne: string;
	unit: string;
	series: OutcomeSeries[];
	/** Some series has the three points that make a line; otherwise the values are shown as a table. */
	hasLine: boolean;
	/** The length of the time axis that all series share. */
	days: number;
}

const POINTS_OF_A_LINE = 3;

/** Measured values that should move: the latest against the target. Shows development, not cause. */
export function calculateOutcome(input: CalculationInput<OutcomeSettings>): Calculation<OutcomeChart> {
	const moment = momentOf(input);
	const settings = settingsFor(input.versions, input.period.clippedFrom);
	const series = seriesOf(input, { settings, moment });
	const finding = findingOf(series, settings);
	return {
		status: statusOf(series, moment),
		headline: finding.headline,
		figure: finding.figure,
		remarks: ["Visar utveckling, inte orsak.", ...unmeasuredRemarks(series), ...periodRemarks(input.period, moment)],
		chart: chartOf(series, {
			unit: settings.unit,
			figure: finding.figure,
			thisOne: PERIOD_WORDS[input.period.kind].thisOne,
		}),
		table: {
			caption: `Uppmätta värden (${settings.unit})`,
			columns: [
				{ label: "Mätplats" },
				{ label: "Datum" },
				{ label: "Värde", isNumeric: true },
				{ label: "Utgångsvärde", isNumeric: true },
				{ label: "Mål", isNumeric: true },
			],
			rows: series.flatMap(({ name, values, baseline, target }) =>
				values.length > 0
					? values.map(({ date, value }) => [name, date, value, baseline, target])
					: [[name, null, null, baseline, target]],
			),
		},
		figures: figuresOf(series, { unit: settings.unit, from: input.period.clippedFrom }),
	};
}

/** A number for the whole measure only where there is one place; of several the table tells. */
function figuresOf(
	series: readonly OutcomeSeries[],
	{ unit, from }: { unit: string; from: IsoDate },
): Calculation["figures"] {
	const [only, ...others] = series;
	const nothing = { unit, periodMinimum: null, thisPeriod: null, minimum: null, cumulative: null };
	if (!only || others.length > 0) return nothing;
	const inPeriod = only.values.filter(({ date }) => date !== null && date >= from);
	return {
		...nothing,
		thisPeriod: inPeriod[inPeriod.length - 1]?.value ?? null,
		minimum: only.target,
		cumulative: only.latest,
	};
}

function seriesOf(
	input: CalculationInput<OutcomeSettings>,
	{ settings, moment }: { settings: OutcomeSettings; moment: Moment },
): OutcomeSeries[] {
	const entries = countedEntries(input, moment.day);
	const measured = entries.filter((entry) => settings.series.some((one) => one.platsId === entry.platsId));
	const firstDate = measured[0]?.date ?? input.inForce.from;
	return settings.series
		.map(({ platsId, baseline, target }) => {
			const values = measured
				.filter((entry) => entry.platsId === platsId)
				.map((entry) => measuredValue(entry, firstDate));
			const latest = values[values.length - 1]?.value ?? null;
			const from = baseline ?? (values.length > 1 ? (values[0]?.value ?? null) : null);
			return {
				platsId,
				name: nameOf(platsId, input.platser),
				values,
				latest,
				baseline,
				target,
				isReached: latest === null || target === null ? null : reaches(latest, target, settings.direction),
				change: latest === null || from === null ? null : Math.round((latest - from) * 100) / 100,
			};
		})
		.sort((a, b) => compareSwedish(a.name, b.name));
}

function measuredValue({ date, quantity }: Entry, firstDate: IsoDate): MeasuredValue {
	return { date, dateLabel: formatDate(date), value: quantity, day: daysBetween(firstDate, date) };
}

function reaches(value: number, target: number, direction: OutcomeSettings["direction"]): boolean {
	return direction === "down" ? value <= target : value >= target;
}

function statusOf(series: readonly OutcomeSeries[], { hasBegun, isDokumentOver }: Moment): Status {
	const withTarget = series.filter((one) => one.target !== null);
	if (withTarget.length === 0) return "inget_minimum";
	if (!hasBegun) return "inte_igang";
	if (withTarget.every((one) => one.isReached)) return "natt";
	if (isDokumentOver) return "ej_natt";
	return withTarget.some((one) => one.values.length > 0) ? "pa_vag" : "inte_igang";
}

function findingOf(
	series: readonly OutcomeSeries[],
	{ direction, unit }: OutcomeSettings,
): { headline: string; figure: string } {
	const withTarget = series.filter((one) => one.target !== null);
	if (series.every((one) => one.values.length === 0))
		return { headline: "Inga mätvärden registrerade ännu", figure: "inga mätvärden" };
	if (withTarget.length > 0) {
		const reached = withTarget.filter((one) => one.isReached).length;
		const places = countOf(withTarget.length, "mätplats", "mätplatser");
		return {
			headline: `Målet är nått på ${reached} av ${places}${latestOfOnly(withTarget, unit)}`,
			figure: `målet nått på ${reached} av ${withTarget.length}`,
		};
	}
	const compared = series.filter((one) => one.change !== null);
	if (compared.length === 0)
		return { headline: "För få mätningar för att visa en utveckling", figure: "för få mätningar" };
	const moved = compared.filter((one) =>
		direction === "down" ? Number(one.change) < 0 : Number(one.change) > 0,
	).length;
	const verb = direction === "down" ? "sjönk" : "steg";
	const places = countOf(compared.length, "mätplats", "mätplatser");
	return {
		headline: `Värdet ${verb} på ${moved} av ${places} sedan ${comparedWith(compared)}`,
		figure: `${verb} på ${moved} av ${compared.length}`,
	};
}

/** With one place the value itself is the news. */
function latestOfOnly(series: readonly OutcomeSeries[], unit: string): string {
	const [only, ...others] = series;
	if (!only || others.length > 0 || only.latest === null || only.target === null) return "";
	return `: ${formatNumber(only.latest)} ${unit}, målet är ${formatNumber(only.target)}`;
}

function comparedWith(series: readonly OutcomeSeries[]): string {
	if (series.every((one) => one.baseline !== null)) return "utgångsvärdet";
	return series.every((one) => one.baseline === null) ? "första mätningen" : "utgångsvärdet eller första mätningen";
}

function unmeasuredRemarks(series: readonly OutcomeSeries[]): string[] {
	const unmeasured = series.filter((one) => one.values.length === 0);
	if (unmeasured.length === 0 || unmeasured.length === series.length) return [];
	return [`Ingen uppgift: ${unmeasured.map((one) => one.name).join(", ")}.`];
}

function chartOf(
	series: OutcomeSeries[],
	{ unit, figure, thisOne }: { unit: string; figure: string; thisOne: string },
): OutcomeChart {
	return {
		figure,
		thisOne,
		unit,
		series,
		hasLine: series.some((one) => one.values.length >= POINTS_OF_A_LINE),
		days: Math.max(1, ...series.flatMap((one) => one.values.map((value) => value.day))),
	};
}
