import type { IsoInstant } from "#app/domain/dates.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

export interface ExcusedSlotRow {
	id: number;
	measureId: number;
	slotKey: string;
	reason: string;
	revokedAt: IsoInstant | null;
}

/** One excused tillfälle of the kommun, by its id. */
export async function findExcusedSlot(
	db: Db,
	{ kommunId, excusedSlotId }: { kommunId: number; excusedSlotId: number },
): Promise<ExcusedSlotRow | undefined> {
	return db
		.selectFrom("excused_slot")
		.innerJoin("measure", "measure.id", "excused_slot.measure_id")
		.innerJoin("aktivitet", "aktivitet.id", "measure.aktivitet_id")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.select([
			"excused_slot.id",
			"excused_slot.measure_id as measureId",
			"excused_slot.slot_key as slotKey",
			"excused_slot.reason",
			"excused_slot.revoked_at as revokedAt",
		])
		.where("dokument.kommun_id", "=", kommunId)
		.where("excused_slot.id", "=", excusedSlotId)
		.executeTakeFirst();
}

/** Marks the tillfälle as inställt; undefined when it already is. */
export async function insertExcusedSlot(
	tx: Tx,
	slot: { measureId: number; slotKey: string; reason: string; now: IsoInstant; personId: number },
): Promise<number | undefined> {
	const row = await tx
		.insertInto("excused_slot")
		.values({
			measure_id: slot.measureId,
			slot_key: slot.slotKey,
			reason: slot.reason,
			created_at: slot.now,
			created_by: slot.personId,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning("id")
		.executeTakeFirst();
	return row?.id;
}

export async function updateExcusedSlotRevoked(
	tx: Tx,
	{ id, now, personId }: { id: number; now: IsoInstant; personId: number },
): Promise<void> {
	await tx
		.updateTable("excused_slot")
		.set({ revoked_at: now, revoked_by: personId })
		.where("id", "=", id)
		.where("revoked_at", "is", null)
		.execute();
}
