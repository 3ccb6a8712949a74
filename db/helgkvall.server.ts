import type { IsoDate } from "#app/domain/dates.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

export interface HelgkvallRow {
	date: IsoDate;
	name: string;
	isTicked: boolean;
}

/** The kommun's calendar of holiday evenings for a year, in order of date. */
export async function findAllHelgkvallar(
	db: Db,
	{ kommunId, year }: { kommunId: number; year: number },
): Promise<HelgkvallRow[]> {
	const rows = await db
		.selectFrom("helgkvall")
		.select(["date", "name", "is_ticked"])
		.where("kommun_id", "=", kommunId)
		.where("date", ">=", `${year}-01-01`)
		.where("date", "<=", `${year}-12-31`)
		.orderBy("date")
		.execute();
	return rows.map((row) => ({ date: row.date, name: row.name, isTicked: row.is_ticked === 1 }));
}

/** The years that the kommun's calendar covers, in order. */
export async function findAllHelgkvallYears(db: Db, { kommunId }: { kommunId: number }): Promise<number[]> {
	const rows = await db
		.selectFrom("helgkvall")
		.select("date")
		.where("kommun_id", "=", kommunId)
		.orderBy("date")
		.execute();
	return [...new Set(rows.map(({ date }) => Number(date.slice(0, 4))))];
}

export async function updateHelgkvallTick(
	tx: Tx,
	{ kommunId, date, isTicked }: { kommunId: number; date: IsoDate; isTicked: boolean },
): Promise<void> {
	await tx
		.updateTable("helgkvall")
		.set({ is_ticked: isTicked ? 1 : 0 })
		.where("kommun_id", "=", kommunId)
		.where("date", "=", date)
		.execute();
}
