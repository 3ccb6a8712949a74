import { countOf, formatDate, formatDay, PERIOD_WORDS, upperFirst } from "#app/domain/format.ts";
import { countedEntries, momentOf, periodRemarks, settingsFor, sumQuantities, within } from "../moment.ts";
import { type MonthFact, monthsThrough } from "../months.ts";
import type { Calculation, CalculationInput } from "../types.ts";
import type { OngoingSettings } from "./settings.ts";

export interface OngoingChart {
	figure: string;
	/** "detta tertial" */
	thisOne: string;
	months: MonthFact[];
}

/** No number is agreed, so nothing is fulfilled or unfulfilled: how often, how lately, month by month. */
export function calculateOngoing(input: CalculationInput<OngoingSettings>): Calculation<OngoingChart> {
	const moment = momentOf(input);
	const { period, inForce } = input;
	const { unit, unitOne } = settingsFor(input.versions, period.clippedFrom);
	const entries = countedEntries(input, moment.day);
	const latestEntry = entries[entries.length - 1];
	const inPeriod = sumQuantities(within(entries, period.clippedFrom, moment.day));
	const figure = countOf(inPeriod, unitOne, unit);
	const months = monthsThrough(entries, { from: inForce.from, day: moment.day });
	const { thisOne } = PERIOD_WORDS[period.kind];
	return {
		status: "inget_minimum",
		headline: latestEntry
			? `${figure} ${thisOne}, senast ${lately(latestEntry.date, moment.day)}`
			: `Inga ${unit} registrerade ännu`,
		figure,
		remarks: [
			"Inget antal är avtalat.",
			...(inForce.from < period.clippedFrom && latestEntry
				? [`${countOf(sumQuantities(entries), unitOne, unit)} sedan ${formatDate(inForce.from)}.`]
				: []),
			...periodRemarks(period, moment),
		],
		chart: { figure, thisOne, months },
		table: {
			caption: `${upperFirst(unit)} per månad`,
			columns: [{ label: "Månad" }, { label: "Antal", isNumeric: true }],
			rows: months.map((month) => [upperFirst(month.name), month.quantity]),
		},
		figures: {
			unit,
			periodMinimum: null,
			thisPeriod: moment.hasBegun ? inPeriod : null,
			minimum: null,
			cumulative: sumQuantities(entries),
		},
	};
}

/** "12 april", with the year when it is not the evaluated day's. */
function lately(date: string, day: string): string {
	return date.slice(0, 4) === day.slice(0, 4) ? formatDay(date) : formatDate(date);
}
