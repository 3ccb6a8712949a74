import { MAX_ATGARD_TEXT } from "#app/domain/atgard.schema.ts";
import { type IsoDate, stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import { findAllAtgarder, insertAtgard } from "#db/atgard.server.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { isAktivitetOfKommun } from "#db/dokument.server.ts";
import { acceptName } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Notes a decided åtgärd under its aktivitet; a mått that counts what was decided and done counts it.
 * Sent twice, or noted by two people in the same words, it is one åtgärd: the one that stands open is given again.
 *
 * @throws Fault `not_found` for another kommun's aktivitet; `invalid` for a decision to come, or one due before it
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
		isExample?: boolean;
	},
): Promise<{ id: number }> {
	const { kommunId, personId } = kommunWriter(actor);
	const { aktivitetId, owner, decidedOn, dueOn, isExample = false } = input;
	const title = acceptName({ field: "title", label: "Åtgärd", text: input.title, maxLength: MAX_ATGARD_TEXT });
	if (decidedOn > stockholmDate(actor.now))
		throw new Fault("invalid", "Beslutad: välj en dag senast i dag.", "decidedOn");
	if (dueOn !== null && dueOn < decidedOn)
		throw new Fault("invalid", "Klar senast: välj en dag som inte ligger före beslutet.", "dueOn");
	return command(db, actor, async (tx) => {
		if (!(await isAktivitetOfKommun(tx, { kommunId, aktivitetId })))
			throw new Fault("not_found", "Aktiviteten finns inte i den här kommunen.");
		const content = { aktivitetId, title, owner, decidedOn, dueOn };
		const noted = (await findAllAtgarder(tx, { kommunId, aktivitetId })).find(
			(atgard) =>
				atgard.doneOn === null &&
				atgard.title === title &&
				atgard.owner === owner &&
				atgard.decidedOn === decidedOn &&
				atgard.dueOn === dueOn,
		);
		if (noted) return { result: { id: noted.id }, audit: [] };
		const id = await insertAtgard(tx, { ...content, kommunId, isExample, now: actor.now, personId });
		return {
			result: { id },
			audit: [{ action: "atgard.decided", entity: "atgard", entityId: id, detail: content }],
		};
	});
}
