import { addMonths, earliest, type IsoDate, lastDayOfMonth, latest } from "#app/domain/dates.ts";
import { monthName } from "#app/domain/format.ts";
import { sumQuantities, within } from "./moment.ts";
import type { Entry } from "./types.ts";

/** What happened in a month, for a month strip. */
export interface MonthFact {
	/** "april 2018" */
	name: string;
	/** "apr" */
	label: string;
	/** "2018" under the first month shown of a year, otherwise "". */
	yearLabel: string;
	quantity: number;
}

const SHOWN = 12;

/** The last twelve months through the day, or as many as have been in force; empty before the first day. */
export function monthsThrough(entries: readonly Entry[], { from, day }: { from: IsoDate; day: IsoDate }): MonthFact[] {
	if (day < from) return [];
	const first = latest(firstOfMonth(from), addMonths(firstOfMonth(day), 1 - SHOWN));
	const months: MonthFact[] = [];
	for (let month = first; month <= day; month = addMonths(month, 1)) {
		const number = Number(month.slice(5, 7));
		const year = month.slice(0, 4);
		const end = earliest(lastDayOfMonth(Number(year), number), day);
		months.push({
			name: `${monthName(number)} ${year}`,
			label: monthName(number).slice(0, 3),
			yearLabel: months.length === 0 || number === 1 ? year : "",
			quantity: sumQuantities(within(entries, month, end)),
		});
	}
	return months;
}

function firstOfMonth(date: IsoDate): IsoDate {
	return `${date.slice(0, 7)}-01`;
}
