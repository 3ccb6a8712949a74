import { type SqlBool, sql, type Updateable } from "kysely";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { MoteState } from "#app/domain/mote.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";
import type { Database } from "./schema.ts";

/** A meeting of the council. Its agenda, what it decides and who takes part are elsewhere. */
export interface MoteRow {
	id: number;
	kommunId: number;
	title: string;
	heldOn: IsoDate;
	/** Swedish local time, `HH:MM`. */
	beginsAt: string;
	endsAt: string | null;
	place: string;
	state: MoteState;
	/** Why it was not held. */
	installtReason: string | null;
	openedAt: IsoInstant | null;
	closedAt: IsoInstant | null;
	closedByName: string | null;
	isExample: boolean;
	/** Raised when the meeting itself changes, not by its agenda. */
	version: number;
	/** A beslut or an åtgärd has been noted at it, also one taken back since. */
	hasDecided: boolean;
}

/** The kommun's meetings, the first held first. */
export async function findAllMoten(db: Db, { kommunId }: { kommunId: number }): Promise<MoteRow[]> {
	const rows = await selectMote(db, { kommunId })
		.orderBy("mote.held_on")
		.orderBy("mote.begins_at")
		.orderBy("mote.id")
		.execute();
	return rows.map(withFlags);
}

export async function findMote(
	db: Db,
	{ kommunId, moteId }: { kommunId: number; moteId: number },
): Promise<MoteRow | undefined> {
	const row = await selectMote(db, { kommunId }).where("mote.id", "=", moteId).executeTakeFirst();
	return row && withFlags(row);
}

/** The minutes as JSON, from the moment that the meeting is closed. */
export async function findProtokoll(
	db: Db,
	{ kommunId, moteId }: { kommunId: number; moteId: number },
): Promise<string | undefined> {
	const row = await db
		.selectFrom("mote")
		.select("protokoll")
		.where("kommun_id", "=", kommunId)
		.where("id", "=", moteId)
		.executeTakeFirst();
	return row?.protokoll ?? undefined;
}

/** Whether the UUID is taken, and by which meeting: over all kommuner, since it names one of the instance. */
export async function findMoteByUuid(tx: Tx, uuid: string): Promise<{ id: number; kommunId: number } | undefined> {
	return tx.selectFrom("mote").select(["id", "kommun_id as kommunId"]).where("uuid", "=", uuid).executeTakeFirst();
}

/** What is agreed of a meeting before it is held. */
export interface MoteFrame {
	title: string;
	heldOn: IsoDate;
	beginsAt: string;
	endsAt: string | null;
	place: string;
}

export async function insertMote(
	tx: Tx,
	mote: MoteFrame & { uuid: string; kommunId: number; isExample: boolean; now: IsoInstant; personId: number },
): Promise<number> {
	const { id } = await tx
		.insertInto("mote")
		.values({
			uuid: mote.uuid,
			kommun_id: mote.kommunId,
			...frameColumns(mote),
			is_example: mote.isExample ? 1 : 0,
			created_at: mote.now,
			created_by: mote.personId,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

/**
 * The writes of a meeting. The version seen and the rules of the step have been checked in the same transaction; the
 * triggers of the database hold them again.
 */
interface Seen {
	id: number;
	version: number;
}

interface By {
	now: IsoInstant;
	personId: number;
}

export async function updateMoteFrame(tx: Tx, { id, version, ...frame }: Seen & MoteFrame): Promise<void> {
	await updateMote(tx, { id, version }, frameColumns(frame));
}

export async function updateMoteOpened(tx: Tx, { now, personId, ...seen }: Seen & By): Promise<void> {
	await updateMote(tx, seen, { state: "oppet", opened_at: now, opened_by: personId });
}

/** It was opened by mistake: planned again. */
export async function updateMoteUnopened(tx: Tx, seen: Seen): Promise<void> {
	await updateMote(tx, seen, { state: "planerat", opened_at: null, opened_by: null });
}

/** @param protokoll the minutes as JSON, which stand from here on */
export async function updateMoteClosed(
	tx: Tx,
	{ protokoll, now, personId, ...seen }: Seen & By & { protokoll: string },
): Promise<void> {
	await updateMote(tx, seen, { state: "avslutat", protokoll, closed_at: now, closed_by: personId });
}

export async function updateMoteCancelled(tx: Tx, { reason, ...seen }: Seen & { reason: string }): Promise<void> {
	await updateMote(tx, seen, { state: "installt", installt_reason: reason });
}

async function updateMote(tx: Tx, { id, version }: Seen, values: Updateable<Database["mote"]>): Promise<void> {
	await tx
		.updateTable("mote")
		.set({ ...values, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

function frameColumns({ title, heldOn, beginsAt, endsAt, place }: MoteFrame) {
	return { title, held_on: heldOn, begins_at: beginsAt, ends_at: endsAt, place };
}

function selectMote(db: Db, { kommunId }: { kommunId: number }) {
	return db
		.selectFrom("mote")
		.leftJoin("person as closer", "closer.id", "mote.closed_by")
		.select([
			"mote.id",
			"mote.kommun_id as kommunId",
			"mote.title",
			"mote.held_on as heldOn",
			"mote.begins_at as beginsAt",
			"mote.ends_at as endsAt",
			"mote.place",
			"mote.state",
			"mote.installt_reason as installtReason",
			"mote.opened_at as openedAt",
			"mote.closed_at as closedAt",
			"closer.name as closedByName",
			"mote.is_example as isExample",
			"mote.version",
			hasDecided().as("hasDecided"),
		])
		.where("mote.kommun_id", "=", kommunId);
}

function hasDecided() {
	return sql<SqlBool>`(EXISTS (SELECT 1 FROM mote_punkt JOIN beslut ON beslut.punkt_id = mote_punkt.id
			WHERE mote_punkt.mote_id = mote.id)
		OR EXISTS (SELECT 1 FROM mote_punkt JOIN atgard ON atgard.punkt_id = mote_punkt.id
			WHERE mote_punkt.mote_id = mote.id))`;
}

function withFlags<Row extends { isExample: 0 | 1; hasDecided: SqlBool }>(
	row: Row,
): Omit<Row, "isExample" | "hasDecided"> & { isExample: boolean; hasDecided: boolean } {
	return { ...row, isExample: row.isExample === 1, hasDecided: Boolean(row.hasDecided) };
}
