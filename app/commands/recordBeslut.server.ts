import { Fault } from "#app/domain/fault.ts";
import { MAX_BESLUT, MOTE_LABEL } from "#app/domain/mote.schema.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findMote } from "#db/mote.server.ts";
import { findBeslutByUuid, insertBeslut } from "#db/moteBeslut.server.ts";
import { acceptName } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { moteForStep, punktOnAgenda } from "./moteInKommun.server.ts";

interface NewBeslut {
	/** Made where the form was opened: one UUID is one beslut, however often and by whomever it is sent. */
	uuid: string;
	moteId: number;
	/** The item that it was decided under. */
	key: string;
	text: string;
}

/**
 * Notes what the council decides, while the meeting is open.
 *
 * @throws Fault `conflict` before it is opened and once it is closed, or when the UUID stands for another beslut; `invalid`
 *   for an empty text or a personal number; what `moteForStep` and `punktOnAgenda` refuse
 */
export async function recordBeslut(db: Db, actor: Actor, input: NewBeslut): Promise<{ id: number }> {
	const writer = kommunWriter(actor);
	const { uuid, moteId, key } = input;
	const text = acceptBeslut(input.text);
	return command(db, actor, async (tx) => {
		const isHere = await findMote(tx, { kommunId: writer.kommunId, moteId });
		const sent = isHere && (await findSent(tx, { uuid, moteId, key, text }));
		if (sent) return { result: sent, audit: [] };
		const mote = await moteForStep(tx, writer, { moteId, step: "decide" });
		const punkt = await punktOnAgenda(tx, { moteId, key });
		const id = await insertBeslut(tx, { uuid, punktId: punkt.id, text, ...writer });
		const detail = { moteId, mote: mote.title, heldOn: mote.heldOn, punkt: punkt.title, text };
		return { result: { id }, audit: [{ action: "beslut.recorded", entity: "beslut", entityId: id, detail }] };
	});
}

/** @throws Fault `invalid` for an empty text, a personal number or one that is too long */
export function acceptBeslut(text: string): string {
	return acceptName({ field: "text", label: MOTE_LABEL.beslut, text, maxLength: MAX_BESLUT });
}

/** A retry is answered with the beslut that is there, also when the meeting has been closed since. */
async function findSent(tx: Tx, { uuid, moteId, key, text }: NewBeslut): Promise<{ id: number } | undefined> {
	const existing = await findBeslutByUuid(tx, uuid);
	if (!existing) return undefined;
	if (existing.moteId === moteId && existing.key === key && existing.text === text) return { id: existing.id };
	throw new Fault("conflict", "Det här beslutet är redan sparat med annat innehåll. Ladda om sidan och skriv igen.");
}
