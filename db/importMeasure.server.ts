import type { IsoDate } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { Db } from "./connection.server.ts";

export interface MeasureWithSettings {
	id: number;
	kind: MeasureKind;
	name: string;
	aktivitetstyp: string;
	quotation: string;
	dokumentId: number;
	dokumentTitle: string;
	inForceFrom: IsoDate;
	inForceTo: IsoDate | null;
	settings: unknown;
}

/**
 * The mått of all the kommun's dokument, ended ones included, the latest dokument first and then in the order of its text.
 * Each with the settings that hold today, or held on the last day of its dokument.
 */
export async function findAllMeasuresWithLatestSettings(
	db: Db,
	{ kommunId, today }: { kommunId: number; today: IsoDate },
): Promise<MeasureWithSettings[]> {
	const rows = await db
		.selectFrom("dokument")
		.innerJoin("aktivitet", "aktivitet.dokument_id", "dokument.id")
		.innerJoin("measure", "measure.aktivitet_id", "aktivitet.id")
		.innerJoin("measure_version", "measure_version.measure_id", "measure.id")
		.select([
			"measure.id",
			"measure.kind",
			"measure.name",
			"aktivitet.aktivitetstyp",
			"aktivitet.quotation",
			"dokument.id as dokumentId",
			"dokument.title as dokumentTitle",
			"dokument.in_force_from as inForceFrom",
			"dokument.in_force_to as inForceTo",
			"measure_version.settings",
			"measure_version.valid_from as validFrom",
		])
		.where("dokument.kommun_id", "=", kommunId)
		.where("measure_version.replaced_at", "is", null)
		.orderBy("dokument.in_force_from", "desc")
		.orderBy("dokument.id")
		.orderBy("aktivitet.position")
		.orderBy("measure.position")
		.orderBy("measure_version.valid_from")
		.execute();
	const holding = new Map<number, (typeof rows)[number]>();
	for (const row of rows) {
		const day = row.inForceTo !== null && row.inForceTo < today ? row.inForceTo : today;
		if (!holding.has(row.id) || row.validFrom <= day) holding.set(row.id, row);
	}
	return [...holding.values()].map(({ validFrom: _, ...row }) => ({ ...row, settings: JSON.parse(row.settings) }));
}
