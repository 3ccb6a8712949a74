import ical, { ICalEventBusyStatus, type ICalEventData, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addDays, type IsoDate, type IsoInstant } from "#app/domain/dates.ts";
import type { KalenderEvent } from "#app/kalender/event.ts";

/** How often a calendar is asked to read again, in seconds. */
const READ_AGAIN = 3600;

/**
 * Events as iCalendar (RFC 5545): UTC instants, which every calendar shows right whatever it knows of summer time, and days
 * without a time.
 *
 * @param origin where people use the app; its host makes the UIDs the instance's own
 * @param stamp when it is made (DTSTAMP)
 */
export function kalenderIcs(
	events: readonly KalenderEvent[],
	{ origin, stamp }: { origin: string; stamp: IsoInstant },
): string {
	const { hostname } = new URL(origin);
	const calendar = ical({
		prodId: { company: "Löfteskoll", product: "Kalender", language: "SV" },
		name: "Löfteskoll",
		ttl: READ_AGAIN,
		events: events.map((event) => eventOf(event, { origin, hostname, stamp })),
	});
	// The last line ends too (3.1).
	return `${calendar.toString()}\r\n`;
}

function eventOf(
	{ uid, summary, description, location, to, when, isBusy, isCancelled, sequence }: KalenderEvent,
	{ origin, hostname, stamp }: { origin: string; hostname: string; stamp: IsoInstant },
): ICalEventData {
	const url = `${origin}${to}`;
	return {
		id: `${uid}@${hostname}`,
		sequence,
		stamp: new Date(stamp),
		summary: plainText(summary),
		// Many calendars show the description and not the URL.
		description: plainText(`${description}\n\nÖppna i Löfteskoll: ${url}`),
		location: location === null ? null : plainText(location),
		url,
		status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		transparency: isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
		busystatus: isBusy ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
		...spanOf(when),
	};
}

function spanOf(when: KalenderEvent["when"]): Pick<ICalEventData, "allDay" | "start" | "end"> {
	if (when.kind === "time") return { start: new Date(when.from), end: new Date(when.to) };
	// DTEND is the day after the last one (3.6.1).
	return { allDay: true, start: midnight(when.from), end: midnight(addDays(when.to, 1)) };
}

/** The generator writes the UTC date of what it is given. */
function midnight(day: IsoDate): Date {
	return new Date(`${day}T00:00:00Z`);
}

/** What a TEXT may hold (3.3.11): no control characters but tab and line break, and every character whole. */
function plainText(text: string): string {
	return text
		.replace(/\p{Surrogate}/gu, "\ufffd")
		.replace(/\r\n?/g, "\n")
		.replace(/(?![\t\n])\p{Cc}/gu, "");
}
