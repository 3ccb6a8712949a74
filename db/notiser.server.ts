import type { IsoInstant } from "#app/domain/dates.ts";
import type { Db } from "./connection.server.ts";

/** The newest audit row of the kommun, which every write there raises; 0 while there is none. */
export async function findNewestAuditId(db: Db, { kommunId }: { kommunId: number }): Promise<number> {
	const row = await db
		.selectFrom("audit_event")
		.select("id")
		.where("kommun_id", "=", kommunId)
		.orderBy("id", "desc")
		.limit(1)
		.executeTakeFirst();
	return row?.id ?? 0;
}

/** When the edition was begun: its first text, or the rättelse. */
export async function findRapportBegunAt(
	db: Db,
	{ kommunId, rapportId }: { kommunId: number; rapportId: number },
): Promise<IsoInstant | undefined> {
	const row = await db
		.selectFrom("rapport")
		.select("created_at as begunAt")
		.where("kommun_id", "=", kommunId)
		.where("id", "=", rapportId)
		.executeTakeFirst();
	return row?.begunAt;
}
