import type { IsoInstant } from "#app/domain/dates.ts";

const clock = new Intl.DateTimeFormat("sv-SE", {
	timeZone: "Europe/Stockholm",
	year: "numeric",
	month: "2-digit",
	day: "2-digit",
	hour: "2-digit",
	minute: "2-digit",
});

/** "2018-10-15 14:00", Swedish time, wherever the reader is. Without the dates' polyfill, since the browser needs it too. */
export function formatInstant(instant: IsoInstant): string {
	return clock.format(new Date(instant));
}

/** "2018-10-15", the Swedish date of an instant. */
export function formatInstantDate(instant: IsoInstant): string {
	return formatInstant(instant).slice(0, 10);
}
