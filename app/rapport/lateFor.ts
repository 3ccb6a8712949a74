import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";

interface Freeze {
	dokumentId: number;
	periodFrom: IsoDate;
	periodTo: IsoDate;
	frozenAt: IsoInstant;
}

interface Registrering {
	date: IsoDate;
	createdAt: IsoInstant;
	measures: readonly { dokumentId: number }[];
}

/** The report that a registrering came too late for: its figures stood still already (PRODUCT §3.6). */
export function lateFor<Given extends Freeze>(
	freezes: readonly Given[],
	{ date, createdAt, measures }: Registrering,
): Given | undefined {
	return freezes.find(
		({ dokumentId, periodFrom, periodTo, frozenAt }) =>
			periodFrom <= date &&
			date <= periodTo &&
			createdAt > frozenAt &&
			measures.some((measure) => measure.dokumentId === dokumentId),
	);
}
