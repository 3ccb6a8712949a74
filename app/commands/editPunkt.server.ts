import { Fault } from "#app/domain/fault.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updatePunktWords } from "#db/motePunkt.server.ts";
import { acceptPunktWords } from "./acceptMote.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";
import { isOffAgenda, moteEvent, moteForStep, punktNamed } from "./moteInKommun.server.ts";
import { agendaToEdit } from "./storedAgenda.server.ts";

/**
 * Writes an item in one's own words; the app leaves it alone afterwards. The words that stand, sent again, are no edit.
 *
 * @param input `version` is the one that the page showed, 0 for what the app proposed and nobody had stored
 * @throws Fault `conflict` when somebody has changed the item or taken it off, or it is no longer proposed; `invalid` for an
 *   empty title or a personal number; what `moteForStep` refuses
 */
export async function editPunkt(
	db: Db,
	actor: Actor,
	input: { moteId: number; key: string; version: number; title: string; lines: string },
): Promise<void> {
	const writer = kommunWriter(actor);
	const { moteId, key, version } = input;
	const words = acceptPunktWords(input);
	await command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, step: "editAgenda" });
		const punkt = (await agendaToEdit(tx, writer, mote)).find((one) => one.key === key);
		if (!punkt)
			throw new Fault(
				"conflict",
				`${punktNamed(words.title)} står inte längre på dagordningen. Lägg till en egen punkt om saken ska tas upp ändå.`,
			);
		if (punkt.isRemoved) throw isOffAgenda(punkt);
		if (punkt.version !== storedVersion(version)) throw changedMeanwhile(punktNamed(punkt.title));
		if (punkt.title === words.title && punkt.body === words.body) return { result: undefined, audit: [] };
		await updatePunktWords(tx, { id: punkt.id, version: punkt.version, ...words });
		return {
			result: undefined,
			audit: [
				moteEvent({ action: "mote.agenda_changed", mote, detail: { change: "edited", punkt: words.title, key } }),
			],
		};
	});
}

/** What the page showed before the item was stored is what the app stored. */
function storedVersion(version: number): number {
	return Math.max(1, version);
}
