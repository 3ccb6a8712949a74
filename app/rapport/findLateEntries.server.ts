import type { IsoDate } from "#app/domain/dates.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllNamedGenomforanden, findAllRapportGenomforanden } from "#db/rapportSource.server.ts";
import type { RapportContent } from "./content.ts";
import { aktiviteterOf } from "./words.ts";

/** How the log differs from the one that a report's figures were counted from. */
export interface LateEntries {
	/** Registrations in the period that were not counted. */
	new: number;
	/** Counted ones that were corrected, moved out of the period or makulerade since. */
	changed: number;
	/** Both, in order of their present day. */
	genomforanden: { id: number; date: IsoDate; measureNames: string[] }[];
}

export const NOTHING_LATE: LateEntries = { new: 0, changed: 0, genomforanden: [] };

/**
 * Compares the log of the period now with the ids and revisions in a frozen or signed content. It alters nothing: late
 * entries are told beside the figures (PRODUCT §3.6).
 */
export async function findLateEntries(
	db: Db,
	{ kommunId, dokumentId, content }: { kommunId: number; dokumentId: number; content: RapportContent },
): Promise<LateEntries> {
	const counted = new Map(
		aktiviteterOf(content)
			.flatMap((aktivitet) => aktivitet.genomforanden)
			.map(({ id, revision }) => [id, revision]),
	);
	const { clippedFrom, clippedTo } = content.period;
	const rows = await findAllRapportGenomforanden(db, { kommunId, dokumentId, from: clippedFrom, to: clippedTo });
	const now = new Map(rows.map(({ id, revision }) => [id, revision]));
	const added = [...now.keys()].filter((id) => !counted.has(id));
	const changed = [...counted].filter(([id, revision]) => now.get(id) !== revision).map(([id]) => id);
	return {
		new: added.length,
		changed: changed.length,
		genomforanden: await findAllNamedGenomforanden(db, { kommunId, ids: [...added, ...changed] }),
	};
}
