import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateRapportPublished } from "#db/rapportChange.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { rapportEvent, rapportForStep, type SeenRapport } from "./rapportInKommun.server.ts";

/**
 * Lets anybody read a signed report.
 *
 * @throws Fault what `rapportForStep` refuses
 */
export async function publishRapport(db: Db, actor: Actor, { rapportId, version }: SeenRapport): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const rapport = await rapportForStep(tx, writer, { rapportId, version, step: "publishRapport" });
		await updateRapportPublished(tx, { id: rapportId, version, ...writer });
		return { result: undefined, audit: [rapportEvent({ action: "rapport.published", rapport })] };
	});
}
