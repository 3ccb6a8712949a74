import { daysBetween, type IsoDate, latest } from "#app/domain/dates.ts";
import { countOf, formatDate } from "#app/domain/format.ts";
import type { Status } from "#app/domain/status.ts";
import { countedEntries, type Moment, momentOf, periodRemarks, settingsFor } from "../moment.ts";
import type { Calculation, CalculationInput } from "../types.ts";
import type { MilestoneSettings } from "./settings.ts";

/** A day on the line, as a share of its length. */
export interface LinePoint {
	share: number;
	/** "3 maj 2017" */
	label: string;
}

export interface MilestoneChart {
	figure: string;
	from: LinePoint;
	/** The dokument's last day; null when it has no end. */
	to: LinePoint | null;
	planned: LinePoint | null;
	done: LinePoint | null;
	/** The evaluated day, while it is not done. */
	today: LinePoint | null;
}

/** Done once: the first genomförande is the day it was done. Once done it stays done in every later period. */
export function calculateMilestone(input: CalculationInput<MilestoneSettings>): Calculation<MilestoneChart> {
	const moment = momentOf(input);
	const { plannedOn } = settingsFor(input.versions, input.period.clippedFrom);
	const doneOn = countedEntries(input, moment.day)[0]?.date ?? null;
	const figure = figureOf({ doneOn, plannedOn });
	return {
		status: statusOf({ doneOn, plannedOn, moment }),
		headline: doneOn && plannedOn ? `${figure}, ${comparedWithPlan(doneOn, plannedOn)}` : figure,
		figure,
		remarks: [
			...(plannedOn ? [`Planerat till ${formatDate(plannedOn)}.`] : ["Löftet anger ingen dag då det ska vara klart."]),
			...(!doneOn && plannedOn && plannedOn < moment.day && moment.hasBegun
				? [`${countOf(daysBetween(plannedOn, moment.day), "dag", "dagar")} efter plan.`]
				: []),
			...(doneOn ? [] : periodRemarks(input.period, moment)),
		],
		chart: chartOf(input, { doneOn, plannedOn, moment, figure }),
		table: {
			caption: "Planerat och klart",
			columns: [{ label: "Planerat" }, { label: "Klart" }, { label: "Dagar efter plan", isNumeric: true }],
			rows: [[plannedOn, doneOn, doneOn && plannedOn ? daysBetween(plannedOn, doneOn) : null]],
		},
		figures: {
			unit: "milstolpe",
			periodMinimum: null,
			thisPeriod: moment.hasBegun ? Number(doneOn !== null && doneOn >= input.period.clippedFrom) : null,
			minimum: 1,
			cumulative: Number(doneOn !== null),
		},
	};
}

function statusOf({
	doneOn,
	plannedOn,
	moment,
}: {
	doneOn: IsoDate | null;
	plannedOn: IsoDate | null;
	moment: Moment;
}): Status {
	if (doneOn) return "natt";
	if (!moment.hasBegun) return "inte_igang";
	if (moment.isDokumentOver) return "ej_natt";
	return plannedOn !== null && plannedOn < moment.day ? "efter" : "inte_igang";
}

function figureOf({ doneOn, plannedOn }: { doneOn: IsoDate | null; plannedOn: IsoDate | null }): string {
	if (doneOn) return `Klart ${formatDate(doneOn)}`;
	return plannedOn ? `Inte klart, planerat ${formatDate(plannedOn)}` : "Inte klart";
}

function comparedWithPlan(doneOn: IsoDate, plannedOn: IsoDate): string {
	const late = daysBetween(plannedOn, doneOn);
	if (late === 0) return "enligt plan";
	return `${countOf(Math.abs(late), "dag", "dagar")} ${late > 0 ? "efter" : "före"} plan`;
}

function chartOf(
	{ inForce }: CalculationInput<MilestoneSettings>,
	{
		doneOn,
		plannedOn,
		moment,
		figure,
	}: { doneOn: IsoDate | null; plannedOn: IsoDate | null; moment: Moment; figure: string },
): MilestoneChart {
	const days = [inForce.to, plannedOn, doneOn, moment.day].filter((day) => day !== null);
	const first = [inForce.from, plannedOn ?? inForce.from].reduce((a, b) => (a < b ? a : b));
	const length = Math.max(1, daysBetween(first, days.reduce(latest, inForce.from)));
	const point = (day: IsoDate): LinePoint => ({ share: daysBetween(first, day) / length, label: formatDate(day) });
	return {
		figure,
		from: point(inForce.from),
		to: inForce.to === null ? null : point(inForce.to),
		planned: plannedOn ? point(plannedOn) : null,
		done: doneOn ? point(doneOn) : null,
		today: doneOn || moment.day < inForce.from ? null : point(moment.day),
	};
}
