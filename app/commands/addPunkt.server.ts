import { Fault } from "#app/domain/fault.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { insertPunkt } from "#db/motePunkt.server.ts";
import { acceptPunktWords } from "./acceptMote.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent, moteForStep, punktNamed } from "./moteInKommun.server.ts";
import { agendaToEdit } from "./storedAgenda.server.ts";

/**
 * Adds an item of one's own, last on the agenda.
 *
 * @param input `uuid` is made where the form was opened: one UUID is one item, however often it is sent
 * @throws Fault `conflict` when the UUID stands for an item in other words; `invalid` for an empty title or a personal number;
 *   what `moteForStep` refuses
 */
export async function addPunkt(
	db: Db,
	actor: Actor,
	input: { moteId: number; uuid: string; title: string; lines: string },
): Promise<{ key: string }> {
	const writer = kommunWriter(actor);
	const { moteId, uuid } = input;
	const key = `egen:${uuid}`;
	const words = acceptPunktWords(input);
	return command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, step: "editAgenda" });
		const rows = await agendaToEdit(tx, writer, mote);
		const sent = rows.find((row) => row.key === key);
		if (sent) {
			if (sent.title === words.title && sent.body === words.body) return { result: { key }, audit: [] };
			throw new Fault(
				"conflict",
				`${punktNamed(sent.title)} är redan sparad med annat innehåll. Ladda om sidan och skriv igen.`,
			);
		}
		const position = 1 + Math.max(-1, ...rows.map((row) => row.position));
		const about = { kind: "egen", rapportId: null, aktivitetId: null } as const;
		await insertPunkt(tx, { moteId, key, position, isEdited: true, ...about, ...words });
		return {
			result: { key },
			audit: [moteEvent({ action: "mote.agenda_changed", mote, detail: { change: "added", punkt: words.title, key } })],
		};
	});
}
