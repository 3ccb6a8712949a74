import { moveInAgenda } from "#app/mote/agenda.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updatePunktByApp } from "#db/motePunkt.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { isOffAgenda, moteEvent, moteForStep } from "./moteInKommun.server.ts";
import { agendaToEdit, rowOf } from "./storedAgenda.server.ts";

/**
 * Moves an item one step among those that are taken up. What stands first cannot be moved up; that is no error.
 *
 * @throws Fault `not_found` for another meeting's item; `conflict` when it has been taken off; what `moteForStep` refuses
 */
export async function movePunkt(
	db: Db,
	actor: Actor,
	{ moteId, key, direction }: { moteId: number; key: string; direction: "up" | "down" },
): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, step: "editAgenda" });
		const rows = await agendaToEdit(tx, writer, mote);
		const punkt = rowOf(rows, key);
		if (punkt.isRemoved) throw isOffAgenda(punkt);
		const moved = moveInAgenda(rows, { key, direction }).flatMap((row, position) =>
			row.position === position ? [] : [{ ...row, position }],
		);
		for (const row of moved) await updatePunktByApp(tx, row);
		if (moved.length === 0) return { result: undefined, audit: [] };
		return {
			result: undefined,
			audit: [moteEvent({ action: "mote.agenda_changed", mote, detail: { change: "moved", punkt: punkt.title, key } })],
		};
	});
}
