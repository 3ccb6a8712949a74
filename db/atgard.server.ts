import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

export interface AtgardRow {
	id: number;
	aktivitetId: number;
	aktivitetQuotation: string;
	dokumentId: number;
	title: string;
	owner: PerformedBy;
	decidedOn: IsoDate;
	dueOn: IsoDate | null;
	doneOn: IsoDate | null;
	doneNote: string | null;
	isExample: boolean;
	version: number;
	makuleradAt: IsoInstant | null;
	/** The item of the meeting that decided it; null: decided otherwise. */
	punktId: number | null;
}

/** The decided åtgärder of the kommun or of one aktivitet, makulerade left out, in the order they were decided. */
export async function findAllAtgarder(
	db: Db,
	{ kommunId, aktivitetId }: { kommunId: number; aktivitetId?: number },
): Promise<AtgardRow[]> {
	const rows = await selectAtgard(db, { kommunId })
		.where("atgard.makulerad_at", "is", null)
		.$if(aktivitetId !== undefined, (query) => query.where("atgard.aktivitet_id", "=", aktivitetId as number))
		.orderBy("atgard.decided_on")
		.orderBy("atgard.id")
		.execute();
	return rows.map(withFlag);
}

/** One åtgärd, also a makulerad one. */
export async function findAtgard(
	db: Db,
	{ kommunId, atgardId }: { kommunId: number; atgardId: number },
): Promise<AtgardRow | undefined> {
	const row = await selectAtgard(db, { kommunId }).where("atgard.id", "=", atgardId).executeTakeFirst();
	return row && withFlag(row);
}

export async function insertAtgard(
	tx: Tx,
	atgard: {
		kommunId: number;
		aktivitetId: number;
		title: string;
		owner: PerformedBy;
		decidedOn: IsoDate;
		dueOn: IsoDate | null;
		isExample: boolean;
		punktId: number | null;
		now: IsoInstant;
		personId: number;
	},
): Promise<number> {
	const { id } = await tx
		.insertInto("atgard")
		.values({
			kommun_id: atgard.kommunId,
			aktivitet_id: atgard.aktivitetId,
			title: atgard.title,
			owner: atgard.owner,
			decided_on: atgard.decidedOn,
			due_on: atgard.dueOn,
			is_example: atgard.isExample ? 1 : 0,
			punkt_id: atgard.punktId,
			created_at: atgard.now,
			created_by: atgard.personId,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

/** Closes it, or with null opens it again. The version seen has been checked in the same transaction. */
export async function updateAtgardDone(
	tx: Tx,
	{ id, version, doneOn, doneNote }: { id: number; version: number; doneOn: IsoDate | null; doneNote: string | null },
): Promise<void> {
	await tx
		.updateTable("atgard")
		.set({ done_on: doneOn, done_note: doneNote, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

export async function updateAtgardMakulerad(
	tx: Tx,
	{
		id,
		version,
		reason,
		now,
		personId,
	}: { id: number; version: number; reason: string; now: IsoInstant; personId: number },
): Promise<void> {
	await tx
		.updateTable("atgard")
		.set({ makulerad_at: now, makulerad_by: personId, makulerad_reason: reason, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

function selectAtgard(db: Db, { kommunId }: { kommunId: number }) {
	return db
		.selectFrom("atgard")
		.innerJoin("aktivitet", "aktivitet.id", "atgard.aktivitet_id")
		.select([
			"atgard.id",
			"atgard.aktivitet_id as aktivitetId",
			"aktivitet.quotation as aktivitetQuotation",
			"aktivitet.dokument_id as dokumentId",
			"atgard.title",
			"atgard.owner",
			"atgard.decided_on as decidedOn",
			"atgard.due_on as dueOn",
			"atgard.done_on as doneOn",
			"atgard.done_note as doneNote",
			"atgard.is_example as isExample",
			"atgard.version",
			"atgard.makulerad_at as makuleradAt",
			"atgard.punkt_id as punktId",
		])
		.where("atgard.kommun_id", "=", kommunId);
}

function withFlag<Row extends { isExample: 0 | 1 }>(row: Row): Omit<Row, "isExample"> & { isExample: boolean } {
	return { ...row, isExample: row.isExample === 1 };
}
