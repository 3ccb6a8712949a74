import type { IsoDate } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { compareAttention, type Status } from "#app/domain/status.ts";
import { isDeviation } from "#app/rapport/build.ts";
import { deviationsOf } from "#app/rapport/words.ts";
import type { Db } from "#db/connection.server.ts";
import { findAgendaFacts } from "./findAgendaFacts.server.ts";

/** The chart of a mått, for its kind's own component. */
export interface DeviationChart {
	kind: MeasureKind;
	chart: unknown;
}

/**
 * The chart of what an aktivitet deviates in the most, from where the agenda's first line of it comes: the report under review
 * or to be handed in, else the period that runs. undefined when nothing deviates any more, or when there is no chart of it.
 */
export async function findDeviationChart(
	db: Db,
	{ kommunId, heldOn, today, aktivitetId }: { kommunId: number; heldOn: IsoDate; today: IsoDate; aktivitetId: number },
): Promise<DeviationChart | undefined> {
	const { rapporter, awaited, running } = await findAgendaFacts(db, { kommunId, heldOn, today });
	const reported = [...rapporter, ...awaited]
		.flatMap(({ content }) => deviationsOf(content))
		.find(({ id }) => id === aktivitetId);
	if (reported) return worstOf(reported.measures);
	const now = running
		.flatMap(({ aktiviteter }) => aktiviteter)
		.find(({ id, status }) => id === aktivitetId && isDeviation(status));
	return now && worstOf(now.measures.map(({ kind, calculation }) => ({ kind, ...calculation })));
}

function worstOf(measures: readonly (DeviationChart & { status: Status })[]): DeviationChart | undefined {
	const [worst] = measures
		.filter(({ status, chart }) => isDeviation(status) && chart !== null)
		.sort((a, b) => compareAttention(a.status, b.status));
	return worst && { kind: worst.kind, chart: worst.chart };
}
