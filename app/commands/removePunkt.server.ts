import { Fault } from "#app/domain/fault.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import type { MoteRow } from "#db/mote.server.ts";
import { findAllAtgarderOfMote, findAllBeslut } from "#db/moteBeslut.server.ts";
import { type PunktRow, updatePunktRemoved } from "#db/motePunkt.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent, moteForStep, punktNamed } from "./moteInKommun.server.ts";
import { agendaToEdit, rowOf } from "./storedAgenda.server.ts";

/**
 * Takes an item off the agenda. The app does not propose it again; `restorePunkt` puts it back.
 *
 * @throws Fault `not_found` for another meeting's item; `conflict` when something has been noted or decided under it, which
 *   would leave the minutes; what `moteForStep` refuses
 */
export async function removePunkt(
	db: Db,
	actor: Actor,
	{ moteId, key }: { moteId: number; key: string },
): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, step: "editAgenda" });
		const punkt = rowOf(await agendaToEdit(tx, writer, mote), key);
		if (punkt.isRemoved) return { result: undefined, audit: [] };
		await requireNothingSaid(tx, { mote, punkt });
		const { id, version, isEdited, title } = punkt;
		await updatePunktRemoved(tx, { id, version, isRemoved: true, isEdited });
		return {
			result: undefined,
			audit: [moteEvent({ action: "mote.agenda_changed", mote, detail: { change: "removed", punkt: title, key } })],
		};
	});
}

async function requireNothingSaid(tx: Tx, { mote, punkt }: { mote: MoteRow; punkt: PunktRow }): Promise<void> {
	const name = punktNamed(punkt.title);
	const moteId = mote.id;
	const isDecided = [...(await findAllBeslut(tx, { moteId })), ...(await findAllAtgarderOfMote(tx, { moteId }))].some(
		({ key }) => key === punkt.key,
	);
	if (isDecided) throw new Fault("conflict", `${name} har beslut eller åtgärder och står kvar. Ta tillbaka dem först.`);
	if (punkt.anteckning === "" && punkt.outcome === null) return;
	const how = mote.state === "oppet" ? "Töm anteckningen först." : "Öppna mötet och töm anteckningen först.";
	throw new Fault("conflict", `${name} har en anteckning och står kvar. ${how}`);
}
