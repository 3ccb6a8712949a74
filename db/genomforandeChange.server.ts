import type { IsoInstant } from "#app/domain/dates.ts";
import type { Tx } from "./command.server.ts";
import type { GenomforandeContent } from "./genomforande.server.ts";

/** The writes of a registration. It is never deleted, and a replaced revision is kept as it was. */

/** The parts of a row that can be corrected, with lists in a fixed order. */
export function contentOf(row: GenomforandeContent): GenomforandeContent {
	return {
		date: row.date,
		platsId: row.platsId,
		performedBy: row.performedBy,
		note: row.note,
		measures: row.measures
			.map(({ measureId, quantity }) => ({ measureId, quantity }))
			.sort((a, b) => a.measureId - b.measureId),
		biprodukter: row.biprodukter
			.map(({ code, quantity }) => ({ code, quantity }))
			.sort((a, b) => (a.code < b.code ? -1 : 1)),
	};
}

/** Whether the UUID is taken, and by whom and where: over all kommuner, since it names one registration of the instance. */
export async function findOwnerOfUuid(
	tx: Tx,
	uuid: string,
): Promise<{ id: number; kommunId: number; createdBy: number } | undefined> {
	return tx
		.selectFrom("genomforande")
		.select(["id", "kommun_id as kommunId", "created_by as createdBy"])
		.where("uuid", "=", uuid)
		.executeTakeFirst();
}

export async function insertGenomforande(
	tx: Tx,
	{
		kommunId,
		uuid,
		content,
		isExample,
		now,
		personId,
	}: {
		kommunId: number;
		uuid: string;
		content: GenomforandeContent;
		isExample: boolean;
		now: IsoInstant;
		personId: number;
	},
): Promise<number> {
	const { id } = await tx
		.insertInto("genomforande")
		.values({
			uuid,
			kommun_id: kommunId,
			date: content.date,
			plats_id: content.platsId,
			performed_by: content.performedBy,
			note: content.note,
			is_example: isExample ? 1 : 0,
			created_at: now,
			created_by: personId,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await insertLists(tx, { id, content });
	return id;
}

/** Replaces the content and keeps the old one. The revision seen has been checked in the same transaction. */
export async function updateGenomforande(
	tx: Tx,
	{
		id,
		revision,
		before,
		after,
		now,
		personId,
	}: {
		id: number;
		revision: number;
		before: GenomforandeContent;
		after: GenomforandeContent;
		now: IsoInstant;
		personId: number;
	},
): Promise<void> {
	await tx
		.insertInto("genomforande_revision")
		.values({ genomforande_id: id, revision, content: JSON.stringify(before), at: now, by: personId })
		.execute();
	await tx
		.updateTable("genomforande")
		.set({
			date: after.date,
			plats_id: after.platsId,
			performed_by: after.performedBy,
			note: after.note,
			revision: revision + 1,
		})
		.where("id", "=", id)
		.where("revision", "=", revision)
		.execute();
	await tx.deleteFrom("genomforande_measure").where("genomforande_id", "=", id).execute();
	await tx.deleteFrom("biprodukt").where("genomforande_id", "=", id).execute();
	await insertLists(tx, { id, content: after });
}

export async function updateGenomforandeMakulerad(
	tx: Tx,
	{
		id,
		revision,
		reason,
		now,
		personId,
	}: { id: number; revision: number; reason: string; now: IsoInstant; personId: number },
): Promise<void> {
	await tx
		.updateTable("genomforande")
		.set({ makulerad_at: now, makulerad_by: personId, makulerad_reason: reason })
		.where("id", "=", id)
		.where("revision", "=", revision)
		.execute();
}

async function insertLists(tx: Tx, { id, content }: { id: number; content: GenomforandeContent }): Promise<void> {
	await tx
		.insertInto("genomforande_measure")
		.values(
			content.measures.map(({ measureId, quantity }) => ({ genomforande_id: id, measure_id: measureId, quantity })),
		)
		.execute();
	if (content.biprodukter.length > 0)
		await tx
			.insertInto("biprodukt")
			.values(content.biprodukter.map(({ code, quantity }) => ({ genomforande_id: id, kind: code, quantity })))
			.execute();
}
