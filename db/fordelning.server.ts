import type { IsoInstant } from "#app/domain/dates.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

export interface FordelningRow {
	id: number;
	/** Whole number per period code. */
	parts: Record<string, number>;
	polisConfirmedAt: IsoInstant | null;
	polisConfirmedBy: number | null;
	kommunConfirmedAt: IsoInstant | null;
	kommunConfirmedBy: number | null;
	version: number;
}

/** The agreed or waiting split of a measure's minimum; undefined while the app's proposal is all there is. */
export async function findFordelning(
	db: Db,
	{ kommunId, measureId }: { kommunId: number; measureId: number },
): Promise<FordelningRow | undefined> {
	const row = await db
		.selectFrom("fordelning")
		.innerJoin("measure", "measure.id", "fordelning.measure_id")
		.innerJoin("aktivitet", "aktivitet.id", "measure.aktivitet_id")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.select([
			"fordelning.id",
			"fordelning.parts",
			"fordelning.polis_confirmed_at as polisConfirmedAt",
			"fordelning.polis_confirmed_by as polisConfirmedBy",
			"fordelning.kommun_confirmed_at as kommunConfirmedAt",
			"fordelning.kommun_confirmed_by as kommunConfirmedBy",
			"fordelning.version",
		])
		.where("dokument.kommun_id", "=", kommunId)
		.where("fordelning.measure_id", "=", measureId)
		.executeTakeFirst();
	return row && { ...row, parts: JSON.parse(row.parts) };
}

export type FordelningContent = Omit<FordelningRow, "id" | "version">;

export async function insertFordelning(
	tx: Tx,
	{ measureId, content }: { measureId: number; content: FordelningContent },
): Promise<number> {
	const { id } = await tx
		.insertInto("fordelning")
		.values({ measure_id: measureId, ...columnsOf(content) })
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

/** The version seen has been checked in the same transaction. */
export async function updateFordelning(
	tx: Tx,
	{ id, version, content }: { id: number; version: number; content: FordelningContent },
): Promise<void> {
	await tx
		.updateTable("fordelning")
		.set({ ...columnsOf(content), version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

function columnsOf(content: FordelningContent) {
	return {
		parts: JSON.stringify(content.parts),
		polis_confirmed_at: content.polisConfirmedAt,
		polis_confirmed_by: content.polisConfirmedBy,
		kommun_confirmed_at: content.kommunConfirmedAt,
		kommun_confirmed_by: content.kommunConfirmedBy,
	};
}
