import type { PlatsKind } from "#app/domain/plats.schema.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

export interface PlatsRow {
	id: number;
	name: string;
	kind: PlatsKind;
	/** Still offered where one logs. */
	isActive: boolean;
	version: number;
}

/** The kommun's places, groups and road stretches, also those no longer offered. Sort by name with `compareSwedish`. */
export async function findAllPlatser(db: Db, { kommunId }: { kommunId: number }): Promise<PlatsRow[]> {
	const rows = await db.selectFrom("plats").selectAll().where("kommun_id", "=", kommunId).orderBy("id").execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		kind: row.kind,
		isActive: row.is_active === 1,
		version: row.version,
	}));
}

export async function findPlats(
	db: Db,
	{ kommunId, platsId }: { kommunId: number; platsId: number },
): Promise<PlatsRow | undefined> {
	const row = await db
		.selectFrom("plats")
		.selectAll()
		.where("kommun_id", "=", kommunId)
		.where("id", "=", platsId)
		.executeTakeFirst();
	return row && { id: row.id, name: row.name, kind: row.kind, isActive: row.is_active === 1, version: row.version };
}

export async function insertPlats(
	tx: Tx,
	{ kommunId, name, kind, isActive }: { kommunId: number; name: string; kind: PlatsKind; isActive: boolean },
): Promise<number> {
	const { id } = await tx
		.insertInto("plats")
		.values({ kommun_id: kommunId, name, kind, is_active: isActive ? 1 : 0 })
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

/** The version seen has been checked in the same transaction. */
export async function updatePlats(
	tx: Tx,
	{ kommunId, id, name, kind, isActive, version }: { kommunId: number } & PlatsRow,
): Promise<void> {
	await tx
		.updateTable("plats")
		.set({ name, kind, is_active: isActive ? 1 : 0, version: version + 1 })
		.where("kommun_id", "=", kommunId)
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}
