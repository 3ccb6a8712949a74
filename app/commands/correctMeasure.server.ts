import type { IsoDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { measureModule } from "#app/measures/index.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { insertMeasureVersion, updateMeasure, updateMeasureVersionReplaced } from "#db/measure.server.ts";
import { acceptSettings } from "./acceptSettings.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";
import { measureForChange } from "./measureInKommun.server.ts";
import { releaseFordelning } from "./releaseFordelning.server.ts";

export interface CorrectedMeasure {
	measureId: number;
	/** The measure's version that the page showed. */
	version: number;
	/** The first day of the settings that were read wrongly. */
	validFrom: IsoDate;
	/** As the kind's settings schema gives them. */
	settings: unknown;
	reason: string;
}

/**
 * Puts right how a löfte was read: other settings take the place of those that begin on the day, from that very day. The
 * old ones stay in the history. What is handed in or signed keeps what it says; everything else is counted anew. What was
 * agreed for periods from that day on falls away, and both parties confirm anew.
 *
 * @throws Fault `not_found` in another kommun; `invalid` for settings that the kind refuses or that are the same, or without a
 *   reason; `conflict` when no version begins that day or somebody changed the measure in between
 */
export async function correctMeasure(db: Db, actor: Actor, input: CorrectedMeasure): Promise<{ version: number }> {
	const { kommunId, personId, now } = kommunWriter(actor);
	const { measureId, version, validFrom } = input;
	const reason = acceptReason({ field: "reason", label: "Orsak", text: input.reason, maxLength: MAX_REASON });
	return command(db, actor, async (tx) => {
		const measure = await measureForChange(tx, { kommunId, measureId, version });
		const before = measure.versions.find((one) => one.validFrom === validFrom);
		if (!before) throw changedMeanwhile("Måttet");
		const settings = await acceptSettings(tx, { kommunId, kind: measure.kind, settings: input.settings });
		if (isSame(measure.kind, before.settings, settings))
			throw new Fault("invalid", "Ingenting är ändrat. Rätta det som lästes fel, och spara sedan.");
		await updateMeasure(tx, { id: measureId, version });
		await updateMeasureVersionReplaced(tx, { measureId, validFrom, now, personId });
		await insertMeasureVersion(tx, { measureId, validFrom, settings, reason, now, personId });
		await releaseFordelning(tx, { kommunId, measureId, inForceFrom: measure.inForceFrom, validFrom });
		return {
			result: { version: version + 1 },
			audit: [
				{
					action: "measure.corrected",
					entity: "measure",
					entityId: measureId,
					detail: { name: measure.name, validFrom, before: before.settings, settings, reason },
				},
			],
		};
	});
}

function isSame(kind: MeasureKind, before: unknown, after: unknown): boolean {
	return JSON.stringify(measureModule(kind).settingsSchema.safeParse(before).data) === JSON.stringify(after);
}
