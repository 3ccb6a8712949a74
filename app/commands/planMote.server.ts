import { Fault } from "#app/domain/fault.ts";
import type { Deltagare } from "#app/domain/mote.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findMote, findMoteByUuid, insertMote, type MoteFrame } from "#db/mote.server.ts";
import { findAllDeltagare, replaceDeltagare } from "#db/moteDeltagare.server.ts";
import { acceptMote, type MoteInput } from "./acceptMote.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent } from "./moteInKommun.server.ts";

/**
 * Plans a meeting of the council. The app writes its agenda.
 *
 * @param input `uuid` is made where the form was opened: one UUID is one meeting, however often it is sent
 * @throws Fault `conflict` when the UUID stands for another meeting; what `acceptMote` refuses
 */
export async function planMote(
	db: Db,
	actor: Actor,
	input: MoteInput & { uuid: string; isExample?: boolean },
): Promise<{ id: number }> {
	const writer = kommunWriter(actor);
	const { uuid, isExample = false } = input;
	const { frame, deltagare } = acceptMote(input, actor.now);
	return command(db, actor, async (tx) => {
		const sent = await findSent(tx, { uuid, kommunId: writer.kommunId, frame, deltagare });
		if (sent) return { result: sent, audit: [] };
		const id = await insertMote(tx, { uuid, isExample, ...frame, ...writer });
		await replaceDeltagare(tx, { moteId: id, deltagare });
		return { result: { id }, audit: [moteEvent({ action: "mote.planned", mote: { id, ...frame } })] };
	});
}

/** A retry is answered with the meeting that is there. */
async function findSent(
	tx: Tx,
	{ uuid, kommunId, frame, deltagare }: { uuid: string; kommunId: number; frame: MoteFrame; deltagare: Deltagare[] },
): Promise<{ id: number } | undefined> {
	const existing = await findMoteByUuid(tx, uuid);
	if (!existing) return undefined;
	const mote = await findMote(tx, { kommunId, moteId: existing.id });
	const isSame =
		mote?.title === frame.title &&
		mote.heldOn === frame.heldOn &&
		mote.beginsAt === frame.beginsAt &&
		mote.endsAt === frame.endsAt &&
		mote.place === frame.place &&
		sameDeltagare(await findAllDeltagare(tx, { moteId: existing.id }), deltagare);
	if (isSame) return { id: existing.id };
	throw new Fault("conflict", "Det här mötet är redan sparat med annat innehåll. Ladda om sidan och ändra mötet.");
}

function sameDeltagare(stored: readonly Deltagare[], sent: readonly Deltagare[]): boolean {
	return (
		stored.length === sent.length &&
		stored.every(
			({ role, label, count }, index) =>
				sent[index]?.role === role && sent[index].label === label && sent[index].count === count,
		)
	);
}
