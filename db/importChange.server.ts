import { sql } from "kysely";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { Tx } from "./command.server.ts";

/** The writes of an import. The version seen has been checked in the same transaction. */

export async function insertImport(
	tx: Tx,
	row: {
		uuid: string;
		kommunId: number;
		fileName: string;
		sha256: string;
		/** JSON. */
		sheets: string;
		mapping: string;
		isExample: boolean;
		now: IsoInstant;
		personId: number;
	},
): Promise<number> {
	const { id } = await tx
		.insertInto("import")
		.values({
			uuid: row.uuid,
			kommun_id: row.kommunId,
			file_name: row.fileName,
			sha256: row.sha256,
			sheets: row.sheets,
			mapping: row.mapping,
			is_example: row.isExample ? 1 : 0,
			created_at: row.now,
			created_by: row.personId,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

interface SeenImport {
	id: number;
	version: number;
}

export async function updateImportMapping(
	tx: Tx,
	{ mapping, ...seen }: SeenImport & { mapping: string },
): Promise<void> {
	await updateImport(tx, seen).set({ mapping }).execute();
}

/** Its cells go: what came of them is in the log. The mapping is kept without the names of the file. */
export async function updateImportImported(
	tx: Tx,
	{
		mapping,
		imported,
		leftOut,
		now,
		personId,
		...seen
	}: SeenImport & { mapping: string; imported: number; leftOut: number; now: IsoInstant; personId: number },
): Promise<void> {
	await updateImport(tx, seen)
		.set({
			state: "importerad",
			sheets: null,
			mapping,
			imported_count: imported,
			left_out_count: leftOut,
			imported_at: now,
			imported_by: personId,
		})
		.execute();
}

export async function updateImportUndone(
	tx: Tx,
	{ now, personId, ...seen }: SeenImport & { now: IsoInstant; personId: number },
): Promise<void> {
	await updateImport(tx, seen).set({ state: "angrad", undone_at: now, undone_by: personId }).execute();
}

/** Given up before it came in; its cells go, and the names of the file with them. */
export async function updateImportCancelled(
	tx: Tx,
	{ mapping, ...seen }: SeenImport & { mapping: string },
): Promise<void> {
	await updateImport(tx, seen).set({ state: "avbruten", sheets: null, mapping }).execute();
}

function updateImport(tx: Tx, { id, version }: SeenImport) {
	return tx
		.updateTable("import")
		.set({ version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version);
}

export interface NewImportedRegistration {
	rowNumber: number;
	rowKey: string;
	date: IsoDate;
	measureId: number;
	quantity: number;
	platsId: number | null;
	performedBy: PerformedBy;
	note: string | null;
	biprodukter: readonly { code: string; quantity: number }[];
}

/** Registrations made ready to be inserted, so that as little as possible is left to do while others wait for the lock. */
export interface ReadyRegistrations {
	/** JSON of rows, each with a UUID of its own. */
	rows: string;
	/** JSON of by-products, each with the place of its row among the rows. */
	biprodukter: string;
}

export function readyRegistrations(registrations: readonly NewImportedRegistration[]): ReadyRegistrations {
	const rows = registrations.map(({ biprodukter: _, ...row }) => ({ ...row, uuid: crypto.randomUUID() }));
	const biprodukter = registrations.flatMap((row, index) => row.biprodukter.map((each) => ({ ...each, index })));
	return { rows: JSON.stringify(rows), biprodukter: JSON.stringify(biprodukter) };
}

/**
 * Puts thousands of registrations into the log with four statements, so that nobody else waits long for theirs. The ids
 * follow those that are there; the write lock is held, so nobody takes them in between.
 */
export async function insertImportedRegistrations(
	tx: Tx,
	{
		importId,
		kommunId,
		ready,
		isExample,
		now,
		personId,
	}: {
		importId: number;
		kommunId: number;
		ready: ReadyRegistrations;
		isExample: boolean;
		now: IsoInstant;
		personId: number;
	},
): Promise<void> {
	const found = await sql<{ next: number }>`SELECT coalesce(max(id), 0) + 1 AS next FROM genomforande`.execute(tx);
	const first = found.rows[0]?.next ?? 1;
	const field = (name: string) => sql`json_extract(new.value, ${sql.lit(`$.${name}`)})`;
	await sql`INSERT INTO genomforande
			(id, uuid, kommun_id, date, plats_id, performed_by, note, is_example, created_at, created_by)
		SELECT ${first} + new.key, ${field("uuid")}, ${kommunId}, ${field("date")}, ${field("platsId")},
			${field("performedBy")}, ${field("note")}, ${isExample ? 1 : 0}, ${now}, ${personId}
		FROM json_each(${ready.rows}) AS new`.execute(tx);
	await sql`INSERT INTO genomforande_measure (genomforande_id, measure_id, quantity)
		SELECT ${first} + new.key, ${field("measureId")}, ${field("quantity")}
		FROM json_each(${ready.rows}) AS new`.execute(tx);
	await sql`INSERT INTO genomforande_import (genomforande_id, import_id, row_number, row_key)
		SELECT ${first} + new.key, ${importId}, ${field("rowNumber")}, ${field("rowKey")}
		FROM json_each(${ready.rows}) AS new`.execute(tx);
	await sql`INSERT INTO biprodukt (genomforande_id, kind, quantity)
		SELECT ${first} + ${field("index")}, ${field("code")}, ${field("quantity")}
		FROM json_each(${ready.biprodukter}) AS new`.execute(tx);
}

/** All that came of the import and still counts, makulerat with the same reason. How many they were. */
export async function makuleraAllOfImport(
	tx: Tx,
	{
		kommunId,
		importId,
		reason,
		now,
		personId,
	}: { kommunId: number; importId: number; reason: string; now: IsoInstant; personId: number },
): Promise<number> {
	const { numUpdatedRows } = await tx
		.updateTable("genomforande")
		.set({ makulerad_at: now, makulerad_by: personId, makulerad_reason: reason })
		.where("kommun_id", "=", kommunId)
		.where("makulerad_at", "is", null)
		.where("id", "in", (eb) =>
			eb.selectFrom("genomforande_import").select("genomforande_id").where("import_id", "=", importId),
		)
		.executeTakeFirst();
	return Number(numUpdatedRows);
}
