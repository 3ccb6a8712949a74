import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateRapportGranskad } from "#db/rapportChange.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { rapportEvent, rapportForStep, type SeenRapport } from "./rapportInKommun.server.ts";

/**
 * Notes that the council has reviewed a report.
 *
 * @throws Fault what `rapportForStep` refuses
 */
export async function reviewRapport(db: Db, actor: Actor, { rapportId, version }: SeenRapport): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const rapport = await rapportForStep(tx, writer, { rapportId, version, step: "reviewRapport" });
		await updateRapportGranskad(tx, { id: rapportId, version, ...writer });
		return { result: undefined, audit: [rapportEvent({ action: "rapport.reviewed", rapport })] };
	});
}
