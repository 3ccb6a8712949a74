import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateDokumentutkastDiscarded } from "#db/dokumentutkast.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { type SeenUtkast, utkastEvent, utkastForStep } from "./utkastInKommun.server.ts";

/**
 * Takes an utkast out of sight; the history keeps that it has been there.
 *
 * @throws Fault what `utkastForStep` refuses
 */
export async function discardDokumentutkast(db: Db, actor: Actor, seen: SeenUtkast): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const utkast = await utkastForStep(tx, writer, seen);
		const { id, version } = utkast;
		await updateDokumentutkastDiscarded(tx, { id, version, ...writer });
		return { result: undefined, audit: [utkastEvent({ action: "dokumentutkast.discarded", utkast })] };
	});
}
