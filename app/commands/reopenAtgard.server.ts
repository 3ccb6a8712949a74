import { Fault } from "#app/domain/fault.ts";
import { updateAtgardDone } from "#db/atgard.server.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { atgardInKommun } from "./atgardInKommun.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Opens a closed åtgärd again.
 *
 * @throws Fault `conflict` when it is open already; or what `atgardInKommun` refuses
 */
export async function reopenAtgard(db: Db, actor: Actor, input: { atgardId: number; version: number }): Promise<void> {
	const { kommunId } = kommunWriter(actor);
	const { atgardId, version } = input;
	await command(db, actor, async (tx) => {
		const atgard = await atgardInKommun(tx, { kommunId, atgardId, version });
		if (!atgard.doneOn) throw new Fault("conflict", "Åtgärden är redan öppen.");
		await updateAtgardDone(tx, { id: atgardId, version, doneOn: null, doneNote: null });
		return {
			result: undefined,
			audit: [
				{ action: "atgard.reopened", entity: "atgard", entityId: atgardId, detail: { wasDoneOn: atgard.doneOn } },
			],
		};
	});
}
