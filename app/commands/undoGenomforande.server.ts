import { Fault } from "#app/domain/fault.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findGenomforande } from "#db/genomforande.server.ts";
import { updateGenomforandeMakulerad } from "#db/genomforandeChange.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/** How long "Ångra" is there; afterwards one says why, and makulerar. */
export const UNDO_MINUTES = 15;
export const UNDO_REASON = "Ångrad direkt efter registreringen";
/** The one that the receipt told of. */
const FIRST_REVISION = 1;

/**
 * Takes back what one has just registered oneself. The row stays, makulerad. Undoing twice is undoing once.
 *
 * @param input the UUID that the receipt knows
 * @throws Fault `not_found` in another kommun; `forbidden` for somebody else's; `conflict` when it is too late, or it was
 *   corrected since, or makulerad for another reason
 */
export async function undoGenomforande(db: Db, actor: Actor, input: { uuid: string }): Promise<{ id: number }> {
	const { kommunId, personId } = kommunWriter(actor);
	return command(db, actor, async (tx) => {
		const row = await findGenomforande(tx, { kommunId, uuid: input.uuid });
		if (!row) throw new Fault("not_found", "Registreringen finns inte i den här kommunen.");
		const { id, revision } = row;
		if (row.createdBy !== personId) throw new Fault("forbidden", "Du kan bara ångra din egen registrering.");
		if (row.makuleradReason === UNDO_REASON) return { result: { id }, audit: [] };
		if (row.makuleradAt) throw new Fault("conflict", "Registreringen är redan makulerad.");
		if (revision !== FIRST_REVISION)
			throw new Fault("conflict", "Registreringen har rättats. Öppna den och makulera den i stället.");
		if (minutesBetween(row.createdAt, actor.now) > UNDO_MINUTES)
			throw new Fault(
				"conflict",
				`Det går att ångra i ${UNDO_MINUTES} minuter. Öppna registreringen och makulera den i stället.`,
			);
		await updateGenomforandeMakulerad(tx, { id, revision, reason: UNDO_REASON, now: actor.now, personId });
		return {
			result: { id },
			audit: [{ action: "genomforande.undone", entity: "genomforande", entityId: id, detail: {} }],
		};
	});
}

function minutesBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / 60_000;
}
