import { Fault } from "#app/domain/fault.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { measureModule } from "#app/measures/index.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { insertExcusedSlot } from "#db/excusedSlot.server.ts";
import { findMeasure } from "#db/measure.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Notes that an expected tillfälle was inställt, and why. It is shown and not counted as done.
 *
 * @throws Fault `not_found` in another kommun; `invalid` for a mått without expected tillfällen or without a reason;
 *   `conflict` when the tillfälle is already marked
 */
export async function excuseSlot(
	db: Db,
	actor: Actor,
	input: { measureId: number; slotKey: string; reason: string },
): Promise<{ id: number }> {
	const { kommunId, personId } = kommunWriter(actor);
	const { measureId, slotKey } = input;
	const reason = acceptReason({ field: "reason", label: "Orsak", text: input.reason, maxLength: MAX_REASON });
	return command(db, actor, async (tx) => {
		const measure = await findMeasure(tx, { kommunId, measureId });
		if (!measure) throw new Fault("not_found", "Måttet finns inte i den här kommunen.");
		if (!measureModule(measure.kind).slots)
			throw new Fault("invalid", `Tillfälle: ${measure.name} har inga förväntade tillfällen att ställa in.`, "slotKey");
		const id = await insertExcusedSlot(tx, { measureId, slotKey, reason, now: actor.now, personId });
		if (id === undefined)
			throw new Fault("conflict", "Tillfälle: det är redan markerat som inställt. Ladda om sidan.", "slotKey");
		return {
			result: { id },
			audit: [
				{
					action: "excused_slot.excused",
					entity: "excused_slot",
					entityId: id,
					detail: { measureId, slotKey, reason },
				},
			],
		};
	});
}
