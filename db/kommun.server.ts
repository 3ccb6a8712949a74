import type { Role } from "#app/domain/permissions.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";
import type { KommunRow } from "./schema.ts";

export interface Kommun {
	id: number;
	slug: string;
	name: string;
	scbCode: string;
	lokalpolisomrade: string | null;
	undertecknareTitle: string;
	version: number;
}

export async function findKommunBySlug(db: Db, slug: string): Promise<Kommun | undefined> {
	const row = await db.selectFrom("kommun").selectAll().where("slug", "=", slug).executeTakeFirst();
	return row && toKommun(row);
}

export async function findKommun(db: Db, id: number): Promise<Kommun | undefined> {
	const row = await db.selectFrom("kommun").selectAll().where("id", "=", id).executeTakeFirst();
	return row && toKommun(row);
}

/** Every kommun of the instance. Sort by name with `compareSwedish`. */
export async function findAllKommuner(db: Db): Promise<Kommun[]> {
	const rows = await db.selectFrom("kommun").selectAll().orderBy("id").execute();
	return rows.map(toKommun);
}

/** Where the person holds a role, with the roles. Sort by name with `compareSwedish`. */
export async function findAllKommunerOfPerson(
	db: Db,
	{ personId }: { personId: number },
): Promise<(Kommun & { roles: Role[] })[]> {
	const rows = await db
		.selectFrom("membership")
		.innerJoin("kommun", "kommun.id", "membership.kommun_id")
		.selectAll("kommun")
		.select("membership.role")
		.where("membership.person_id", "=", personId)
		.orderBy("kommun.id")
		.execute();
	const kommuner = new Map<number, Kommun & { roles: Role[] }>();
	for (const row of rows) {
		const kommun = kommuner.get(row.id) ?? { ...toKommun(row), roles: [] };
		kommun.roles.push(row.role);
		kommuner.set(row.id, kommun);
	}
	return [...kommuner.values()];
}

/** Writes the kommun's own settings over the version seen; false when somebody else was first. */
export async function updateKommunSettings(
	tx: Tx,
	{
		id,
		version,
		lokalpolisomrade,
		undertecknareTitle,
	}: { id: number; version: number; lokalpolisomrade: string | null; undertecknareTitle: string },
): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable("kommun")
		.set({ lokalpolisomrade, undertecknare_title: undertecknareTitle, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
}

function toKommun(row: KommunRow): Kommun {
	return {
		id: row.id,
		slug: row.slug,
		name: row.name,
		scbCode: row.scb_code,
		lokalpolisomrade: row.lokalpolisomrade,
		undertecknareTitle: row.undertecknare_title,
		version: row.version,
	};
}
