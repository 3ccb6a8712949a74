import { sql } from "kysely";
import type { Db } from "./connection.server.ts";

/**
 * Which of the registrations came too late for a signed report: their day lies in its period, they count toward a mått of
 * its dokument, and what was signed was not counted from them. Asked of the latest signed edition, so that a rättelse which
 * counts them in ends it.
 */
export async function findAllEfterregistrerade(
	db: Db,
	{ kommunId, genomforandeIds }: { kommunId: number; genomforandeIds: readonly number[] },
): Promise<Set<number>> {
	if (genomforandeIds.length === 0) return new Set();
	const { rows } = await sql<{ id: number }>`
		WITH asked AS MATERIALIZED (
			SELECT DISTINCT genomforande.id, rapport.id AS rapport_id
			FROM json_each(${JSON.stringify(genomforandeIds)}) AS wanted
			CROSS JOIN genomforande ON genomforande.id = wanted.value
			JOIN genomforande_measure ON genomforande_measure.genomforande_id = genomforande.id
			JOIN measure ON measure.id = genomforande_measure.measure_id
			JOIN aktivitet ON aktivitet.id = measure.aktivitet_id
			JOIN rapport ON rapport.dokument_id = aktivitet.dokument_id
				AND genomforande.date BETWEEN rapport.period_from AND rapport.period_to
			WHERE genomforande.kommun_id = ${kommunId} AND genomforande.makulerad_at IS NULL
				AND rapport.state IN ('signerad', 'publicerad')
				AND NOT EXISTS (SELECT 1 FROM rapport AS later WHERE later.dokument_id = rapport.dokument_id
					AND later.period_code = rapport.period_code AND later.edition > rapport.edition
					AND later.state IN ('signerad', 'publicerad'))
		), counted AS MATERIALIZED (
			SELECT rapport_snapshot.rapport_id, json_extract(entry.value, '$.id') AS id
			FROM rapport_snapshot,
				json_each(rapport_snapshot.content, '$.groups') AS signed_group,
				json_each(signed_group.value, '$.aktiviteter') AS signed_aktivitet,
				json_each(signed_aktivitet.value, '$.genomforanden') AS entry
			WHERE rapport_snapshot.rapport_id IN (SELECT rapport_id FROM asked)
		)
		SELECT DISTINCT id FROM asked WHERE (rapport_id, id) NOT IN (SELECT rapport_id, id FROM counted)`.execute(db);
	return new Set(rows.map(({ id }) => id));
}
