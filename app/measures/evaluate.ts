import type { IsoDate } from "#app/domain/dates.ts";
import type { FollowUp, FollowUpAktivitet, FollowUpDokument, FollowUpMeasure } from "#app/domain/followUp.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { type ClippedPeriod, clipPeriod, type Period, periodOf } from "#app/domain/periods.ts";
import { combineStatuses, compareAttention, countNadda, type Status } from "#app/domain/status.ts";
import { measureModule } from "./index.ts";
import type { Calculation } from "./types.ts";

export interface EvaluatedMeasure {
	id: number;
	kind: MeasureKind;
	name: string;
	rakneregel: string;
	calculation: Calculation;
}

export interface EvaluatedAktivitet {
	id: number;
	quotation: string;
	aktivitetstyp: string;
	heading: string | null;
	lofte: FollowUpAktivitet["lofte"];
	parter: FollowUpAktivitet["parter"];
	status: Status;
	measures: EvaluatedMeasure[];
}

export interface EvaluatedDokument {
	id: number;
	title: string;
	period: ClippedPeriod;
	summary: ReturnType<typeof countNadda>;
	/** In the order of the text. */
	aktiviteter: EvaluatedAktivitet[];
}

/**
 * Calculates every measure of a dokument for the period of its own kind that holds `period.to` or, while that day lies
 * ahead or behind the dokument, the nearest day in force within the period.
 *
 * @returns undefined when the dokument is not in force in the period
 */
export function evaluateDokument(
	followUp: FollowUp,
	dokument: FollowUpDokument,
	{ period, today }: { period: Period; today: IsoDate },
): EvaluatedDokument | undefined {
	const own = ownPeriod(dokument, { period, today });
	if (!own) return undefined;
	const aktiviteter = dokument.aktiviteter.map((aktivitet) => {
		const measures = aktivitet.measures.map((measure) => ({
			id: measure.id,
			kind: measure.kind,
			name: measure.name,
			rakneregel: measure.rakneregel,
			calculation: evaluateMeasure(followUp, { dokument, aktivitet, measure, period: own, today }),
		}));
		return {
			id: aktivitet.id,
			quotation: aktivitet.quotation,
			aktivitetstyp: aktivitet.aktivitetstyp,
			heading: aktivitet.heading,
			lofte: aktivitet.lofte,
			parter: aktivitet.parter,
			status: combineStatuses(measures.map((measure) => measure.calculation.status)),
			measures,
		};
	});
	return {
		id: dokument.id,
		title: dokument.title,
		period: own,
		summary: countNadda(aktiviteter.map((aktivitet) => aktivitet.status)),
		aktiviteter,
	};
}

/** Calculates one measure for a period already clipped to its dokument. */
export function evaluateMeasure(
	followUp: FollowUp,
	{
		dokument,
		aktivitet,
		measure,
		period,
		today,
	}: {
		dokument: FollowUpDokument;
		aktivitet: FollowUpAktivitet;
		measure: FollowUpMeasure;
		period: ClippedPeriod;
		today: IsoDate;
	},
): Calculation {
	return measureModule(measure.kind).calculate({
		versions: measure.versions,
		inForce: { from: dokument.inForceFrom, to: dokument.inForceTo },
		periodKind: dokument.periodKind,
		period,
		today,
		entries: measure.entries,
		excusedSlots: measure.excusedSlots,
		helgkvallar: followUp.helgkvallar,
		platser: followUp.platser,
		atgarder: aktivitet.atgarder,
		fordelning: measure.fordelning?.parts ?? null,
	});
}

/** What needs attention first; within the same status the order of the text. */
export function byAttention(aktiviteter: readonly EvaluatedAktivitet[]): EvaluatedAktivitet[] {
	return [...aktiviteter].sort((a, b) => compareAttention(a.status, b.status));
}

/**
 * The dokument's own follow-up period for a period looked at: the same one when the kinds agree; otherwise (a dokument
 * followed per quarter, looked at in a tertial) the period of its kind that holds today, or the last one within.
 */
function ownPeriod(
	dokument: FollowUpDokument,
	{ period, today }: { period: Period; today: IsoDate },
): ClippedPeriod | undefined {
	const inForce = { from: dokument.inForceFrom, to: dokument.inForceTo };
	if (dokument.periodKind === period.kind) return clipPeriod(period, inForce);
	const window = clipPeriod(period, inForce);
	if (!window) return undefined;
	const day = today >= window.clippedFrom && today <= window.clippedTo ? today : window.clippedTo;
	return clipPeriod(periodOf(day, dokument.periodKind), inForce);
}
