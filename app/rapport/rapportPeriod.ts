import type { IsoDate } from "#app/domain/dates.ts";
import { type ClippedPeriod, clipPeriod, type Period, type PeriodKind } from "#app/domain/periods.ts";

/**
 * The days that a report of the dokument is about.
 *
 * @returns undefined when there is no such report: the dokument is followed per another kind of period, is not in force in
 *   this one, or it has not begun
 */
export function rapportPeriod(
	dokument: { inForceFrom: IsoDate; inForceTo: IsoDate | null; periodKind: PeriodKind },
	{ period, today }: { period: Period; today: IsoDate },
): ClippedPeriod | undefined {
	if (dokument.periodKind !== period.kind) return undefined;
	const clipped = clipPeriod(period, { from: dokument.inForceFrom, to: dokument.inForceTo });
	return clipped && clipped.clippedFrom <= today ? clipped : undefined;
}
