import {
	addDays,
	addHours,
	type IsoDate,
	type IsoInstant,
	isoWeek,
	mondayOf,
	stockholmDate,
	stockholmInstant,
} from "#app/domain/dates.ts";
import { isHelgdag } from "#app/domain/holidays.ts";

const LETTER_HOUR = 7;
/** A letter that is later than this would tell of last week. */
const CATCH_UP_HOURS = 24;

/**
 * When the letters of a day's ISO week go out: 07.00 Swedish time on its Monday, or on the first day after it that is no
 * helgdag.
 */
export function letterInstant(date: IsoDate): IsoInstant {
	let day = mondayOf(date);
	while (isHelgdag(day)) day = addDays(day, 1);
	return stockholmInstant(day, LETTER_HOUR);
}

/**
 * The ISO week whose letters are to be written now, `2018-W42`. They are caught up with for 24 hours; a week that is missed
 * altogether is null from then on, and what it would have told is told the next one.
 */
export function weekDue(now: IsoInstant): string | null {
	const today = stockholmDate(now);
	const from = letterInstant(today);
	return from <= now && now < addHours(from, CATCH_UP_HOURS) ? isoWeek(today).key : null;
}
