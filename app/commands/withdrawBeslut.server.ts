import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateBeslutMakulerad } from "#db/moteBeslut.server.ts";
import { beslutInMote } from "./beslutInMote.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Takes a beslut out of the minutes while its meeting is open, as noted by mistake. The row stays, makulerad.
 *
 * @throws Fault what `beslutInMote` refuses
 */
export async function withdrawBeslut(
	db: Db,
	actor: Actor,
	{ beslutId, version }: { beslutId: number; version: number },
): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const { beslut, mote } = await beslutInMote(tx, writer, { beslutId, version });
		await updateBeslutMakulerad(tx, { id: beslutId, version, ...writer });
		const detail = { moteId: mote.id, mote: mote.title, heldOn: mote.heldOn, text: beslut.text };
		return {
			result: undefined,
			audit: [{ action: "beslut.withdrawn", entity: "beslut", entityId: beslutId, detail }],
		};
	});
}
