import { lastDayOfMonth } from "#app/domain/dates.ts";
import type { UpcomingDay, UpcomingFacts } from "../types.ts";
import type { RecurringSettings } from "./settings.ts";

/** The first and last days of its seasons that fall within the days and the dokument; none when it goes on all year. */
export function seasonDays({ season }: RecurringSettings, { from, to, inForce }: UpcomingFacts): UpcomingDay[] {
	if (season === null) return [];
	const first = Number(from.slice(0, 4));
	const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
	const days = years.flatMap((year): UpcomingDay[] => [
		{ day: `${lastDayOfMonth(year, season.fromMonth).slice(0, 8)}01`, text: "säsongen börjar" },
		{ day: lastDayOfMonth(year, season.toMonth), text: "säsongen slutar" },
	]);
	return days.filter(
		({ day }) => day >= from && day <= to && day >= inForce.from && (inForce.to === null || day <= inForce.to),
	);
}
