import type { IsoInstant } from "#app/domain/dates.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

/** The address of a person's calendar that works now. */
export interface Kalenderlank {
	id: number;
	createdAt: IsoInstant;
}

/** The one address of the person that works; undefined when there is none. */
export async function findKalenderlank(
	db: Db | Tx,
	{ personId }: { personId: number },
): Promise<Kalenderlank | undefined> {
	return db
		.selectFrom("kalenderlank")
		.select(["id", "created_at as createdAt"])
		.where("person_id", "=", personId)
		.where("revoked_at", "is", null)
		.executeTakeFirst();
}

/** Whose calendar an address is; undefined for one that is revoked or was never made. */
export async function findPersonOfKalenderlank(db: Db, tokenHash: string): Promise<number | undefined> {
	const row = await db
		.selectFrom("kalenderlank")
		.select("person_id")
		.where("token_hash", "=", tokenHash)
		.where("revoked_at", "is", null)
		.executeTakeFirst();
	return row?.person_id;
}

export async function insertKalenderlank(
	tx: Tx,
	{ personId, tokenHash, now }: { personId: number; tokenHash: string; now: IsoInstant },
): Promise<number> {
	const row = await tx
		.insertInto("kalenderlank")
		.values({ person_id: personId, token_hash: tokenHash, created_at: now })
		.returning("id")
		.executeTakeFirstOrThrow();
	return row.id;
}

/** From now on the address is unknown. */
export async function updateKalenderlankRevoked(tx: Tx, { id, now }: { id: number; now: IsoInstant }): Promise<void> {
	await tx
		.updateTable("kalenderlank")
		.set({ revoked_at: now })
		.where("id", "=", id)
		.where("revoked_at", "is", null)
		.execute();
}
