import type { UpcomingDay, UpcomingFacts } from "../types.ts";
import type { MilestoneSettings } from "./settings.ts";

/** The planned day, while it is not done. */
export function plannedDay(
	{ plannedOn }: MilestoneSettings,
	{ from, to, inForce, entries }: UpcomingFacts,
): UpcomingDay[] {
	const isDone = entries.some(({ date }) => date >= inForce.from && (inForce.to === null || date <= inForce.to));
	if (isDone || plannedOn === null || plannedOn < from || plannedOn > to) return [];
	if (plannedOn < inForce.from || (inForce.to !== null && plannedOn > inForce.to)) return [];
	return [{ day: plannedOn, text: "planerat klart" }];
}
