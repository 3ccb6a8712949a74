import { type Expression, type SqlBool, sql } from "kysely";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { Db } from "./connection.server.ts";
import { globContaining } from "./search.server.ts";

export interface GenomforandeRow {
	id: number;
	uuid: string;
	date: IsoDate;
	platsId: number | null;
	platsName: string | null;
	performedBy: PerformedBy;
	note: string | null;
	isExample: boolean;
	/** 1 until it is corrected. */
	revision: number;
	createdAt: IsoInstant;
	createdBy: number;
	makuleradAt: IsoInstant | null;
	makuleradReason: string | null;
	/** What it counts toward, in the order of the texts. */
	measures: GenomforandeMeasure[];
	biprodukter: { code: string; quantity: number }[];
}

interface GenomforandeMeasure {
	measureId: number;
	name: string;
	quantity: number;
	aktivitetId: number;
	dokumentId: number;
}

/** What can be corrected, as each revision is kept. Lists are in order of id and code, so that equal content is equal JSON. */
export interface GenomforandeContent {
	date: IsoDate;
	platsId: number | null;
	performedBy: PerformedBy;
	note: string | null;
	measures: { measureId: number; quantity: number }[];
	biprodukter: { code: string; quantity: number }[];
}

type By = { id: number } | { uuid: string };

/** One registration of the kommun, makulerad or not, with who made it and in which roles. */
export async function findGenomforande(
	db: Db,
	{ kommunId, ...by }: { kommunId: number } & By,
): Promise<
	(GenomforandeRow & { createdByName: string; createdByRoles: Role[]; makuleradByName: string | null }) | undefined
> {
	const row = await selectGenomforande(db, { kommunId })
		.innerJoin("person as creator", "creator.id", "genomforande.created_by")
		.leftJoin("person as makulerare", "makulerare.id", "genomforande.makulerad_by")
		.select(["creator.name as createdByName", "makulerare.name as makuleradByName"])
		.where((eb) => ("id" in by ? eb("genomforande.id", "=", by.id) : eb("genomforande.uuid", "=", by.uuid)))
		.executeTakeFirst();
	if (!row) return undefined;
	const [whole] = await withParts(db, [row]);
	const roles = await db
		.selectFrom("membership")
		.select("role")
		.where("kommun_id", "=", kommunId)
		.where("person_id", "=", row.createdBy)
		.execute();
	return whole === undefined ? undefined : { ...whole, createdByRoles: roles.map(({ role }) => role) };
}

export interface GenomforandeFilter {
	/** Words that must all be found in the aktivitet's name or quotation, the place or the note. */
	q?: string;
	dokumentId?: number;
	aktivitetId?: number;
	measureId?: number;
	platsId?: number;
	performedBy?: PerformedBy;
	from?: IsoDate;
	to?: IsoDate;
	/** Those that came with this file. */
	importId?: number;
	/** Default: all. */
	status?: "active" | "makulerad" | "all";
}

/** A page of the kommun's registrations, the latest day first. Pages count from 1. */
export async function findAllGenomforanden(
	db: Db,
	{ kommunId, page, pageSize, ...filter }: { kommunId: number; page: number; pageSize: number } & GenomforandeFilter,
): Promise<{ rows: GenomforandeRow[]; total: number }> {
	const matching = selectGenomforande(db, { kommunId }).where(matches(filter));
	const { total } = await matching
		.clearSelect()
		.select((eb) => eb.fn.countAll<number>().as("total"))
		.executeTakeFirstOrThrow();
	const rows = await matching
		.orderBy("genomforande.date", "desc")
		.orderBy("genomforande.id", "desc")
		.limit(pageSize)
		.offset((page - 1) * pageSize)
		.execute();
	return { rows: await withParts(db, rows), total };
}

export interface RevisionRow {
	revision: number;
	/** As it stood in this revision. */
	content: GenomforandeContent;
	/** When and by whom it was replaced by the next one. */
	at: IsoInstant;
	byName: string;
}

/** The replaced revisions of a registration, the oldest first. */
export async function findAllRevisions(
	db: Db,
	{ kommunId, genomforandeId }: { kommunId: number; genomforandeId: number },
): Promise<RevisionRow[]> {
	const rows = await db
		.selectFrom("genomforande_revision")
		.innerJoin("genomforande", "genomforande.id", "genomforande_revision.genomforande_id")
		.innerJoin("person", "person.id", "genomforande_revision.by")
		.select([
			"genomforande_revision.revision",
			"genomforande_revision.content",
			"genomforande_revision.at",
			"person.name as byName",
		])
		.where("genomforande.kommun_id", "=", kommunId)
		.where("genomforande_revision.genomforande_id", "=", genomforandeId)
		.orderBy("genomforande_revision.revision")
		.execute();
	return rows.map((row) => ({ ...row, content: JSON.parse(row.content) }));
}

function selectGenomforande(db: Db, { kommunId }: { kommunId: number }) {
	return db
		.selectFrom("genomforande")
		.leftJoin("plats", "plats.id", "genomforande.plats_id")
		.select([
			"genomforande.id",
			"genomforande.uuid",
			"genomforande.date",
			"genomforande.plats_id as platsId",
			"plats.name as platsName",
			"genomforande.performed_by as performedBy",
			"genomforande.note",
			"genomforande.is_example as isExample",
			"genomforande.revision",
			"genomforande.created_at as createdAt",
			"genomforande.created_by as createdBy",
			"genomforande.makulerad_at as makuleradAt",
			"genomforande.makulerad_reason as makuleradReason",
		])
		.where("genomforande.kommun_id", "=", kommunId);
}

function matches({ q = "", status = "all", ...filter }: GenomforandeFilter): Expression<SqlBool> {
	const conditions: Expression<SqlBool>[] = [
		...q
			.split(/\s+/)
			.filter((word) => word !== "")
			.map(mentions),
	];
	if (status === "active") conditions.push(sql<SqlBool>`genomforande.makulerad_at IS NULL`);
	if (status === "makulerad") conditions.push(sql<SqlBool>`genomforande.makulerad_at IS NOT NULL`);
	if (filter.platsId !== undefined) conditions.push(sql<SqlBool>`genomforande.plats_id = ${filter.platsId}`);
	if (filter.performedBy !== undefined)
		conditions.push(sql<SqlBool>`genomforande.performed_by = ${filter.performedBy}`);
	if (filter.from !== undefined) conditions.push(sql<SqlBool>`genomforande.date >= ${filter.from}`);
	if (filter.to !== undefined) conditions.push(sql<SqlBool>`genomforande.date <= ${filter.to}`);
	if (filter.importId !== undefined)
		conditions.push(sql<SqlBool>`genomforande.id IN (SELECT genomforande_id FROM genomforande_import
			WHERE import_id = ${filter.importId})`);
	if (filter.measureId !== undefined) conditions.push(counts(sql`measure.id = ${filter.measureId}`));
	if (filter.aktivitetId !== undefined) conditions.push(counts(sql`aktivitet.id = ${filter.aktivitetId}`));
	if (filter.dokumentId !== undefined) conditions.push(counts(sql`aktivitet.dokument_id = ${filter.dokumentId}`));
	return conditions.reduce((all, one) => sql<SqlBool>`${all} AND ${one}`, sql<SqlBool>`TRUE`);
}

function mentions(word: string): Expression<SqlBool> {
	const pattern = globContaining(word);
	return sql<SqlBool>`(genomforande.note GLOB ${pattern} OR plats.name GLOB ${pattern}
		OR ${counts(sql`(measure.name GLOB ${pattern} OR aktivitet.quotation GLOB ${pattern})`)})`;
}

/** Whether it counts toward a measure of which this holds. */
function counts(condition: Expression<unknown>): Expression<SqlBool> {
	return sql<SqlBool>`EXISTS (SELECT 1 FROM genomforande_measure
		JOIN measure ON measure.id = genomforande_measure.measure_id
		JOIN aktivitet ON aktivitet.id = measure.aktivitet_id
		WHERE genomforande_measure.genomforande_id = genomforande.id AND ${condition})`;
}

async function withParts<Row extends { id: number; isExample: 0 | 1 }>(db: Db, rows: readonly Row[]) {
	if (rows.length === 0) return [];
	const ids = rows.map((row) => row.id);
	const measures = await db
		.selectFrom("genomforande_measure")
		.innerJoin("measure", "measure.id", "genomforande_measure.measure_id")
		.innerJoin("aktivitet", "aktivitet.id", "measure.aktivitet_id")
		.select([
			"genomforande_measure.genomforande_id as genomforandeId",
			"measure.id as measureId",
			"measure.name",
			"genomforande_measure.quantity",
			"aktivitet.id as aktivitetId",
			"aktivitet.dokument_id as dokumentId",
		])
		.where("genomforande_measure.genomforande_id", "in", ids)
		.orderBy("aktivitet.dokument_id")
		.orderBy("aktivitet.position")
		.orderBy("measure.position")
		.execute();
	const biprodukter = await db
		.selectFrom("biprodukt")
		.select(["genomforande_id", "kind as code", "quantity"])
		.where("genomforande_id", "in", ids)
		.orderBy("kind")
		.execute();
	return rows.map(({ isExample, ...row }) => ({
		...row,
		isExample: isExample === 1,
		measures: measures
			.filter((measure) => measure.genomforandeId === row.id)
			.map(({ genomforandeId: _, ...measure }): GenomforandeMeasure => measure),
		biprodukter: biprodukter
			.filter((biprodukt) => biprodukt.genomforande_id === row.id)
			.map(({ code, quantity }) => ({ code, quantity })),
	}));
}
