import { sql } from "kysely";
import type { IsoInstant } from "#app/domain/dates.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

/** A dokument on its way in, as a list names it. */
export interface DokumentutkastSummary {
	id: number;
	title: string;
	updatedAt: IsoInstant;
	updatedByName: string;
	version: number;
	/** The dokument that it replaces; null: none. */
	replacesDokumentId: number | null;
	/** Questions that nobody has answered yet, without those of what is left out. */
	fragorLeft: number;
}

export interface DokumentutkastRow {
	id: number;
	sourceText: string;
	/** JSON of `DokumentutkastContent`. */
	content: string;
	version: number;
	replacesDokumentId: number | null;
	/** What it has become; null: it is not in force yet. */
	dokumentId: number | null;
	isDiscarded: boolean;
}

/** The kommun's utkast under way, the newest first. */
export async function findAllDokumentutkast(
	db: Db,
	{ kommunId }: { kommunId: number },
): Promise<DokumentutkastSummary[]> {
	return db
		.selectFrom("dokumentutkast")
		.innerJoin("person", "person.id", "dokumentutkast.updated_by")
		.select([
			"dokumentutkast.id",
			sql<string>`dokumentutkast.content ->> '$.title'`.as("title"),
			"dokumentutkast.updated_at as updatedAt",
			"person.name as updatedByName",
			"dokumentutkast.version",
			"dokumentutkast.replaces_dokument_id as replacesDokumentId",
			fragorLeft().as("fragorLeft"),
		])
		.where("dokumentutkast.kommun_id", "=", kommunId)
		.where("dokumentutkast.dokument_id", "is", null)
		.where("dokumentutkast.discarded_at", "is", null)
		.orderBy("dokumentutkast.id", "desc")
		.execute();
}

/** An utkast in whatever state: under way, in force or discarded. */
export async function findDokumentutkast(
	db: Db,
	{ kommunId, utkastId }: { kommunId: number; utkastId: number },
): Promise<DokumentutkastRow | undefined> {
	const row = await db
		.selectFrom("dokumentutkast")
		.select([
			"id",
			"source_text as sourceText",
			"content",
			"version",
			"replaces_dokument_id as replacesDokumentId",
			"dokument_id as dokumentId",
			"discarded_at as discardedAt",
		])
		.where("kommun_id", "=", kommunId)
		.where("id", "=", utkastId)
		.executeTakeFirst();
	if (!row) return undefined;
	const { discardedAt, ...utkast } = row;
	return { ...utkast, isDiscarded: discardedAt !== null };
}

/** Whether the UUID is taken, and by which utkast: over all kommuner, since it names one of the instance. */
export async function findDokumentutkastByUuid(
	tx: Tx,
	uuid: string,
): Promise<{ id: number; kommunId: number; sourceText: string } | undefined> {
	return tx
		.selectFrom("dokumentutkast")
		.select(["id", "kommun_id as kommunId", "source_text as sourceText"])
		.where("uuid", "=", uuid)
		.executeTakeFirst();
}

export async function insertDokumentutkast(
	tx: Tx,
	utkast: {
		uuid: string;
		kommunId: number;
		sourceText: string;
		content: string;
		replacesDokumentId: number | null;
		now: IsoInstant;
		personId: number;
	},
): Promise<number> {
	const { id } = await tx
		.insertInto("dokumentutkast")
		.values({
			uuid: utkast.uuid,
			kommun_id: utkast.kommunId,
			source_text: utkast.sourceText,
			content: utkast.content,
			replaces_dokument_id: utkast.replacesDokumentId,
			created_at: utkast.now,
			created_by: utkast.personId,
			updated_at: utkast.now,
			updated_by: utkast.personId,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

/** The version seen and the rules of the step have been checked in the same transaction. */
interface Seen {
	id: number;
	version: number;
	now: IsoInstant;
	personId: number;
}

export async function updateDokumentutkast(tx: Tx, { content, ...seen }: Seen & { content: string }): Promise<void> {
	await update(tx, seen, { content });
}

/** From here on it is never changed. */
export async function updateDokumentutkastInForce(
	tx: Tx,
	{ dokumentId, ...seen }: Seen & { dokumentId: number },
): Promise<void> {
	await update(tx, seen, { dokument_id: dokumentId });
}

export async function updateDokumentutkastDiscarded(tx: Tx, seen: Seen): Promise<void> {
	await update(tx, seen, { discarded_at: seen.now });
}

async function update(
	tx: Tx,
	{ id, version, now, personId }: Seen,
	values: { content: string } | { dokument_id: number } | { discarded_at: IsoInstant },
): Promise<void> {
	await tx
		.updateTable("dokumentutkast")
		.set({ ...values, version: version + 1, updated_at: now, updated_by: personId })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

/** Counted where the JSON lies, so that a list does not read whole texts. */
function fragorLeft() {
	return sql<number>`(SELECT count(*) FROM json_each(dokumentutkast.content, '$.fragor') AS fraga
			WHERE fraga.value ->> '$.state' = 'obesvarad')
		+ (SELECT count(*) FROM json_each(dokumentutkast.content, '$.aktiviteter') AS aktivitet,
				json_each(aktivitet.value, '$.fragor') AS fraga
			WHERE aktivitet.value ->> '$.isLeftOut' = 0 AND fraga.value ->> '$.state' = 'obesvarad')`;
}
