import type { IsoInstant } from "#app/domain/dates.ts";

/** Minutes until the next try, after the first one that failed, the second and so on; the longest from then on. */
const WAITS = [1, 2, 4, 8] as const;
const LONGEST_WAIT = 15;
const GIVE_UP_MINUTES = 3 * 24 * 60;
/** Longer than any letter takes: whoever began to send it is gone. */
const ABANDONED_MINUTES = 10;

/** When to try again after so many tries in a row have failed. */
export function nextTry(now: IsoInstant, failures: number): IsoInstant {
	return addMinutes(now, WAITS[failures - 1] ?? LONGEST_WAIT);
}

/**
 * When it is time for a try: it is set for now or earlier, or for later than any is ever set, as by a clock that has been
 * put back since.
 */
export function turnAt(now: IsoInstant): { until: IsoInstant; orAfter: IsoInstant } {
	return { until: now, orAfter: addMinutes(now, 2 * LONGEST_WAIT) };
}

/** A letter written by then, and still not sent, is not sent at all: the next week's tells the same. */
export function oldestToSend(now: IsoInstant): IsoInstant {
	return addMinutes(now, -GIVE_UP_MINUTES);
}

/** A letter that was begun by then was cut off, and nobody knows whether it left. */
export function abandonedBefore(now: IsoInstant): IsoInstant {
	return addMinutes(now, -ABANDONED_MINUTES);
}

function addMinutes(instant: IsoInstant, minutes: number): IsoInstant {
	return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
