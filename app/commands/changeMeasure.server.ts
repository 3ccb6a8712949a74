import type { IsoDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate, formatInForce } from "#app/domain/format.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { insertMeasureVersion, updateMeasure } from "#db/measure.server.ts";
import { acceptSettings } from "./acceptSettings.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { measureForChange } from "./measureInKommun.server.ts";
import { releaseFordelning } from "./releaseFordelning.server.ts";

export interface ChangedMeasure {
	measureId: number;
	/** The measure's version that the page showed. */
	version: number;
	/** As the kind's settings schema gives them. */
	settings: unknown;
	validFrom: IsoDate;
	reason: string;
}

/**
 * Gives a measure new settings from a day on; periods that began before keep the old ones, and the number
 * that was agreed for them. What was agreed for later periods falls away, and both parties confirm anew.
 *
 * @throws Fault `not_found` in another kommun; `invalid` for settings that the kind refuses, a day outside the dokument
 *   or no reason; `conflict` when a version begins that day already or somebody changed the measure in between
 */
export async function changeMeasure(db: Db, actor: Actor, input: ChangedMeasure): Promise<{ version: number }> {
	const { kommunId, personId } = kommunWriter(actor);
	const { measureId, version, validFrom } = input;
	const reason = acceptReason({ field: "reason", label: "Orsak", text: input.reason, maxLength: MAX_REASON });
	return command(db, actor, async (tx) => {
		const measure = await measureForChange(tx, { kommunId, measureId, version });
		const settings = await acceptSettings(tx, { kommunId, kind: measure.kind, settings: input.settings });
		const { inForceFrom, inForceTo } = measure;
		if (validFrom < inForceFrom || (inForceTo !== null && validFrom > inForceTo))
			throw new Fault(
				"invalid",
				`Gäller från: välj en dag när löftet gäller, ${formatInForce(inForceFrom, inForceTo)}.`,
				"validFrom",
			);
		if (measure.versions.some((one) => one.validFrom === validFrom))
			throw new Fault(
				"conflict",
				`Gäller från: från ${formatDate(validFrom)} gäller redan det som står nu. Välj en senare dag, eller rätta hur löftet lästes.`,
				"validFrom",
			);
		await updateMeasure(tx, { id: measureId, version });
		await insertMeasureVersion(tx, { measureId, validFrom, settings, reason, now: actor.now, personId });
		await releaseFordelning(tx, { kommunId, measureId, inForceFrom, validFrom });
		return {
			result: { version: version + 1 },
			audit: [
				{
					action: "measure.changed",
					entity: "measure",
					entityId: measureId,
					detail: { name: measure.name, validFrom, settings, reason },
				},
			],
		};
	});
}
