import type { IsoDate } from "#app/domain/dates.ts";
import type { PunktKind, PunktOutcome } from "#app/domain/mote.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

/** An item of a stored agenda. */
export interface PunktRow {
	id: number;
	key: string;
	position: number;
	kind: PunktKind;
	title: string;
	/** Lines, parted by line breaks. */
	body: string;
	isEdited: boolean;
	isRemoved: boolean;
	rapportId: number | null;
	aktivitetId: number | null;
	anteckning: string;
	outcome: PunktOutcome | null;
	/** Raised by what people do with it, not when the app words it anew. */
	version: number;
}

/** The stored items of a meeting that has been found in its kommun, in order, removed ones included. */
export async function findAllPunkter(db: Db, { moteId }: { moteId: number }): Promise<PunktRow[]> {
	const rows = await selectPunkt(db, { moteId }).orderBy("position").orderBy("id").execute();
	return rows.map(withFlags);
}

export async function findPunkt(
	db: Db,
	{ moteId, key }: { moteId: number; key: string },
): Promise<PunktRow | undefined> {
	const row = await selectPunkt(db, { moteId }).where("key", "=", key).executeTakeFirst();
	return row && withFlags(row);
}

/** The aktiviteter by their ids, as a meeting names them; those of another kommun are left out. */
export async function findAllMoteAktiviteter(
	db: Db,
	{ kommunId, ids }: { kommunId: number; ids: readonly number[] },
): Promise<{ id: number; quotation: string; dokumentId: number; inForceFrom: IsoDate }[]> {
	if (ids.length === 0) return [];
	return db
		.selectFrom("aktivitet")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.select([
			"aktivitet.id",
			"aktivitet.quotation",
			"dokument.id as dokumentId",
			"dokument.in_force_from as inForceFrom",
		])
		.where("dokument.kommun_id", "=", kommunId)
		.where("aktivitet.id", "in", ids)
		.execute();
}

export async function insertPunkt(
	tx: Tx,
	punkt: Pick<PunktRow, "key" | "position" | "kind" | "title" | "body" | "rapportId" | "aktivitetId"> & {
		moteId: number;
		isEdited: boolean;
	},
): Promise<void> {
	await tx
		.insertInto("mote_punkt")
		.values({
			mote_id: punkt.moteId,
			key: punkt.key,
			position: punkt.position,
			kind: punkt.kind,
			title: punkt.title,
			body: punkt.body,
			is_edited: punkt.isEdited ? 1 : 0,
			rapport_id: punkt.rapportId,
			aktivitet_id: punkt.aktivitetId,
		})
		.execute();
}

/** The app words or places it anew: nobody's work, so the version that people have seen stands. */
export async function updatePunktByApp(
	tx: Tx,
	{ id, position, title, body }: Pick<PunktRow, "id" | "position" | "title" | "body">,
): Promise<void> {
	await tx.updateTable("mote_punkt").set({ position, title, body }).where("id", "=", id).execute();
}

/** The app no longer proposes it, and nobody has touched it. */
export async function deletePunkt(tx: Tx, { id }: { id: number }): Promise<void> {
	await tx.deleteFrom("mote_punkt").where("id", "=", id).execute();
}

/** The writes of people. The version seen has been checked in the same transaction. */
interface Seen {
	id: number;
	version: number;
}

export async function updatePunktWords(
	tx: Tx,
	{ id, version, title, body }: Seen & Pick<PunktRow, "title" | "body">,
): Promise<void> {
	await tx
		.updateTable("mote_punkt")
		.set({ title, body, is_edited: 1, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

/** Takes it off the agenda, or puts it back; with `isEdited` as it is, with the words that stand. */
export async function updatePunktRemoved(
	tx: Tx,
	{ id, version, isRemoved, isEdited }: Seen & Pick<PunktRow, "isRemoved" | "isEdited">,
): Promise<void> {
	await tx
		.updateTable("mote_punkt")
		.set({ is_removed: isRemoved ? 1 : 0, is_edited: isEdited ? 1 : 0, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

export async function updatePunktNoted(
	tx: Tx,
	{ id, version, anteckning, outcome }: Seen & Pick<PunktRow, "anteckning" | "outcome">,
): Promise<void> {
	await tx
		.updateTable("mote_punkt")
		.set({ anteckning, outcome, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

function selectPunkt(db: Db, { moteId }: { moteId: number }) {
	return db
		.selectFrom("mote_punkt")
		.select([
			"id",
			"key",
			"position",
			"kind",
			"title",
			"body",
			"is_edited as isEdited",
			"is_removed as isRemoved",
			"rapport_id as rapportId",
			"aktivitet_id as aktivitetId",
			"anteckning",
			"outcome",
			"version",
		])
		.where("mote_id", "=", moteId);
}

function withFlags<Row extends { isEdited: 0 | 1; isRemoved: 0 | 1 }>(
	row: Row,
): Omit<Row, "isEdited" | "isRemoved"> & { isEdited: boolean; isRemoved: boolean } {
	return { ...row, isEdited: row.isEdited === 1, isRemoved: row.isRemoved === 1 };
}
