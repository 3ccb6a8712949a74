import {
	addDays,
	eachDay,
	earliest,
	type IsoDate,
	isoWeek,
	lastDayOfMonth,
	latest,
	mondayOf,
	thursdayOf,
	weekdayOf,
} from "#app/domain/dates.ts";
import { formatWeek, formatWeekdayAndDay, monthName, weekdayName } from "#app/domain/format.ts";
import { isHelgdag } from "#app/domain/holidays.ts";
import { type ClippedPeriod, type InForce, periodOf } from "#app/domain/periods.ts";
import type { Helgkvall } from "../types.ts";
import type { Cadence, RecurringSettings } from "./settings.ts";

/** One expected tillfälle: a day, or a week, month, quarter or termin in which something is to happen. */
export interface Slot {
	/** `2016-03-25`, `2018-W41`, `2018-10`, `2018-Q3`, `2018-VT`. */
	key: string;
	/** "fre 25 mars", "v. 41", "oktober 2018", "kvartal 3 2018", "vårterminen 2018". */
	label: string;
	/** Cut by the dokument's first day. */
	firstDay: IsoDate;
	/** The slot is due when this day is over. Cut by the dokument's end. */
	lastDay: IsoDate;
	/** The day that places it in a month and a period: itself, a week's Thursday, the last day of a longer one. */
	anchor: IsoDate;
	/** Row of the day grid: "fredag", "annan helgkväll"; null for longer slots. */
	row: string | null;
}

export const HELGKVALL_ROW = "annan helgkväll";

interface Facts {
	inForce: InForce;
	period: ClippedPeriod;
	helgkvallar: readonly Helgkvall[];
}

/**
 * The expected tillfällen that belong to a period, in order. A week belongs to the period that holds its Thursday
 * (as ISO 8601 gives a week its year), a longer stretch to the one in which it ends; a dokument that ends earlier ends its last stretch too.
 */
export function slotsOf({ cadence, season }: RecurringSettings, facts: Facts): Slot[] {
	const slots = cadence.type === "every" ? stretchSlots(cadence.every, facts) : daySlots(cadence, facts);
	return slots.filter((slot) => isInSeason(season, slot.anchor));
}

/** The key of the slot that a day falls in, whether it is expected or not. */
export function slotKeyOf(cadence: Cadence, date: IsoDate): string {
	if (cadence.type !== "every") return date;
	return cadence.every === "week" ? isoWeek(date).key : stretchOf(date, cadence.every).key;
}

/** Opening hours that the text does not give: nothing is expected and nothing can be missed. */
export function isUnstated({ cadence }: RecurringSettings): boolean {
	return cadence.type === "opening_hours" && cadence.hours.length === 0;
}

/** The opening hours of a day, in order; none for a cadence of another sort. */
export function hoursOn(cadence: Cadence, date: IsoDate): { from: string; to: string }[] {
	if (cadence.type !== "opening_hours") return [];
	return cadence.hours
		.filter(({ weekday }) => weekday === weekdayOf(date))
		.map(({ from, to }) => ({ from, to }))
		.sort((a, b) => (a.from < b.from ? -1 : 1));
}

type DayCadence = Exclude<Cadence, { type: "every" }>;

function daySlots(cadence: DayCadence, { period, helgkvallar }: Facts): Slot[] {
	const weekdays = cadence.type === "weekdays" ? cadence.weekdays : cadence.hours.map((hours) => hours.weekday);
	const evenings = new Set(
		cadence.type === "weekdays" && cadence.withHelgkvallar ? helgkvallar.map((evening) => evening.date) : [],
	);
	return eachDay(period.clippedFrom, period.clippedTo).flatMap((date) => {
		const weekday = weekdayOf(date);
		const isWeekday = weekdays.includes(weekday) && !(cadence.onlyHelgfria && isHelgdag(date));
		if (!isWeekday && !evenings.has(date)) return [];
		const row = isWeekday ? weekdayName(weekday) : HELGKVALL_ROW;
		return [{ key: date, label: formatWeekdayAndDay(date), firstDay: date, lastDay: date, anchor: date, row }];
	});
}

type Every = Extract<Cadence, { type: "every" }>["every"];

function stretchSlots(every: Every, { inForce, period }: Facts): Slot[] {
	const slots: Slot[] = [];
	// The last stretch that touches the period may have its anchor in the next one, and the first in the one before.
	for (let stretch = stretchOf(period.clippedFrom, every); stretch.firstDay <= period.clippedTo; ) {
		const firstDay = latest(stretch.firstDay, inForce.from);
		const lastDay = inForce.to === null ? stretch.lastDay : earliest(stretch.lastDay, inForce.to);
		const anchor = every === "week" ? thursdayOf(stretch.firstDay) : lastDay;
		if (anchor >= period.clippedFrom && anchor <= period.clippedTo)
			slots.push({ key: stretch.key, label: stretch.label, firstDay, lastDay, anchor, row: null });
		stretch = stretchOf(addDays(stretch.lastDay, 1), every);
	}
	return slots;
}

interface Stretch {
	key: string;
	label: string;
	firstDay: IsoDate;
	lastDay: IsoDate;
}

/** The calendar week, month, quarter or termin (January–June, July–December) that holds a day. */
function stretchOf(date: IsoDate, every: Every): Stretch {
	const year = date.slice(0, 4);
	if (every === "week") {
		const { key } = isoWeek(date);
		const firstDay = mondayOf(date);
		return { key, label: formatWeek(key), firstDay, lastDay: addDays(firstDay, 6) };
	}
	if (every === "month") {
		const month = Number(date.slice(5, 7));
		return {
			key: date.slice(0, 7),
			label: `${monthName(month)} ${year}`,
			firstDay: `${date.slice(0, 7)}-01`,
			lastDay: lastDayOfMonth(Number(year), month),
		};
	}
	const { code, ordinal, from, to } = periodOf(date, every === "quarter" ? "quarter" : "half_year");
	const span = { firstDay: from, lastDay: to };
	if (every === "quarter") return { key: code, label: `kvartal ${ordinal} ${year}`, ...span };
	return ordinal === 1
		? { key: `${year}-VT`, label: `vårterminen ${year}`, ...span }
		: { key: `${year}-HT`, label: `höstterminen ${year}`, ...span };
}

function isInSeason(season: RecurringSettings["season"], date: IsoDate): boolean {
	if (!season) return true;
	const month = Number(date.slice(5, 7));
	const { fromMonth, toMonth } = season;
	return fromMonth <= toMonth ? fromMonth <= month && month <= toMonth : month >= fromMonth || month <= toMonth;
}
