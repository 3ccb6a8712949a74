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
