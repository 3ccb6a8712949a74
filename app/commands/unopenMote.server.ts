import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateMoteUnopened } from "#db/mote.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent, moteForStep, type SeenMote } from "./moteInKommun.server.ts";

/**
 * Takes back the opening of a meeting that has decided nothing. What has been noted stays beside its item.
 *
 * @throws Fault what `moteForStep` refuses
 */
export async function unopenMote(db: Db, actor: Actor, { moteId, version }: SeenMote): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, version, step: "unopenMote" });
		await updateMoteUnopened(tx, { id: moteId, version });
		return { result: undefined, audit: [moteEvent({ action: "mote.unopened", mote })] };
	});
}
