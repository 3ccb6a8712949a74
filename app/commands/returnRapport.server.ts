import { MAX_RAPPORT_REASON } from "#app/domain/rapport.schema.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateRapportReturned } from "#db/rapportChange.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { rapportEvent, rapportForStep, type SeenRapport } from "./rapportInKommun.server.ts";

/**
 * Sends a report back to those who wrote it. Both klar-marks, the frozen figures and the review are gone; the texts and
 * the council's remarks stay.
 *
 * @throws Fault `invalid` without a reason or with a personal number in it; or what `rapportForStep` refuses
 */
export async function returnRapport(db: Db, actor: Actor, input: SeenRapport & { reason: string }): Promise<void> {
	const writer = kommunWriter(actor);
	const { rapportId, version } = input;
	const reason = acceptReason({ field: "reason", label: "Orsak", text: input.reason, maxLength: MAX_RAPPORT_REASON });
	await command(db, actor, async (tx) => {
		const rapport = await rapportForStep(tx, writer, { rapportId, version, step: "returnRapport" });
		await updateRapportReturned(tx, { id: rapportId, version, reason, ...writer });
		return { result: undefined, audit: [rapportEvent({ action: "rapport.returned", rapport, detail: { reason } })] };
	});
}
