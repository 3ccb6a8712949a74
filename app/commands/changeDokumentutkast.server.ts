import { applyChange } from "#app/dokumentutkast/applyChange.ts";
import type { UtkastChange } from "#app/dokumentutkast/change.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateDokumentutkast } from "#db/dokumentutkast.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { type SeenUtkast, utkastEvent, utkastForStep } from "./utkastInKommun.server.ts";

/**
 * One step of the review of an utkast, saved by itself.
 *
 * @throws Fault what `applyChange` and `utkastForStep` refuse
 */
export async function changeDokumentutkast(
	db: Db,
	actor: Actor,
	{ change, ...seen }: SeenUtkast & { change: UtkastChange },
): Promise<{ version: number }> {
	const writer = kommunWriter(actor);
	return command(db, actor, async (tx) => {
		const utkast = await utkastForStep(tx, writer, seen);
		const { id, version, sourceText } = utkast;
		const platser = await findAllPlatser(tx, writer);
		const content = applyChange(utkast.content, change, { sourceText, platser });
		await updateDokumentutkast(tx, { id, version, content: JSON.stringify(content), ...writer });
		return {
			result: { version: version + 1 },
			audit: [
				utkastEvent({ action: "dokumentutkast.changed", utkast: { id, content }, detail: { change: change.type } }),
			],
		};
	});
}
