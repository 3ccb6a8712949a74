import { addDays, type IsoDate } from "./dates.ts";
import { helgkvallarOf, isHelgdag } from "./holidays.ts";

/** An evening of the calendar with the tick that the app proposes. */
export interface ProposedHelgkvall {
	date: IsoDate;
	name: string;
	isTicked: boolean;
}

/** The years that a kommun's calendar can have. */
export const FIRST_CALENDAR_YEAR = 1990;
export const LAST_CALENDAR_YEAR = 2199;

/**
 * The evenings of a year with a first tick: those before a helgdag, when people are free the day after (påskdagen, but
 * not annandag påsk). It is a proposal; the parties tick their own.
 */
export function proposeHelgkvallar(year: number): ProposedHelgkvall[] {
	return helgkvallarOf(year).map(({ date, name }) => ({ date, name, isTicked: isHelgdag(addDays(date, 1)) }));
}
