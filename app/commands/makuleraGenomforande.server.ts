import { Fault } from "#app/domain/fault.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findGenomforande } from "#db/genomforande.server.ts";
import { updateGenomforandeMakulerad } from "#db/genomforandeChange.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";

/**
 * Takes a registration out of every count. It stays in the list and its history, with the reason.
 *
 * @throws Fault `not_found` in another kommun; `conflict` when it is already makulerad or was corrected in between;
 *   `invalid` without a reason
 */
export async function makuleraGenomforande(
	db: Db,
	actor: Actor,
	input: { id: number; revision: number; reason: string },
): Promise<void> {
	const { kommunId, personId } = kommunWriter(actor);
	const { id, revision } = input;
	const reason = acceptReason({ field: "reason", label: "Orsak", text: input.reason, maxLength: MAX_REASON });
	await command(db, actor, async (tx) => {
		const row = await findGenomforande(tx, { kommunId, id });
		if (!row) throw new Fault("not_found", "Registreringen finns inte i den här kommunen.");
		if (row.makuleradAt) throw new Fault("conflict", "Registreringen är redan makulerad.");
		if (row.revision !== revision) throw changedMeanwhile("Registreringen");
		await updateGenomforandeMakulerad(tx, { id, revision, reason, now: actor.now, personId });
		return {
			result: undefined,
			audit: [{ action: "genomforande.makulerad", entity: "genomforande", entityId: id, detail: { reason } }],
		};
	});
}
