import { type AtgardFacts, isOverdue, listAtgarder } from "#app/domain/atgard.ts";
import { addDays, type IsoDate } from "#app/domain/dates.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { Notis } from "./notis.ts";
import { dayWords, sinceWords } from "./sinceWords.ts";

/** So long before its last day an åtgärd is said to come up. */
const ATGARD_SOON_DAYS = 7;

export interface NotisAtgard extends AtgardFacts {
	title: string;
	isExample: boolean;
}

/**
 * The open åtgärder of somebody's own party that are past their last day, or reach it within {@link ATGARD_SOON_DAYS} days.
 *
 * @param owners whose they are for this person; none: nobody's
 * @param pageSize how many of them the page of åtgärder shows at a time
 */
export function atgardNotiser(
	atgarder: readonly NotisAtgard[],
	{
		kommun,
		owners,
		today,
		pageSize,
	}: { kommun: Notis["kommun"]; owners: readonly PerformedBy[]; today: IsoDate; pageSize: number },
): Notis[] {
	const soonest = addDays(today, ATGARD_SOON_DAYS);
	return listAtgarder(atgarder, { today, owners }).mina.flatMap((atgard, index): Notis[] => {
		const { id, title, dueOn, isExample } = atgard;
		if (dueOn === null || dueOn > soonest) return [];
		const isLate = isOverdue(atgard, today);
		const page = Math.floor(index / pageSize) + 1;
		return [
			{
				key: `atgard:${id}:${isLate ? "overdue" : "due"}`,
				kind: "atgard",
				severity: isLate ? "forsenat" : "snart",
				kommun,
				title,
				why: isLate
					? `Försenad ${sinceWords(dueOn, today)}`
					: `Klar senast ${dueOn === today ? "i dag" : dayWords(dueOn, today)}`,
				to: `/intern/${kommun.slug}/atgarder?visa=mina${page > 1 ? `&sida=${page}` : ""}#atgard-${id}`,
				day: dueOn,
				isExample,
			},
		];
	});
}
