import type { AtgardFacts } from "#app/domain/atgard.ts";
import { ownersOf } from "#app/domain/atgard.ts";
import { formatDate } from "#app/domain/format.ts";
import { PERFORMED_BY, type PerformedBy, performedByName } from "#app/domain/performedBy.ts";
import { isPermitted, type Role } from "#app/domain/permissions.ts";
import { described, type EventKommun, type KalenderEvent, onDay, withKommun } from "./event.ts";

/** What the calendar knows of an åtgärd. */
export interface CalendarAtgard extends AtgardFacts {
	title: string;
	aktivitetId: number;
	aktivitetQuotation: string;
	isExample: boolean;
	version: number;
}

/**
 * Whose åtgärder stand in the calendar of a person with these roles (decision 0017): those that the person's lists call
 * "mina"; with them those of other parter for whoever closes åtgärder. A ledamot follows all, and so does whoever has no
 * list of their own.
 */
export function calendarOwners(roles: readonly Role[]): readonly PerformedBy[] {
	const own = ownersOf(roles);
	if (own.length === 0 || roles.includes("ledamot")) return PERFORMED_BY;
	return isPermitted(roles, "handleAtgarder") ? [...own, "annan"] : own;
}

/** The open åtgärder of these owners on their last day; one without a day has no place in a calendar. */
export function atgardEvents(
	atgarder: readonly CalendarAtgard[],
	{ kommun, owners }: { kommun: EventKommun; owners: readonly PerformedBy[] },
): KalenderEvent[] {
	return atgarder.flatMap(
		({ id, title, owner, decidedOn, dueOn, doneOn, aktivitetId, aktivitetQuotation, isExample, version }) => {
			if (dueOn === null || doneOn !== null || !owners.includes(owner)) return [];
			return {
				uid: `atgard-${id}`,
				summary: withKommun(`Åtgärd: ${title}`, kommun),
				description: described(
					"Ska vara klar senast i dag.",
					`Ansvarig: ${performedByName(owner)}.`,
					`Beslutad ${formatDate(decidedOn)}.`,
					`Aktivitet: ”${aktivitetQuotation}”`,
					isExample ? "Exempeldata." : null,
				),
				location: null,
				to: `/intern/${kommun.slug}/aktivitet/${aktivitetId}#atgard-${id}`,
				when: onDay(dueOn),
				isBusy: false,
				isCancelled: false,
				sequence: version,
			};
		},
	);
}
