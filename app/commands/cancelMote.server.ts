import { MAX_MOTE_REASON, MOTE_LABEL } from "#app/domain/mote.schema.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateMoteCancelled } from "#db/mote.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent, moteForStep, type SeenMote } from "./moteInKommun.server.ts";

/**
 * A planned meeting is not held. It stays, with the reason.
 *
 * @throws Fault `invalid` for a reason that says nothing or holds a personal number; what `moteForStep` refuses
 */
export async function cancelMote(db: Db, actor: Actor, input: SeenMote & { reason: string }): Promise<void> {
	const writer = kommunWriter(actor);
	const { moteId, version } = input;
	const text = { field: "reason", label: MOTE_LABEL.reason, text: input.reason, maxLength: MAX_MOTE_REASON };
	const reason = acceptReason(text);
	await command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, version, step: "cancelMote" });
		await updateMoteCancelled(tx, { id: moteId, version, reason });
		return { result: undefined, audit: [moteEvent({ action: "mote.cancelled", mote, detail: { reason } })] };
	});
}
