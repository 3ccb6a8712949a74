import type { IsoDate } from "#app/domain/dates.ts";
import type { ClippedPeriod } from "#app/domain/periods.ts";
import { RAPPORT_PARTS } from "#app/domain/rapport.ts";
import type { Db } from "#db/connection.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import type { RapportRow, RapportTextRow } from "#db/rapport.server.ts";
import {
	findAllRapportAtgarder,
	findAllRapportGenomforanden,
	hasExampleData,
	type RapportDokument,
} from "#db/rapportSource.server.ts";
import type { RapportSource } from "./build.ts";

/**
 * All that a report is built from, as it is at this moment; in a fixed number of statements.
 *
 * @param rapport null while nobody has written anything
 * @param texts what has been written in it
 */
export async function findRapportSource(
	db: Db,
	{
		kommunId,
		facts: { kommun, dokument },
		period,
		today,
		rapport,
		texts,
	}: {
		kommunId: number;
		facts: RapportDokument;
		period: ClippedPeriod;
		today: IsoDate;
		rapport: RapportRow | null;
		texts: readonly RapportTextRow[];
	},
): Promise<RapportSource> {
	const dokumentId = dokument.id;
	return {
		kommun,
		dokument,
		followUp: await findFollowUp(db, { kommunId, dokumentIds: [dokumentId] }),
		period,
		today,
		edition: rapport?.edition ?? 1,
		rattelseReason: rapport?.rattelseReason ?? null,
		isExample: await hasExampleData(db, {
			kommunId,
			dokumentId,
			from: dokument.inForceFrom,
			to: period.clippedTo,
		}),
		genomforanden: await findAllRapportGenomforanden(db, {
			kommunId,
			dokumentId,
			from: period.clippedFrom,
			to: period.clippedTo,
		}),
		atgarder: await findAllRapportAtgarder(db, { kommunId, dokumentId }),
		texts: texts.map(({ part, aktivitetId, kommentar, orsak, nyPlan, bedomning, begardaBeslut }) => ({
			part,
			aktivitetId,
			kommentar,
			orsak,
			nyPlan,
			bedomning,
			begardaBeslut,
		})),
		authors: authorsOf(rapport),
	};
}

function authorsOf(rapport: RapportRow | null): RapportSource["authors"] {
	return RAPPORT_PARTS.map((part) =>
		part === "polis"
			? { part, name: rapport?.polisKlarByName ?? null, klarAt: rapport?.polisKlarAt ?? null }
			: { part, name: rapport?.kommunKlarByName ?? null, klarAt: rapport?.kommunKlarAt ?? null },
	);
}
