import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateMeasure } from "#db/measure.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { measureForChange } from "./measureInKommun.server.ts";

interface ChangedMeasureSensitivity {
	measureId: number;
	/** The measure's version that the page showed. */
	version: number;
	isSensitive: boolean;
}

/**
 * Says whether the public may read a measure's numbers below 5. What was agreed stays as it is, so there is no new dated
 * version; reports that are handed in keep what held then.
 *
 * @throws Fault `not_found` in another kommun; `conflict` when somebody changed the measure in between
 */
export async function changeMeasureSensitivity(
	db: Db,
	actor: Actor,
	{ measureId, version, isSensitive }: ChangedMeasureSensitivity,
): Promise<{ version: number }> {
	const { kommunId } = kommunWriter(actor);
	return command(db, actor, async (tx) => {
		const measure = await measureForChange(tx, { kommunId, measureId, version });
		await updateMeasure(tx, { id: measureId, version, isSensitive });
		return {
			result: { version: version + 1 },
			audit: [
				{
					action: "measure.sensitivity_changed",
					entity: "measure",
					entityId: measureId,
					detail: { name: measure.name, isSensitive },
				},
			],
		};
	});
}
