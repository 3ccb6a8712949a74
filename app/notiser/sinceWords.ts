import { daysBetween, type IsoDate } from "#app/domain/dates.ts";
import { countOf, formatDate, formatDay } from "#app/domain/format.ts";

/** "1 oktober"; with the year where it is another than today's. */
export function dayWords(day: IsoDate, today: IsoDate): string {
	return day.slice(0, 4) === today.slice(0, 4) ? formatDay(day) : formatDate(day);
}

/** "sedan 1 oktober, 14 dagar", of a day that is past */
export function sinceWords(day: IsoDate, today: IsoDate): string {
	return `sedan ${dayWords(day, today)}, ${countOf(daysBetween(day, today), "dag", "dagar")}`;
}
