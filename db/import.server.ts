import { sql } from "kysely";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { ImportState } from "#app/domain/importState.ts";
import type { Db } from "./connection.server.ts";

/** A file of registrations, in whatever state; its cells only while it is under way. */
export interface ImportRow {
	id: number;
	fileName: string;
	/** Of the file's bytes. */
	sha256: string;
	state: ImportState;
	/** null until it is imported. */
	importedCount: number | null;
	leftOutCount: number | null;
	isExample: boolean;
	version: number;
	createdAt: IsoInstant;
	createdBy: number;
	createdByName: string;
	importedAt: IsoInstant | null;
	importedBy: number | null;
	importedByName: string | null;
	undoneAt: IsoInstant | null;
	undoneBy: number | null;
	undoneByName: string | null;
}

/** The kommun's imports, the latest first. */
export async function findAllImports(db: Db, { kommunId }: { kommunId: number }): Promise<ImportRow[]> {
	const rows = await selectImport(db, { kommunId }).orderBy("import.id", "desc").execute();
	return rows.map(withFlag);
}

/** One of them, with the JSON of its `SheetTable[]` (null unless it is under way) and its `ImportMapping`. */
export async function findImport(
	db: Db,
	{ kommunId, importId }: { kommunId: number; importId: number },
): Promise<(ImportRow & { sheets: string | null; mapping: string }) | undefined> {
	const row = await selectImport(db, { kommunId })
		.select(["import.sheets", "import.mapping"])
		.where("import.id", "=", importId)
		.executeTakeFirst();
	return row && withFlag(row);
}

/** As `findImport` without the cells, which may be megabytes: for what only asks how it stands. */
export async function findImportState(
	db: Db,
	{ kommunId, importId }: { kommunId: number; importId: number },
): Promise<(ImportRow & { mapping: string }) | undefined> {
	const row = await selectImport(db, { kommunId })
		.select("import.mapping")
		.where("import.id", "=", importId)
		.executeTakeFirst();
	return row && withFlag(row);
}

/** Whether the UUID is taken: over all kommuner, since it names one upload of the instance. */
export async function findImportByUuid(
	db: Db,
	uuid: string,
): Promise<{ id: number; kommunId: number; createdBy: number; sha256: string } | undefined> {
	return db
		.selectFrom("import")
		.select(["id", "kommun_id as kommunId", "created_by as createdBy", "sha256"])
		.where("uuid", "=", uuid)
		.executeTakeFirst();
}

export interface ExistingRegistration {
	date: IsoDate;
	measureId: number;
	platsId: number | null;
	/** Of the row of a file that it came from; null: registered by hand. */
	rowKey: string | null;
}

/** What the kommun's log holds that is not makulerat, once for each mått that it counts toward. */
export async function findAllExistingRegistrations(
	db: Db,
	{ kommunId }: { kommunId: number },
): Promise<ExistingRegistration[]> {
	return db
		.selectFrom("genomforande")
		.innerJoin("genomforande_measure", "genomforande_measure.genomforande_id", "genomforande.id")
		.leftJoin("genomforande_import", "genomforande_import.genomforande_id", "genomforande.id")
		.select([
			"genomforande.date",
			"genomforande_measure.measure_id as measureId",
			"genomforande.plats_id as platsId",
			"genomforande_import.row_key as rowKey",
		])
		.where("genomforande.kommun_id", "=", kommunId)
		.where("genomforande.makulerad_at", "is", null)
		.execute();
}

/**
 * What the rows said that came with the kommun's imports, but for those that were undone. Also of registrations that were
 * makulerade by hand since: what somebody took out does not come back with the next month's file.
 */
export async function findAllImportedKeys(db: Db, { kommunId }: { kommunId: number }): Promise<string[]> {
	const rows = await db
		.selectFrom("import")
		.innerJoin("genomforande_import", "genomforande_import.import_id", "import.id")
		.select("genomforande_import.row_key as rowKey")
		.where("import.kommun_id", "=", kommunId)
		.where("import.state", "=", "importerad")
		.execute();
	return rows.map(({ rowKey }) => rowKey);
}

export interface StillPeriodRow {
	dokumentId: number;
	dokumentTitle: string;
	periodCode: string;
	/** Clipped to the dokument. */
	from: IsoDate;
	to: IsoDate;
	isSigned: boolean;
}

/** The periods of which a report stands still: handed in, reviewed, signed or published. Each once, whatever its editions. */
export async function findAllStillPeriods(db: Db, { kommunId }: { kommunId: number }): Promise<StillPeriodRow[]> {
	const rows = await db
		.selectFrom("rapport")
		.innerJoin("dokument", "dokument.id", "rapport.dokument_id")
		.select((eb) => [
			"rapport.dokument_id as dokumentId",
			"dokument.title as dokumentTitle",
			"rapport.period_code as periodCode",
			eb.fn.min<string>("rapport.period_from").as("from"),
			eb.fn.max<string>("rapport.period_to").as("to"),
			sql<number>`max(rapport.state IN ('signerad', 'publicerad'))`.as("signed"),
		])
		.where("rapport.kommun_id", "=", kommunId)
		.where("rapport.state", "!=", "utkast")
		.groupBy(["rapport.dokument_id", "rapport.period_code"])
		.orderBy("from")
		.orderBy("rapport.dokument_id")
		.execute();
	return rows.map(({ signed, ...row }) => ({ ...row, isSigned: signed === 1 }));
}

export interface ImportUndo {
	/** Registrations that would be makulerade. */
	active: number;
	/** How many of them have been corrected since. */
	corrected: number;
	/** Signed reports that count any of them; while there are any, nothing can be undone. */
	signedIn: { dokumentTitle: string; periodCode: string }[];
}

/** What undoing an import would do. Registrations that came too late for a signed report are not counted in it. */
export async function findImportUndo(
	db: Db,
	{ kommunId, importId }: { kommunId: number; importId: number },
): Promise<ImportUndo> {
	const { rows } = await sql<{ active: number; corrected: number }>`
		SELECT count(*) AS active, coalesce(sum(genomforande.revision > 1), 0) AS corrected
		FROM genomforande_import
		JOIN genomforande ON genomforande.id = genomforande_import.genomforande_id
		WHERE genomforande_import.import_id = ${importId} AND genomforande.kommun_id = ${kommunId}
			AND genomforande.makulerad_at IS NULL`.execute(db);
	const { rows: signedIn } = await sql<ImportUndo["signedIn"][number]>`
		WITH imported AS MATERIALIZED (
			SELECT genomforande.id FROM genomforande_import
			JOIN genomforande ON genomforande.id = genomforande_import.genomforande_id
			WHERE genomforande_import.import_id = ${importId} AND genomforande.kommun_id = ${kommunId}
				AND genomforande.makulerad_at IS NULL
		)
		SELECT dokument.title AS dokumentTitle, rapport.period_code AS periodCode
		FROM rapport
		JOIN dokument ON dokument.id = rapport.dokument_id
		JOIN rapport_snapshot ON rapport_snapshot.rapport_id = rapport.id
		WHERE rapport.kommun_id = ${kommunId} AND EXISTS (SELECT 1 FROM imported)
			AND NOT EXISTS (SELECT 1 FROM rapport AS later WHERE later.dokument_id = rapport.dokument_id
				AND later.period_code = rapport.period_code AND later.edition > rapport.edition
				AND later.state IN ('signerad', 'publicerad'))
			AND EXISTS (SELECT 1 FROM json_each(rapport_snapshot.content, '$.groups') AS signed_group,
				json_each(signed_group.value, '$.aktiviteter') AS signed_aktivitet,
				json_each(signed_aktivitet.value, '$.genomforanden') AS entry
				WHERE json_extract(entry.value, '$.id') IN (SELECT id FROM imported))
		ORDER BY rapport.period_from, rapport.id`.execute(db);
	return { active: rows[0]?.active ?? 0, corrected: rows[0]?.corrected ?? 0, signedIn };
}

/** How many registrations were makulerade when the import was undone, and not before. */
export async function countUndoneByImport(
	db: Db,
	{ kommunId, importId }: { kommunId: number; importId: number },
): Promise<number> {
	const { count } = await db
		.selectFrom("genomforande_import")
		.innerJoin("genomforande", "genomforande.id", "genomforande_import.genomforande_id")
		.innerJoin("import", (join) =>
			join
				.onRef("import.id", "=", "genomforande_import.import_id")
				.onRef("import.undone_at", "=", "genomforande.makulerad_at")
				.onRef("import.undone_by", "=", "genomforande.makulerad_by"),
		)
		.select((eb) => eb.fn.countAll<number>().as("count"))
		.where("import.kommun_id", "=", kommunId)
		.where("import.id", "=", importId)
		.executeTakeFirstOrThrow();
	return count;
}

function selectImport(db: Db, { kommunId }: { kommunId: number }) {
	return db
		.selectFrom("import")
		.innerJoin("person as creator", "creator.id", "import.created_by")
		.leftJoin("person as importer", "importer.id", "import.imported_by")
		.leftJoin("person as undoer", "undoer.id", "import.undone_by")
		.select([
			"import.id",
			"import.file_name as fileName",
			"import.sha256",
			"import.state",
			"import.imported_count as importedCount",
			"import.left_out_count as leftOutCount",
			"import.is_example as isExample",
			"import.version",
			"import.created_at as createdAt",
			"import.created_by as createdBy",
			"creator.name as createdByName",
			"import.imported_at as importedAt",
			"import.imported_by as importedBy",
			"importer.name as importedByName",
			"import.undone_at as undoneAt",
			"import.undone_by as undoneBy",
			"undoer.name as undoneByName",
		])
		.where("import.kommun_id", "=", kommunId);
}

function withFlag<Row extends { isExample: 0 | 1 }>(row: Row): Omit<Row, "isExample"> & { isExample: boolean } {
	return { ...row, isExample: row.isExample === 1 };
}
