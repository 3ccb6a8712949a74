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
	/** A meeting that is inställt stays, marked as cancelled. */
	isCancelled: boolean;
	/** Raised when the event changes, so that calendars take the change (RFC 5545, SEQUENCE). */
	sequence: number;
}
