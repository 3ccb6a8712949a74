import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateBeslutText } from "#db/moteBeslut.server.ts";
import { beslutInMote } from "./beslutInMote.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { acceptBeslut } from "./recordBeslut.server.ts";

/**
 * Words a beslut anew while its meeting is open. The history keeps the old words.
 *
 * @throws Fault `invalid` for an empty text or a personal number; what `beslutInMote` refuses
 */
export async function changeBeslut(
	db: Db,
	actor: Actor,
	input: { beslutId: number; version: number; text: string },
): Promise<void> {
	const writer = kommunWriter(actor);
	const { beslutId, version } = input;
	const text = acceptBeslut(input.text);
	await command(db, actor, async (tx) => {
		const { beslut, mote } = await beslutInMote(tx, writer, { beslutId, version });
		if (beslut.text === text) return { result: undefined, audit: [] };
		await updateBeslutText(tx, { id: beslutId, version, text });
		const detail = { moteId: mote.id, mote: mote.title, heldOn: mote.heldOn, before: beslut.text, text };
		return {
			result: undefined,
			audit: [{ action: "beslut.changed", entity: "beslut", entityId: beslutId, detail }],
		};
	});
}
