import type { IsoInstant } from "#app/domain/dates.ts";

const moment = new Intl.DateTimeFormat("sv-SE", {
	timeZone: "Europe/Stockholm",
	year: "numeric",
	month: "2-digit",
	day: "2-digit",
	hour: "2-digit",
	minute: "2-digit",
});

/** "2018-10-15 14:00", Swedish time, wherever the reader is. */
export function formatMoment(instant: IsoInstant): string {
	return moment.format(new Date(instant));
}

/** "2018-10-15", the Swedish date of an instant. */
export function formatMomentDate(instant: IsoInstant): string {
	return formatMoment(instant).slice(0, 10);
}
