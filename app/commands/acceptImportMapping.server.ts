import { Fault } from "#app/domain/fault.ts";
import type { ImportMapping } from "#app/import/content.ts";
import { importMappingSchema } from "#app/import/mapping.schema.ts";
import { measureIdOf } from "#app/import/plan.ts";
import type { Tx } from "#db/command.server.ts";
import { findAllMeasureNames } from "#db/measureName.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";

/**
 * How a file is read, checked where it is stored. It may be half done; it may not name what is another kommun's.
 *
 * @throws Fault `invalid` for what is no mapping; `not_found` for a mått or a place of another kommun
 */
export async function acceptImportMapping(
	tx: Tx,
	{ kommunId, mapping }: { kommunId: number; mapping: ImportMapping },
): Promise<ImportMapping> {
	const result = importMappingSchema.safeParse(mapping);
	if (!result.success) {
		const [issue] = result.error.issues;
		throw new Fault("invalid", issue?.message ?? "Kolumner: välj om.", issue?.path.join("."));
	}
	const accepted = result.data;
	const measureIds = new Set((await findAllMeasureNames(tx, { kommunId })).map(({ id }) => id));
	const platsIds = new Set((await findAllPlatser(tx, { kommunId })).map(({ id }) => id));
	const { columns, fixed, aktiviteter, platser } = accepted;
	const named = [fixed.measureId, ...Object.values(aktiviteter), ...columns.map((role) => measureIdOf(role) ?? null)];
	if (named.some((id) => id !== null && !measureIds.has(id)))
		throw new Fault("not_found", "Aktivitet: den finns inte i den här kommunen.", "aktiviteter");
	if (Object.values(platser).some((id) => id !== null && !platsIds.has(id)))
		throw new Fault("not_found", "Plats: platsen finns inte på kommunens lista.", "platser");
	return accepted;
}
