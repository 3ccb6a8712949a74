import type { IsoDate } from "#app/domain/dates.ts";
import type { Db } from "./connection.server.ts";

export interface AktivitetName {
	id: number;
	quotation: string;
	dokumentId: number;
	dokumentTitle: string;
}

/** The aktiviteter of the kommun's dokument that had begun by the day, ended ones included: the latest dokument first. */
export async function findAllAktivitetNames(
	db: Db,
	{ kommunId, begunBy }: { kommunId: number; begunBy: IsoDate },
): Promise<AktivitetName[]> {
	return db
		.selectFrom("aktivitet")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.select(["aktivitet.id", "aktivitet.quotation", "dokument.id as dokumentId", "dokument.title as dokumentTitle"])
		.where("dokument.kommun_id", "=", kommunId)
		.where("dokument.in_force_from", "<=", begunBy)
		.orderBy("dokument.in_force_from", "desc")
		.orderBy("dokument.id")
		.orderBy("aktivitet.position")
		.execute();
}
