import { addDays, addYears, type IsoDate } from "#app/domain/dates.ts";
import type { KalenderEvent } from "./event.ts";

const DAYS_BACK = 30;
const MOST_EVENTS = 1000;

/**
 * What a reading of the feed holds: from thirty days back to a year ahead, in order. However much is agreed, a calendar
 * gets no more than it can take, the nearest first.
 */
export function withinWindow(events: readonly KalenderEvent[], today: IsoDate): KalenderEvent[] {
	const from = addDays(today, -DAYS_BACK);
	const to = addYears(today, 1);
	return events
		.filter(({ when }) => when.to >= from && when.from <= to)
		.sort((a, b) => compare(a.when.from, b.when.from) || compare(a.uid, b.uid))
		.slice(0, MOST_EVENTS);
}

/** Days and instants in one order: a day comes before its hours. */
function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
