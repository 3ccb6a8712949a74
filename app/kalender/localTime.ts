import { type IsoDate, type IsoInstant, stockholmInstant } from "#app/domain/dates.ts";

const MINUTE = 60_000;

/**
 * The instant of a time of day in Sweden, so that a calendar shows the same hour before and after a change of the clocks.
 * A time that the change to summer time skips is taken an hour later, and of one that comes twice the first.
 *
 * @param time `HH:MM`
 */
export function instantOf(date: IsoDate, time: string): IsoInstant {
	const wholeHour = stockholmInstant(date, Number(time.slice(0, 2)));
	return new Date(Date.parse(wholeHour) + Number(time.slice(3, 5)) * MINUTE).toISOString();
}

/**
 * From one time of day to a later one. In the night when the clocks go forward the second may come no later than the first:
 * then it lasts as long as it would have any other night, since an event ends after it begins (RFC 5545, 3.6.1).
 */
export function spanOf(
	date: IsoDate,
	{ from, to }: { from: string; to: string },
): { from: IsoInstant; to: IsoInstant } {
	const begins = instantOf(date, from);
	const ends = instantOf(date, to);
	if (ends > begins) return { from: begins, to: ends };
	const lasts = (minutesOf(to) - minutesOf(from)) * MINUTE;
	return { from: begins, to: new Date(Date.parse(begins) + lasts).toISOString() };
}

function minutesOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
