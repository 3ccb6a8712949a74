import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateRapportRecalled } from "#db/rapportChange.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { rapportEvent, rapportForStep, type SeenRapport } from "./rapportInKommun.server.ts";

/**
 * Takes a publication back within 24 hours (PRODUCT §3.6). The report stays signed.
 *
 * @throws Fault what `rapportForStep` refuses
 */
export async function recallRapport(db: Db, actor: Actor, { rapportId, version }: SeenRapport): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const rapport = await rapportForStep(tx, writer, { rapportId, version, step: "recallRapport" });
		await updateRapportRecalled(tx, { id: rapportId, version });
		return { result: undefined, audit: [rapportEvent({ action: "rapport.recalled", rapport })] };
	});
}
