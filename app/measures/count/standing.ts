import { combineStatuses, type Status } from "#app/domain/status.ts";
import { countedEntries, type Moment, sumQuantities, within } from "../moment.ts";
import type { CalculationInput, Entry } from "../types.ts";
import type { Window } from "../windows.ts";
import { evenPace, type PlannedPart, planWindow } from "./plan.ts";
import type { CountSettings } from "./settings.ts";

/** One window that the period meets, as it stands on the evaluated day. */
export interface WindowStanding {
	window: Window;
	/** Empty without an end. */
	plan: PlannedPart[];
	/** The counted entries of the window, and their sum. */
	entries: Entry[];
	total: number;
	/** The sum within the period. */
	inPeriod: number;
	/** The period's own part; null without an end. */
	planned: PlannedPart | null;
	/** What an even pace would have brought by the evaluated day; null when the period is over or the end is open. */
	pace: number | null;
	status: Status;
}

/** Counts a window through the evaluated day and judges it against what the period asks of it. */
export function standingOf(
	input: CalculationInput<CountSettings>,
	{
		window,
		versionIndex,
		settings,
		moment,
	}: { window: Window; versionIndex: number; settings: CountSettings; moment: Moment },
): WindowStanding {
	const plan = planWindow(input, { window, versionIndex });
	const planned = plan.find((part) => part.period.code === input.period.code) ?? null;
	const entries = countedEntries(input, moment.day).filter(
		({ date }) => date >= window.from && (window.to === null || date <= window.to),
	);
	const total = sumQuantities(entries);
	const pace = planned && !moment.isOver && moment.hasBegun ? evenPace(planned, moment.day) : null;
	return {
		window,
		plan,
		entries,
		total,
		inPeriod: sumQuantities(within(entries, input.period.clippedFrom, input.period.clippedTo)),
		planned,
		pace,
		status: statusOf({ total, minimum: settings.minimum, planned, pace, isOver: moment.isOver }),
	};
}

/** Binary fractions must not decide whether somebody is a whole activity behind. */
const DUST = 1e-9;

function statusOf({
	total,
	minimum,
	planned,
	pace,
	isOver,
}: {
	total: number;
	minimum: number;
	planned: PlannedPart | null;
	pace: number | null;
	isOver: boolean;
}): Status {
	if (total >= minimum) return "natt";
	const begun: Status = total > 0 ? "pa_vag" : "inte_igang";
	if (!planned) return begun;
	if (planned.minimumThrough === 0) return "inget_minimum";
	if (total >= planned.minimumThrough) return "natt";
	if (isOver) return "ej_natt";
	return (pace ?? 0) - total >= 1 - DUST ? "efter" : begun;
}

/**
 * Where an agreement year cuts the period, each of the two years must hold. A year that asks nothing of this period
 * (decision 0008) says nothing beside one that does.
 */
export function combinedStatus(standings: readonly WindowStanding[]): Status {
	const asking = standings.filter(({ planned }) => planned !== null && planned.minimumThrough > 0);
	return combineStatuses((asking.length > 0 ? asking : standings).map((standing) => standing.status));
}
