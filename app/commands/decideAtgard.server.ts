import { MAX_ATGARD_TEXT } from "#app/domain/atgard.schema.ts";
import { type IsoDate, stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate } from "#app/domain/format.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import { findAllAtgarder, insertAtgard } from "#db/atgard.server.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { isAktivitetOfKommun } from "#db/dokument.server.ts";
import { findPunkt } from "#db/motePunkt.server.ts";
import { acceptName } from "./acceptText.server.ts";
import { type KommunWriter, kommunWriter } from "./kommunWriter.server.ts";
import { moteForStep, punktOnAgenda } from "./moteInKommun.server.ts";

/**
 * Notes a decided åtgärd under its aktivitet; a mått that counts what was decided and done counts it.
 * Sent twice, or noted by two people in the same words, it is one åtgärd: the one that stands open is given again.
 *
 * @param input `punkt` is the item of the open meeting that decides it, on the meeting's day
 * @throws Fault `not_found` for another kommun's aktivitet or meeting; `invalid` for a decision to come, one due before it, or
 *   one of another day than its meeting's; `conflict` when the meeting is not open or the item is off its agenda
 */
export async function decideAtgard(
	db: Db,
	actor: Actor,
	input: {
		aktivitetId: number;
		title: string;
		owner: PerformedBy;
		decidedOn: IsoDate;
		dueOn: IsoDate | null;
		punkt?: { moteId: number; key: string };
		isExample?: boolean;
	},
): Promise<{ id: number }> {
	const writer = kommunWriter(actor);
	const { kommunId, personId } = writer;
	const { aktivitetId, owner, decidedOn, dueOn, punkt, isExample = false } = input;
	const title = acceptName({ field: "title", label: "Åtgärd", text: input.title, maxLength: MAX_ATGARD_TEXT });
	if (decidedOn > stockholmDate(actor.now))
		throw new Fault("invalid", "Beslutad: välj en dag senast i dag.", "decidedOn");
	if (dueOn !== null && dueOn < decidedOn)
		throw new Fault("invalid", "Klar senast: välj en dag som inte ligger före beslutet.", "dueOn");
	return command(db, actor, async (tx) => {
		if (!(await isAktivitetOfKommun(tx, { kommunId, aktivitetId })))
			throw new Fault("not_found", "Aktiviteten finns inte i den här kommunen.");
		const content = { aktivitetId, title, owner, decidedOn, dueOn };
		// Looked for first: a form sent again is answered alike when the meeting has been closed in between.
		const under = punkt ? (await findPunkt(tx, punkt))?.id : null;
		const noted = (await findAllAtgarder(tx, { kommunId, aktivitetId })).find(
			(atgard) =>
				atgard.doneOn === null &&
				atgard.punktId === under &&
				atgard.title === title &&
				atgard.owner === owner &&
				atgard.decidedOn === decidedOn &&
				atgard.dueOn === dueOn,
		);
		if (noted) return { result: { id: noted.id }, audit: [] };
		const decidedAt = punkt ? await deciding(tx, writer, { ...punkt, decidedOn }) : null;
		const punktId = decidedAt?.punktId ?? null;
		const id = await insertAtgard(tx, { ...content, kommunId, punktId, isExample, now: actor.now, personId });
		const detail = { ...content, ...(decidedAt && { moteId: decidedAt.moteId, mote: decidedAt.mote }) };
		return { result: { id }, audit: [{ action: "atgard.decided", entity: "atgard", entityId: id, detail }] };
	});
}

/** The item of the open meeting that decides it. */
async function deciding(
	tx: Tx,
	writer: KommunWriter,
	{ moteId, key, decidedOn }: { moteId: number; key: string; decidedOn: IsoDate },
): Promise<{ punktId: number; moteId: number; mote: string }> {
	const mote = await moteForStep(tx, writer, { moteId, step: "decide" });
	const punkt = await punktOnAgenda(tx, { moteId, key });
	if (decidedOn !== mote.heldOn)
		throw new Fault(
			"invalid",
			`Beslutad: en åtgärd som beslutas på mötet är beslutad ${formatDate(mote.heldOn)}.`,
			"decidedOn",
		);
	return { punktId: punkt.id, moteId, mote: mote.title };
}
