import { MAX_REASON } from "#app/domain/reason.ts";
import { updateAtgardMakulerad } from "#db/atgard.server.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { atgardInKommun } from "./atgardInKommun.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Takes an åtgärd out that was noted by mistake. The row stays, with the reason.
 *
 * @throws Fault `invalid` without a reason; or what `atgardInKommun` refuses
 */
export async function makuleraAtgard(
	db: Db,
	actor: Actor,
	input: { atgardId: number; version: number; reason: string },
): Promise<void> {
	const { kommunId, personId } = kommunWriter(actor);
	const { atgardId, version } = input;
	const reason = acceptReason({ field: "reason", label: "Orsak", text: input.reason, maxLength: MAX_REASON });
	await command(db, actor, async (tx) => {
		await atgardInKommun(tx, { kommunId, atgardId, version });
		await updateAtgardMakulerad(tx, { id: atgardId, version, reason, now: actor.now, personId });
		return {
			result: undefined,
			audit: [{ action: "atgard.makulerad", entity: "atgard", entityId: atgardId, detail: { reason } }],
		};
	});
}
