import type { RapportPart } from "#app/domain/rapport.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateRapportNotKlar } from "#db/rapportChange.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { rapportEvent, rapportForStep, type SeenRapport } from "./rapportInKommun.server.ts";

/**
 * Takes a part's klar-mark back, so that its texts can be changed again.
 *
 * @throws Fault what `rapportForStep` refuses
 */
export async function unmarkKlar(
	db: Db,
	actor: Actor,
	{ rapportId, version, part }: SeenRapport & { part: RapportPart },
): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const step = part === "polis" ? "unmarkPolisKlar" : "unmarkKommunKlar";
		const rapport = await rapportForStep(tx, writer, { rapportId, version, step });
		await updateRapportNotKlar(tx, { id: rapportId, version, part });
		return {
			result: undefined,
			audit: [rapportEvent({ action: "rapport.part_not_klar", rapport, detail: { part } })],
		};
	});
}
