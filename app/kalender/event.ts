import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";

/** An event of the calendar feed. */
export interface KalenderEvent {
	/** Stable over readings: `mote-4@…`, without the host, which the feed adds. */
	uid: string;
	/** What the calendar shows: "Åtgärd: Röj sly vid gångvägen (Sävsjö)". */
	summary: string;
	description: string;
	location: string | null;
	/** Path in the app. */
	to: string;
	/** All day on closed days, or between two instants. */
	when: { kind: "day"; from: IsoDate; to: IsoDate } | { kind: "time"; from: IsoInstant; to: IsoInstant };
	/** It takes the reader's time: a meeting that is held. What a party is to do, or a day to remember, leaves the reader free. */
	isBusy: boolean;
	/** A meeting that is inställt stays, marked as cancelled. */
	isCancelled: boolean;
	/** Raised when the event changes, so that calendars take the change (RFC 5545, SEQUENCE). */
	sequence: number;
}

/** Where an event belongs, and how it is named there. */
export interface EventKommun {
	slug: string;
	/** null: the calendar is of one kommun only, and does not repeat its name in every line. */
	name: string | null;
}

/** "Åtgärd: Röj sly (Sävsjö)" */
export function withKommun(summary: string, { name }: EventKommun): string {
	return name === null ? summary : `${summary} (${name})`;
}

/** All of a day. */
export function onDay(day: IsoDate): KalenderEvent["when"] {
	return { kind: "day", from: day, to: day };
}

/** The lines of a description, those that have nothing to say left out. */
export function described(...lines: (string | null)[]): string {
	return lines.filter((line) => line).join("\n");
}
