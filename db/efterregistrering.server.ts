import { sql } from "kysely";
import type { RapportState } from "#app/domain/rapport.ts";
import type { Db } from "./connection.server.ts";

/** The report that a registration came too late for. */
export interface LateFor {
	periodCode: string;
	/** Never utkast: its figures stand still. */
	state: RapportState;
}

/**
 * Which of the registrations came too late for a report whose figures stand still: their day lies in its period, they count
 * toward a mått of its dokument, and what was handed in or signed was not counted from them. Asked of the latest edition
 * that stands still, so that a rättelse which counts them in ends it.
 *
 * @returns by genomförande id
 */
export async function findAllEfterregistrerade(
	db: Db,
	{ kommunId, genomforandeIds }: { kommunId: number; genomforandeIds: readonly number[] },
): Promise<Map<number, LateFor>> {
	if (genomforandeIds.length === 0) return new Map();
	const { rows } = await sql<LateFor & { id: number }>`
		WITH asked AS MATERIALIZED (
			SELECT DISTINCT genomforande.id, rapport.id AS rapport_id, rapport.period_code, rapport.state
			FROM json_each(${JSON.stringify(genomforandeIds)}) AS wanted
			CROSS JOIN genomforande ON genomforande.id = wanted.value
			JOIN genomforande_measure ON genomforande_measure.genomforande_id = genomforande.id
			JOIN measure ON measure.id = genomforande_measure.measure_id
			JOIN aktivitet ON aktivitet.id = measure.aktivitet_id
			JOIN rapport ON rapport.dokument_id = aktivitet.dokument_id
				AND genomforande.date BETWEEN rapport.period_from AND rapport.period_to
			WHERE genomforande.kommun_id = ${kommunId} AND genomforande.makulerad_at IS NULL
				AND rapport.state <> 'utkast'
				AND NOT EXISTS (SELECT 1 FROM rapport AS later WHERE later.dokument_id = rapport.dokument_id
					AND later.period_code = rapport.period_code AND later.edition > rapport.edition
					AND later.state <> 'utkast')
		), counted AS MATERIALIZED (
			SELECT rapport.id AS rapport_id, json_extract(entry.value, '$.id') AS id
			FROM (SELECT DISTINCT rapport_id FROM asked) AS needed
				CROSS JOIN rapport ON rapport.id = needed.rapport_id
				LEFT JOIN rapport_snapshot ON rapport_snapshot.rapport_id = rapport.id,
				json_each(coalesce(rapport_snapshot.content, rapport.frozen), '$.groups') AS frozen_group,
				json_each(frozen_group.value, '$.aktiviteter') AS frozen_aktivitet,
				json_each(frozen_aktivitet.value, '$.genomforanden') AS entry
		)
		SELECT DISTINCT id, period_code AS periodCode, state FROM asked
		WHERE (rapport_id, id) NOT IN (SELECT rapport_id, id FROM counted)`.execute(db);
	return new Map(rows.map(({ id, ...lateFor }) => [id, lateFor]));
}
