import { Fault } from "#app/domain/fault.ts";
import { MAX_MEASURE_NAME, MAX_RAKNEREGEL } from "#app/domain/measure.schema.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateMeasure } from "#db/measure.server.ts";
import { acceptName, acceptReason } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { measureForChange } from "./measureInKommun.server.ts";

export interface ChangedRakneregel {
	measureId: number;
	/** The measure's version that the page showed. */
	version: number;
	name: string;
	rakneregel: string;
	reason: string;
}

/**
 * Says anew what a measure is called and what counts. What has been registered stays; reports that are handed in or signed
 * keep their words.
 *
 * @throws Fault `not_found` in another kommun; `invalid` when a text is missing, too long, holds a personal number, or when
 *   nothing is changed; `conflict` when somebody changed the measure in between
 */
export async function changeRakneregel(db: Db, actor: Actor, input: ChangedRakneregel): Promise<{ version: number }> {
	const { kommunId } = kommunWriter(actor);
	const { measureId, version } = input;
	const name = acceptName({ field: "name", label: "Kort namn", text: input.name, maxLength: MAX_MEASURE_NAME });
	const rakneregel = acceptName({
		field: "rakneregel",
		label: "Vad räknas?",
		text: input.rakneregel,
		maxLength: MAX_RAKNEREGEL,
	});
	const reason = acceptReason({ field: "reason", label: "Orsak", text: input.reason, maxLength: MAX_REASON });
	return command(db, actor, async (tx) => {
		const measure = await measureForChange(tx, { kommunId, measureId, version });
		const before = { name: measure.name, rakneregel: measure.rakneregel };
		if (before.name === name && before.rakneregel === rakneregel)
			throw new Fault("invalid", "Vad räknas?: texten är densamma som förut. Ändra den, eller namnet.", "rakneregel");
		await updateMeasure(tx, { id: measureId, version, name, rakneregel });
		return {
			result: { version: version + 1 },
			audit: [
				{
					action: "measure.rakneregel_changed",
					entity: "measure",
					entityId: measureId,
					detail: { name, rakneregel, before, reason },
				},
			],
		};
	});
}
