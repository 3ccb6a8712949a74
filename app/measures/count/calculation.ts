import { countOf, formatDate, formatNumber, PERIOD_WORDS, upperFirst } from "#app/domain/format.ts";
import { type Moment, momentOf, NOT_YET, periodRemarks, sumOf, versionIndexFor } from "../moment.ts";
import type { Calculation, CalculationInput, FigureTable } from "../types.ts";
import { indexOfFocus, windowsMeeting } from "../windows.ts";
import { type CountChart, type CountStep, countChart } from "./chartData.ts";
import { forecast } from "./forecast.ts";
import type { CountSettings } from "./settings.ts";
import { combinedStatus, standingOf, type WindowStanding } from "./standing.ts";

type Input = CalculationInput<CountSettings>;

/**
 * At least so many per löfte, year or period: the cumulative quantity of the window against the cumulative minimum
 * through the period. Never capped.
 */
export function calculateCount(input: Input): Calculation<CountChart> {
	const moment = momentOf(input);
	const versionIndex = versionIndexFor(input.versions, input.period.clippedFrom);
	const settings = input.versions[versionIndex]?.settings as CountSettings;
	const standings = windowsMeeting(settings, input).map((window) =>
		standingOf(input, { window, versionIndex, settings, moment }),
	);
	const focus =
		standings[
			indexOfFocus(
				standings.map((standing) => standing.window),
				{ ...input, moment },
			)
		];
	if (!focus) throw new RangeError("a period in force meets at least one window");
	const figure = `${formatNumber(focus.total)} av minst ${formatNumber(settings.minimum)}`;
	const unit = settings.minimum === 1 ? settings.unitOne : settings.unit;
	const status = moment.hasBegun ? combinedStatus(standings) : "inte_igang";
	const finding = [figure, unit, focus.window.shortLabel].filter(Boolean).join(" ");
	const chart = countChart(input, { settings, focus, moment, figure });
	return {
		status,
		headline: status === "inget_minimum" ? `Inget minimum ${chart.thisOne}, ${finding} hittills` : finding,
		figure,
		remarks: [
			...partRemarks(input, { settings, focus, moment }),
			...standings
				.filter((standing) => standing !== focus)
				.flatMap((other) => otherWindowRemarks(other, { settings, moment })),
			...versionRemarks(input, versionIndex),
			...periodRemarks(input.period, moment),
		],
		chart,
		table: tableOf(chart, settings),
		figures: figuresOf(standings, { settings, focus, moment }),
	};
}

/** Where an agreement year cuts the period, the period's own numbers are those of both years together. */
function figuresOf(
	standings: readonly WindowStanding[],
	{ settings, focus, moment }: { settings: CountSettings; focus: WindowStanding; moment: Moment },
): Calculation["figures"] {
	const parts = standings.flatMap(({ planned }) => (planned ? [planned.part] : []));
	return {
		unit: settings.unit,
		periodMinimum: parts.length === standings.length ? sumOf(parts) : null,
		thisPeriod: moment.hasBegun ? sumOf(standings.map(({ inPeriod }) => inPeriod)) : null,
		minimum: settings.minimum,
		cumulative: focus.total,
	};
}

function partRemarks(
	input: Input,
	{ settings, focus, moment }: { settings: CountSettings; focus: WindowStanding; moment: Moment },
): string[] {
	const { planned, plan, inPeriod, total, pace } = focus;
	const { thisOne } = PERIOD_WORDS[input.periodKind];
	if (!planned) return [`${countOf(inPeriod, settings.unitOne, settings.unit)} ${thisOne}.`];
	const remarks: string[] = [];
	if (plan.length > 1) {
		remarks.push(
			planned.part > 0
				? `${formatNumber(inPeriod)} av minst ${planned.part} ${thisOne}.`
				: `${formatNumber(inPeriod)} ${thisOne}, som inte har någon del av minimum.`,
		);
		if (planned.minimumThrough > planned.part)
			remarks.push(`Fördelningen ger minst ${planned.minimumThrough} till och med ${thisOne}.`);
	}
	if (pace !== null && total < settings.minimum && planned.minimumThrough > 0)
		remarks.push(`Jämn takt vore ${formatNumber(Math.round(pace * 10) / 10)} till i dag.`);
	const range = moment.isOver || !moment.hasBegun ? null : forecast(focus, moment.day);
	if (range) remarks.push(`Med samma takt blir det ${range} till ${focus.window.endLabel}.`);
	return remarks;
}

function otherWindowRemarks(
	{ window, total }: WindowStanding,
	{ settings, moment }: { settings: CountSettings; moment: Moment },
): string[] {
	if (window.from > moment.day) return [];
	return [`${upperFirst(window.label)}: ${formatNumber(total)} av minst ${settings.minimum}.`];
}

function versionRemarks({ versions }: Input, versionIndex: number): string[] {
	const version = versions[versionIndex];
	return version && versionIndex > 0 ? [`Minimum ändrades ${formatDate(version.validFrom)}.`] : [];
}

function tableOf(chart: CountChart, settings: CountSettings): FigureTable {
	const { unit } = settings;
	if (!chart.isCumulative)
		return {
			caption: `Antal ${unit} per period`,
			columns: [{ label: "Period" }, { label: "Antal", isNumeric: true }, { label: "Minst", isNumeric: true }],
			rows: chart.steps.map((step) => [step.name, step.quantity ?? NOT_YET, step.part]),
		};
	const hasPlan = chart.steps.some((step) => step.part !== null);
	const row = (step: CountStep) =>
		hasPlan
			? [step.name, step.quantity ?? NOT_YET, step.part, step.total ?? NOT_YET, step.minimumThrough]
			: [step.name, step.quantity ?? NOT_YET, step.total ?? NOT_YET];
	return {
		caption: `Antal ${unit} per period och sammanlagt`,
		columns: hasPlan
			? [
					{ label: "Period" },
					{ label: "Antal", isNumeric: true },
					{ label: "Minst", isNumeric: true },
					{ label: "Sammanlagt", isNumeric: true },
					{ label: "Sammanlagt minst", isNumeric: true },
				]
			: [{ label: "Period" }, { label: "Antal", isNumeric: true }, { label: "Sammanlagt", isNumeric: true }],
		rows: chart.steps.map(row),
	};
}
