import type { IsoInstant } from "#app/domain/dates.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

export interface BeslutRow {
	id: number;
	moteId: number;
	/** Of the item that it was decided under. */
	key: string;
	punktTitle: string;
	text: string;
	version: number;
	makuleradAt: IsoInstant | null;
}

/** What a meeting that has been found in its kommun has decided, in that order, withdrawn ones left out. */
export async function findAllBeslut(db: Db, { moteId }: { moteId: number }): Promise<BeslutRow[]> {
	return selectBeslut(db)
		.where("mote_punkt.mote_id", "=", moteId)
		.where("beslut.makulerad_at", "is", null)
		.orderBy("beslut.id")
		.execute();
}

/** One beslut of the kommun's, also a withdrawn one. */
export async function findBeslut(
	db: Db,
	{ kommunId, beslutId }: { kommunId: number; beslutId: number },
): Promise<BeslutRow | undefined> {
	return selectBeslut(db)
		.innerJoin("mote", "mote.id", "mote_punkt.mote_id")
		.where("mote.kommun_id", "=", kommunId)
		.where("beslut.id", "=", beslutId)
		.executeTakeFirst();
}

/** Whether the UUID is taken, and by what: over all kommuner, since it names one beslut of the instance. */
export async function findBeslutByUuid(tx: Tx, uuid: string): Promise<BeslutRow | undefined> {
	return selectBeslut(tx).where("beslut.uuid", "=", uuid).executeTakeFirst();
}

/** An åtgärd as the minutes tell of it. */
export interface MoteAtgardRow {
	id: number;
	/** Of the item that decided it, when it was decided at this meeting; otherwise null. */
	key: string | null;
	title: string;
	owner: PerformedBy;
	decidedOn: string;
	dueOn: string | null;
	doneOn: string | null;
	doneNote: string | null;
	isExample: boolean;
	aktivitetId: number;
	aktivitetQuotation: string;
}

/** What a meeting that has been found in its kommun has decided to be done, in that order, makulerade left out. */
export async function findAllAtgarderOfMote(db: Db, { moteId }: { moteId: number }): Promise<MoteAtgardRow[]> {
	const rows = await db
		.selectFrom("mote_punkt")
		.innerJoin("atgard", "atgard.punkt_id", "mote_punkt.id")
		.innerJoin("aktivitet", "aktivitet.id", "atgard.aktivitet_id")
		.select([
			"atgard.id",
			"mote_punkt.key",
			"atgard.title",
			"atgard.owner",
			"atgard.decided_on as decidedOn",
			"atgard.due_on as dueOn",
			"atgard.done_on as doneOn",
			"atgard.done_note as doneNote",
			"atgard.is_example as isExample",
			"aktivitet.id as aktivitetId",
			"aktivitet.quotation as aktivitetQuotation",
		])
		.where("mote_punkt.mote_id", "=", moteId)
		.where("atgard.makulerad_at", "is", null)
		.orderBy("atgard.id")
		.execute();
	return rows.map((row) => ({ ...row, isExample: row.isExample === 1 }));
}

export async function insertBeslut(
	tx: Tx,
	beslut: { uuid: string; punktId: number; text: string; now: IsoInstant; personId: number },
): Promise<number> {
	const { id } = await tx
		.insertInto("beslut")
		.values({
			uuid: beslut.uuid,
			punkt_id: beslut.punktId,
			text: beslut.text,
			created_at: beslut.now,
			created_by: beslut.personId,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

/** The version seen has been checked in the same transaction. */
export async function updateBeslutText(
	tx: Tx,
	{ id, version, text }: { id: number; version: number; text: string },
): Promise<void> {
	await tx
		.updateTable("beslut")
		.set({ text, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

/** The version seen has been checked in the same transaction. */
export async function updateBeslutMakulerad(
	tx: Tx,
	{ id, version, now, personId }: { id: number; version: number; now: IsoInstant; personId: number },
): Promise<void> {
	await tx
		.updateTable("beslut")
		.set({ makulerad_at: now, makulerad_by: personId, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

function selectBeslut(db: Db) {
	return db
		.selectFrom("beslut")
		.innerJoin("mote_punkt", "mote_punkt.id", "beslut.punkt_id")
		.select([
			"beslut.id",
			"mote_punkt.mote_id as moteId",
			"mote_punkt.key",
			"mote_punkt.title as punktTitle",
			"beslut.text",
			"beslut.version",
			"beslut.makulerad_at as makuleradAt",
		]);
}
