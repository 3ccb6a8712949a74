import { Temporal } from "temporal-polyfill";

/**
 * Days are Swedish local dates written `YYYY-MM-DD`; they sort and compare as plain strings.
 * Instants are ISO 8601 in UTC. Nothing in here reads the clock: the instant is always an argument.
 */
export type IsoDate = string;
export type IsoInstant = string;

const STOCKHOLM = "Europe/Stockholm";
const EVENING_ENDS_AT_HOUR = 6;

/** The Swedish local date at an instant. */
export function stockholmDate(instant: IsoInstant): IsoDate {
	return stockholmTime(instant).toPlainDate().toString();
}

/**
 * The day a logged activity is proposed to belong to: an evening belongs to the date on which it began,
 * so what is logged 00:00–05:59 local time defaults to yesterday.
 */
export function defaultLogDate(instant: IsoInstant): IsoDate {
	const local = stockholmTime(instant);
	const date = local.toPlainDate().toString();
	return local.hour < EVENING_ENDS_AT_HOUR ? addDays(date, -1) : date;
}

/** The instant of a whole hour, Swedish local time, on a date. */
export function stockholmInstant(date: IsoDate, hour: number): IsoInstant {
	const local = plain(date).toZonedDateTime({ timeZone: STOCKHOLM, plainTime: Temporal.PlainTime.from({ hour }) });
	return new Date(local.epochMilliseconds).toISOString();
}

export function addHours(instant: IsoInstant, hours: number): IsoInstant {
	return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}

export function addDays(date: IsoDate, days: number): IsoDate {
	return plain(date).add({ days }).toString();
}

export function addMonths(date: IsoDate, months: number): IsoDate {
	return plain(date).add({ months }).toString();
}

export function addYears(date: IsoDate, years: number): IsoDate {
	return plain(date).add({ years }).toString();
}

/** Number of days in the closed interval [from, to]; 0 when `to` is before `from`. */
export function countDays(from: IsoDate, to: IsoDate): number {
	return Math.max(0, plain(from).until(plain(to), { largestUnit: "days" }).days + 1);
}

/** Signed whole days from `from` to `to` (same day is 0). */
export function daysBetween(from: IsoDate, to: IsoDate): number {
	return plain(from).until(plain(to), { largestUnit: "days" }).days;
}

/** Every date of the closed interval, in order. */
export function eachDay(from: IsoDate, to: IsoDate): IsoDate[] {
	const days: IsoDate[] = [];
	for (let day = plain(from), last = plain(to); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
		days.push(day.toString());
	return days;
}

/** ISO 8601 weekday: Monday 1 … Sunday 7. */
export function weekdayOf(date: IsoDate): number {
	return plain(date).dayOfWeek;
}

/** ISO 8601 week (Monday first); its year is the one that holds its Thursday. `key` sorts, e.g. `2018-W05`. */
export function isoWeek(date: IsoDate): { year: number; week: number; key: string } {
	const day = plain(date);
	const year = day.yearOfWeek as number;
	const week = day.weekOfYear as number;
	return { year, week, key: `${year}-W${String(week).padStart(2, "0")}` };
}

export function mondayOf(date: IsoDate): IsoDate {
	return addDays(date, 1 - weekdayOf(date));
}

/** The Thursday of the date's ISO week; a week belongs to the tertial that holds it, as ISO 8601 gives a week its year. */
export function thursdayOf(date: IsoDate): IsoDate {
	return addDays(date, 4 - weekdayOf(date));
}

export function lastDayOfMonth(year: number, month: number): IsoDate {
	const yearMonth = Temporal.PlainYearMonth.from({ year, month });
	return yearMonth.toPlainDate({ day: yearMonth.daysInMonth }).toString();
}

export function earliest(a: IsoDate, b: IsoDate): IsoDate {
	return a < b ? a : b;
}

export function latest(a: IsoDate, b: IsoDate): IsoDate {
	return a > b ? a : b;
}

/** A page asks about the same few hundred days thousands of times, and reading one is what costs. */
const known = new Map<IsoDate, Temporal.PlainDate>();
const MOST_KNOWN = 20_000;

function plain(date: IsoDate): Temporal.PlainDate {
	const found = known.get(date);
	if (found) return found;
	const read = Temporal.PlainDate.from(date);
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(date, read);
	return read;
}

function stockholmTime(instant: IsoInstant): Temporal.ZonedDateTime {
	return Temporal.Instant.from(instant).toZonedDateTimeISO(STOCKHOLM);
}
