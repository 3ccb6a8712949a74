import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updatePunktRemoved } from "#db/motePunkt.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent, moteForStep } from "./moteInKommun.server.ts";
import { agendaToEdit, proposalsFor, rowOf } from "./storedAgenda.server.ts";

/**
 * Puts an item that was taken off back where it stood. What the app no longer proposes keeps the words it had.
 *
 * @throws Fault `not_found` for another meeting's item; what `moteForStep` refuses
 */
export async function restorePunkt(
	db: Db,
	actor: Actor,
	{ moteId, key }: { moteId: number; key: string },
): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, step: "editAgenda" });
		const punkt = rowOf(await agendaToEdit(tx, writer, mote), key);
		if (!punkt.isRemoved) return { result: undefined, audit: [] };
		const isProposed = (await proposalsFor(tx, writer, mote)).some((proposal) => proposal.key === key);
		const { id, version, title } = punkt;
		await updatePunktRemoved(tx, { id, version, isRemoved: false, isEdited: punkt.isEdited || !isProposed });
		return {
			result: undefined,
			audit: [moteEvent({ action: "mote.agenda_changed", mote, detail: { change: "restored", punkt: title, key } })],
		};
	});
}
