import { type IsoInstant, stockholmDate } from "#app/domain/dates.ts";

const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", hour: "2-digit", minute: "2-digit" });

/** "2018-10-15 14:00", Swedish time */
export function formatInstant(instant: IsoInstant): string {
	return `${stockholmDate(instant)} ${clock.format(new Date(instant))}`;
}
