import { Fault } from "#app/domain/fault.ts";
import type { Tx } from "#db/command.server.ts";
import { findMeasure } from "#db/measure.server.ts";
import { changedMeanwhile } from "./kommunWriter.server.ts";

/**
 * The mått with all its versions, ready to be changed.
 *
 * @param version the one that the page showed
 * @throws Fault `not_found` in another kommun; `conflict` when somebody changed it in between
 */
export async function measureForChange(
	tx: Tx,
	{ kommunId, measureId, version }: { kommunId: number; measureId: number; version: number },
): Promise<NonNullable<Awaited<ReturnType<typeof findMeasure>>>> {
	const measure = await findMeasure(tx, { kommunId, measureId });
	if (!measure) throw new Fault("not_found", "Måttet finns inte i den här kommunen.");
	if (measure.version !== version) throw changedMeanwhile("Måttet");
	return measure;
}
