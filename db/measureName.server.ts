import type { Db } from "./connection.server.ts";

export interface MeasureName {
	id: number;
	name: string;
	aktivitetId: number;
	quotation: string;
	dokumentId: number;
	dokumentTitle: string;
}

/** The names of all the kommun's measures, ended dokument included, in the order of the texts. */
export async function findAllMeasureNames(db: Db, { kommunId }: { kommunId: number }): Promise<MeasureName[]> {
	return db
		.selectFrom("measure")
		.innerJoin("aktivitet", "aktivitet.id", "measure.aktivitet_id")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.select([
			"measure.id",
			"measure.name",
			"aktivitet.id as aktivitetId",
			"aktivitet.quotation",
			"dokument.id as dokumentId",
			"dokument.title as dokumentTitle",
		])
		.where("dokument.kommun_id", "=", kommunId)
		.orderBy("dokument.in_force_from", "desc")
		.orderBy("dokument.id")
		.orderBy("aktivitet.position")
		.orderBy("measure.position")
		.execute();
}
