import { sql } from "kysely";
import type { IsoDate } from "#app/domain/dates.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { Db } from "./connection.server.ts";
import type { Flag } from "./flag.ts";

interface Wanted {
	kommunId: number;
	/** Only aktiviteter of these dokument. */
	dokumentIds?: readonly number[];
	/** Only this aktivitet. */
	aktivitetId?: number;
}

/**
 * `followed_atgard`, for a statement to read: the kommun's åtgärder under every aktivitet that follows them, makulerade left
 * out. That is the aktivitet under which it was decided; and, for one that was still open on the first day of a dokument that
 * carries this aktivitet on, directly or by way of others, the aktivitet there.
 */
export function withFollowedAtgarder(db: Db, { kommunId, dokumentIds, aktivitetId }: Wanted) {
	return db
		.withRecursive("lineage", (lineage) =>
			lineage
				.selectFrom("aktivitet")
				.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
				.select([
					"aktivitet.id as aktivitet_id",
					"aktivitet.id as origin_id",
					"aktivitet.carried_from_id",
					"dokument.in_force_from",
				])
				.where("dokument.kommun_id", "=", kommunId)
				.$if(dokumentIds !== undefined, (query) => query.where("dokument.id", "in", dokumentIds ?? []))
				.$if(aktivitetId !== undefined, (query) => query.where("aktivitet.id", "=", aktivitetId ?? 0))
				.union(
					lineage
						.selectFrom("lineage")
						.innerJoin("aktivitet as origin", "origin.id", "lineage.carried_from_id")
						.select([
							"lineage.aktivitet_id",
							"origin.id as origin_id",
							"origin.carried_from_id",
							"lineage.in_force_from",
						]),
				),
		)
		.with("followed_atgard", (query) =>
			query
				.selectFrom("lineage")
				.innerJoin("atgard", "atgard.aktivitet_id", "lineage.origin_id")
				.select([
					"lineage.aktivitet_id",
					"lineage.origin_id",
					sql<Flag>`lineage.aktivitet_id <> lineage.origin_id`.as("is_carried"),
					"atgard.id",
					"atgard.title",
					"atgard.owner",
					"atgard.decided_on",
					"atgard.due_on",
					"atgard.done_on",
					"atgard.done_note",
					"atgard.is_example",
					"atgard.version",
				])
				.where("atgard.kommun_id", "=", kommunId)
				.where("atgard.makulerad_at", "is", null)
				.where((eb) =>
					eb.or([
						eb("lineage.aktivitet_id", "=", eb.ref("lineage.origin_id")),
						eb("atgard.done_on", "is", null),
						eb("atgard.done_on", ">=", eb.ref("lineage.in_force_from")),
					]),
				),
		);
}

/** An åtgärd of a replaced dokument's aktivitet, as it goes on in the aktivitet that was carried over from it. */
export interface CarriedAtgardRow {
	/** The aktivitet that it goes on in, and the title of that dokument. */
	aktivitetId: number;
	dokumentTitle: string;
	/** The aktivitet and the dokument that it was decided under. */
	originAktivitetId: number;
	originTitle: string;
	id: number;
	title: string;
	owner: PerformedBy;
	decidedOn: IsoDate;
	dueOn: IsoDate | null;
	doneOn: IsoDate | null;
	doneNote: string | null;
	isExample: boolean;
	version: number;
}

/** The åtgärder that go on in another aktivitet than the one they were decided under, in the order they were decided. */
export async function findAllCarriedAtgarder(db: Db, wanted: Wanted): Promise<CarriedAtgardRow[]> {
	const rows = await withFollowedAtgarder(db, wanted)
		.selectFrom("followed_atgard")
		.innerJoin("aktivitet", "aktivitet.id", "followed_atgard.aktivitet_id")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.innerJoin("aktivitet as origin", "origin.id", "followed_atgard.origin_id")
		.innerJoin("dokument as origin_dokument", "origin_dokument.id", "origin.dokument_id")
		.select([
			"followed_atgard.aktivitet_id as aktivitetId",
			"dokument.title as dokumentTitle",
			"origin.id as originAktivitetId",
			"origin_dokument.title as originTitle",
			"followed_atgard.id",
			"followed_atgard.title",
			"followed_atgard.owner",
			"followed_atgard.decided_on as decidedOn",
			"followed_atgard.due_on as dueOn",
			"followed_atgard.done_on as doneOn",
			"followed_atgard.done_note as doneNote",
			"followed_atgard.is_example as isExample",
			"followed_atgard.version",
		])
		.where("followed_atgard.is_carried", "=", 1)
		.orderBy("followed_atgard.decided_on")
		.orderBy("followed_atgard.id")
		.execute();
	return rows.map((row) => ({ ...row, isExample: row.isExample === 1 }));
}
