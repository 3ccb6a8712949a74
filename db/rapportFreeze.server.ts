import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { RapportState } from "#app/domain/rapport.ts";
import type { Db } from "./connection.server.ts";

/** Since when the figures of a dokument and period stand still, in the latest edition that has been handed in. */
export interface RapportFreeze {
	dokumentId: number;
	periodCode: string;
	/** Clipped to the dokument's days in force. */
	periodFrom: IsoDate;
	periodTo: IsoDate;
	state: RapportState;
	frozenAt: IsoInstant;
}

/** Every report of the kommun whose figures stand still; a rättelse counts from when it is handed in itself. */
export async function findAllFreezes(db: Db, { kommunId }: { kommunId: number }): Promise<RapportFreeze[]> {
	const rows = await db
		.selectFrom("rapport")
		.select(["dokument_id", "period_code", "period_from", "period_to", "state", "polis_klar_at", "kommun_klar_at"])
		.where("kommun_id", "=", kommunId)
		.where("state", "<>", "utkast")
		.orderBy("edition")
		.execute();
	const latest = new Map(
		rows.map((row): [string, RapportFreeze] => [
			`${row.dokument_id} ${row.period_code}`,
			{
				dokumentId: row.dokument_id,
				periodCode: row.period_code,
				periodFrom: row.period_from,
				periodTo: row.period_to,
				state: row.state,
				frozenAt: [row.polis_klar_at ?? "", row.kommun_klar_at ?? ""].sort()[1] ?? "",
			},
		]),
	);
	return [...latest.values()];
}
