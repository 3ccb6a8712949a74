import { MAX_ATGARD_TEXT } from "#app/domain/atgard.schema.ts";
import { type IsoDate, stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { updateAtgardDone } from "#db/atgard.server.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { acceptOptionalText } from "./acceptText.server.ts";
import { atgardInKommun } from "./atgardInKommun.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Closes a decided åtgärd.
 *
 * @throws Fault `invalid` for a day to come or before the decision; `conflict` when it is already closed;
 *   or what `atgardInKommun` refuses
 */
export async function completeAtgard(
	db: Db,
	actor: Actor,
	input: { atgardId: number; version: number; doneOn: IsoDate; doneNote: string | null },
): Promise<void> {
	const { kommunId } = kommunWriter(actor);
	const { atgardId, version, doneOn } = input;
	const doneNote = acceptOptionalText({
		field: "doneNote",
		label: "Anteckning",
		text: input.doneNote,
		maxLength: MAX_ATGARD_TEXT,
	});
	if (doneOn > stockholmDate(actor.now)) throw new Fault("invalid", "Klar den: välj en dag senast i dag.", "doneOn");
	await command(db, actor, async (tx) => {
		const atgard = await atgardInKommun(tx, { kommunId, atgardId, version });
		if (atgard.doneOn) throw new Fault("conflict", "Åtgärden är redan markerad som klar.");
		if (doneOn < atgard.decidedOn)
			throw new Fault("invalid", "Klar den: välj en dag som inte ligger före beslutet.", "doneOn");
		await updateAtgardDone(tx, { id: atgardId, version, doneOn, doneNote });
		return {
			result: undefined,
			audit: [{ action: "atgard.completed", entity: "atgard", entityId: atgardId, detail: { doneOn } }],
		};
	});
}
