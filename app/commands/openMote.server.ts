import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateMoteOpened } from "#db/mote.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent, moteForStep, type SeenMote } from "./moteInKommun.server.ts";
import { storeProposals } from "./storedAgenda.server.ts";

/**
 * Opens a meeting on its day or later. Its agenda is stored as it is now; from here on it changes only by hand.
 *
 * @throws Fault what `moteForStep` refuses
 */
export async function openMote(db: Db, actor: Actor, { moteId, version }: SeenMote): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, version, step: "openMote" });
		await storeProposals(tx, writer, mote);
		await updateMoteOpened(tx, { id: moteId, version, ...writer });
		return { result: undefined, audit: [moteEvent({ action: "mote.opened", mote })] };
	});
}
