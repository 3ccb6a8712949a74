import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllPunkter } from "#db/motePunkt.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent, moteForStep } from "./moteInKommun.server.ts";
import { storeProposals } from "./storedAgenda.server.ts";

/**
 * Takes up what has come since the meeting was opened: a report handed in an hour ago. Nothing else on the agenda changes.
 *
 * @returns how many items were added
 * @throws Fault what `moteForStep` refuses
 */
export async function refreshAgenda(db: Db, actor: Actor, { moteId }: { moteId: number }): Promise<{ added: number }> {
	const writer = kommunWriter(actor);
	return command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, step: "decide" });
		const before = new Set((await findAllPunkter(tx, { moteId })).map(({ key }) => key));
		const rows = await storeProposals(tx, writer, mote);
		const added = rows.filter(({ key }) => !before.has(key)).length;
		if (added === 0) return { result: { added }, audit: [] };
		return {
			result: { added },
			audit: [moteEvent({ action: "mote.agenda_changed", mote, detail: { change: "refreshed", added } })],
		};
	});
}
