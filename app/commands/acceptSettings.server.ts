import { Fault } from "#app/domain/fault.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Tx } from "#db/command.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";

/**
 * The settings of a measure as they are stored.
 *
 * @throws Fault `invalid` for settings that the kind refuses; `not_found` for a place that is not on the kommun's list
 */
export async function acceptSettings(
	tx: Tx,
	{ kommunId, kind, settings }: { kommunId: number; kind: MeasureKind; settings: unknown },
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
