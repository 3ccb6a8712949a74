import { Fault } from "#app/domain/fault.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findExcusedSlot, updateExcusedSlotRevoked } from "#db/excusedSlot.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Takes back that a tillfälle was inställt; it is expected again.
 *
 * @throws Fault `not_found` in another kommun; `conflict` when it has already been taken back
 */
export async function revokeExcusedSlot(db: Db, actor: Actor, input: { excusedSlotId: number }): Promise<void> {
	const { kommunId, personId } = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const slot = await findExcusedSlot(tx, { kommunId, excusedSlotId: input.excusedSlotId });
		if (!slot) throw new Fault("not_found", "Tillfället finns inte i den här kommunen.");
		if (slot.revokedAt) throw new Fault("conflict", "Tillfället är inte längre markerat som inställt. Ladda om sidan.");
		await updateExcusedSlotRevoked(tx, { id: slot.id, now: actor.now, personId });
		return {
			result: undefined,
			audit: [
				{
					action: "excused_slot.revoked",
					entity: "excused_slot",
					entityId: slot.id,
					detail: { measureId: slot.measureId, slotKey: slot.slotKey },
				},
			],
		};
	});
}
