import type { IsoDate } from "#app/domain/dates.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { Db } from "./connection.server.ts";

/** How far back a person's own habits are read. */
const LATEST = 50;

export interface PossibleDuplicate {
	id: number;
	date: IsoDate;
	measureName: string;
	platsName: string | null;
	performedBy: PerformedBy;
}

/**
 * A registration of the same measure, date and place by somebody else, which may be the same joint activity told by the
 * other party. Two of the same party's own activities are two.
 */
export async function findPossibleDuplicate(
	db: Db,
	{
		kommunId,
		measureIds,
		date,
		platsId,
		performedBy,
		personId,
	}: {
		kommunId: number;
		measureIds: readonly number[];
		date: IsoDate;
		platsId: number | null;
		performedBy: PerformedBy;
		/** Who asks. */
		personId: number;
	},
): Promise<PossibleDuplicate | undefined> {
	return db
		.selectFrom("genomforande")
		.innerJoin("genomforande_measure", "genomforande_measure.genomforande_id", "genomforande.id")
		.innerJoin("measure", "measure.id", "genomforande_measure.measure_id")
		.leftJoin("plats", "plats.id", "genomforande.plats_id")
		.select([
			"genomforande.id",
			"genomforande.date",
			"measure.name as measureName",
			"plats.name as platsName",
			"genomforande.performed_by as performedBy",
		])
		.where("genomforande.kommun_id", "=", kommunId)
		.where("genomforande.date", "=", date)
		.where("genomforande.plats_id", platsId === null ? "is" : "=", platsId)
		.where("genomforande_measure.measure_id", "in", measureIds)
		.where("genomforande.makulerad_at", "is", null)
		.where("genomforande.created_by", "!=", personId)
		.where((eb) =>
			eb.or([eb("genomforande.performed_by", "!=", performedBy), eb("genomforande.performed_by", "=", "gemensamt")]),
		)
		.orderBy("genomforande.id")
		.limit(1)
		.executeTakeFirst();
}

/** The places the person has used, the last used first. */
export async function findLastUsedPlatsIds(
	db: Db,
	{ kommunId, personId }: { kommunId: number; personId: number },
): Promise<number[]> {
	const rows = await latestOf(db, { kommunId, personId })
		.select("genomforande.plats_id as platsId")
		.where("genomforande.plats_id", "is not", null)
		.execute();
	return distinct(rows.flatMap((row) => row.platsId ?? []));
}

/** The measures the person has logged against, the last used first. */
export async function findRecentMeasureIds(
	db: Db,
	{ kommunId, personId }: { kommunId: number; personId: number },
): Promise<number[]> {
	const rows = await latestOf(db, { kommunId, personId })
		.innerJoin("genomforande_measure", "genomforande_measure.genomforande_id", "genomforande.id")
		.select("genomforande_measure.measure_id as measureId")
		.execute();
	return distinct(rows.map((row) => row.measureId));
}

function latestOf(db: Db, { kommunId, personId }: { kommunId: number; personId: number }) {
	return db
		.selectFrom("genomforande")
		.where("genomforande.kommun_id", "=", kommunId)
		.where("genomforande.created_by", "=", personId)
		.where("genomforande.makulerad_at", "is", null)
		.orderBy("genomforande.id", "desc")
		.limit(LATEST);
}

function distinct(ids: number[]): number[] {
	return [...new Set(ids)];
}
