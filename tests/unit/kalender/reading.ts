import ICAL from "ical.js";

/** An event as a calendar program reads it. */
export interface ReadEvent {
	uid: string;
	summary: string;
	description: string;
	location: string | null;
	url: string;
	sequence: number;
	status: string;
	transp: string;
	isAllDay: boolean;
	/** An instant, or for an all-day event its first day. */
	from: string;
	/** An instant, or for an all-day event the day after its last one. */
	to: string;
}

/** Reads a feed by a real parser. Throws what the parser does. */
export function readFeed(text: string): { calendar: ICAL.Component; events: ReadEvent[] } {
	const calendar = ICAL.Component.fromString(text);
	return { calendar, events: calendar.getAllSubcomponents("vevent").map(readEvent) };
}

/** The hour that a calendar in Sweden shows: "2018-03-23 15:00". */
export function inSweden(instant: string): string {
	return new Intl.DateTimeFormat("sv-SE", {
		timeZone: "Europe/Stockholm",
		dateStyle: "short",
		timeStyle: "short",
	}).format(new Date(instant));
}

/** The lines of a file as they stand in it. */
export function linesOf(text: string): string[] {
	return text.split("\r\n").slice(0, -1);
}

function readEvent(component: ICAL.Component): ReadEvent {
	const event = new ICAL.Event(component);
	const text = (name: string) => String(component.getFirstPropertyValue(name) ?? "");
	const isAllDay = event.startDate.isDate;
	const written = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
	return {
		uid: event.uid,
		summary: event.summary,
		description: event.description,
		location: event.location,
		url: text("url"),
		sequence: Number(text("sequence")),
		status: text("status"),
		transp: text("transp"),
		isAllDay,
		from: written(event.startDate),
		to: written(event.endDate),
	};
}
