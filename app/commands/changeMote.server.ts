import { Fault } from "#app/domain/fault.ts";
import { MOTE_LABEL } from "#app/domain/mote.schema.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateMoteFrame } from "#db/mote.server.ts";
import { replaceDeltagare } from "#db/moteDeltagare.server.ts";
import { acceptMote, type MoteInput } from "./acceptMote.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent, moteForStep, type SeenMote } from "./moteInKommun.server.ts";

/**
 * Changes when and where a meeting is held and who takes part. Once it is open its day stands: what it decides is of that day.
 *
 * @throws Fault `invalid` for another day of an open meeting, or what `acceptMote` refuses; what `moteForStep` refuses
 */
export async function changeMote(db: Db, actor: Actor, input: MoteInput & SeenMote): Promise<void> {
	const writer = kommunWriter(actor);
	const { moteId, version } = input;
	const { frame, deltagare } = acceptMote(input, actor.now);
	await command(db, actor, async (tx) => {
		const before = await moteForStep(tx, writer, { moteId, version, step: "changeMote" });
		if (before.state === "oppet" && before.heldOn !== frame.heldOn)
			throw new Fault(
				"invalid",
				`${MOTE_LABEL.heldOn}: mötet pågår och dagen kan inte ändras. Ångra öppnandet om dagen är fel.`,
				"heldOn",
			);
		await updateMoteFrame(tx, { id: moteId, version, ...frame });
		await replaceDeltagare(tx, { moteId, deltagare });
		const detail = before.heldOn === frame.heldOn ? {} : { heldOnBefore: before.heldOn };
		return {
			result: undefined,
			audit: [moteEvent({ action: "mote.changed", mote: { id: moteId, ...frame }, detail })],
		};
	});
}
