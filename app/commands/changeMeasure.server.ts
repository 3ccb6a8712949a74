import { type IsoDate, latest } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate, formatInForce } from "#app/domain/format.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { measureModule } from "#app/measures/index.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findFordelning, updateFordelning } from "#db/fordelning.server.ts";
import { findMeasure, insertMeasureVersion, updateMeasure } from "#db/measure.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";

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
		const measure = await findMeasure(tx, { kommunId, measureId });
		if (!measure) throw new Fault("not_found", "Måttet finns inte i den här kommunen.");
		if (measure.version !== version) throw changedMeanwhile("Måttet");
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
				`Gäller från: från ${formatDate(validFrom)} gäller redan det som står nu, och det ändras inte bakåt. Välj en senare dag.`,
				"validFrom",
			);
		await updateMeasure(tx, { id: measureId, version });
		await insertMeasureVersion(tx, { measureId, validFrom, settings, reason, now: actor.now, personId });
		await releaseFordelning(tx, { kommunId, measureId, inForceFrom, validFrom });
		return {
			result: { version: version + 1 },
			audit: [
				{ action: "measure.changed", entity: "measure", entityId: measureId, detail: { validFrom, settings, reason } },
			],
		};
	});
}

async function acceptSettings(
	tx: Tx,
	{ kommunId, kind, settings }: { kommunId: number; kind: Parameters<typeof measureModule>[0]; settings: unknown },
): Promise<unknown> {
	const module = measureModule(kind);
	const parsed = module.settingsSchema.safeParse(settings);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw new Fault("invalid", issue?.message ?? "Måttet: inställningarna går inte att läsa.", issue?.path.join("."));
	}
	const own = new Set((await findAllPlatser(tx, { kommunId })).map((plats) => plats.id));
	if (module.platsIds(parsed.data).some((id) => !own.has(id)))
		throw new Fault("not_found", "Plats: välj platser som finns på kommunens lista.");
	return parsed.data;
}

/** Keeps what was agreed for periods that began before the day, the first one when the dokument did. */
async function releaseFordelning(
	tx: Tx,
	{
		kommunId,
		measureId,
		inForceFrom,
		validFrom,
	}: { kommunId: number; measureId: number; inForceFrom: IsoDate; validFrom: IsoDate },
): Promise<void> {
	const fordelning = await findFordelning(tx, { kommunId, measureId });
	if (!fordelning) return;
	const beganBefore = (code: string) => latest(parsePeriod(code)?.from ?? validFrom, inForceFrom) < validFrom;
	const kept = Object.entries(fordelning.parts).filter(([code]) => beganBefore(code));
	await updateFordelning(tx, {
		id: fordelning.id,
		version: fordelning.version,
		content: {
			parts: Object.fromEntries(kept),
			polisConfirmedAt: null,
			polisConfirmedBy: null,
			kommunConfirmedAt: null,
			kommunConfirmedBy: null,
		},
	});
}
