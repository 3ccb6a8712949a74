import { sql } from "kysely";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { Db } from "./connection.server.ts";
import { type FragaRow, findAllFragor } from "./fraga.server.ts";
import type { PartCode } from "./schema.ts";

export interface DokumentSummary {
	id: number;
	title: string;
	inForceFrom: IsoDate;
	/** null: until new ones are signed. */
	inForceTo: IsoDate | null;
	signedOn: IsoDate | null;
	periodKind: PeriodKind;
	lofteCount: number;
	aktivitetCount: number;
	openFragaCount: number;
	/** When it was put in force here, which may be long after its first day. */
	createdAt: IsoInstant;
}

export interface Dokument
	extends Omit<DokumentSummary, "lofteCount" | "aktivitetCount" | "openFragaCount" | "createdAt"> {
	lagesbild: string | null;
	followUpRule: string | null;
	sourceText: string;
	sourceNote: string | null;
	version: number;
	/** In the order of the paper. */
	undertecknare: { title: string; organisation: string }[];
	/** In the order of the text. */
	loften: { id: number; position: number; quotation: string }[];
	/** In the order of the text. */
	aktiviteter: DokumentAktivitet[];
	fragor: FragaRow[];
}

interface DokumentAktivitet {
	id: number;
	position: number;
	/** null: stands under no löfte, but under `heading`. */
	lofteId: number | null;
	heading: string | null;
	quotation: string;
	aktivitetstyp: string;
	parter: { code: PartCode; name: string }[];
	measures: DokumentMeasure[];
}

interface DokumentMeasure {
	id: number;
	kind: MeasureKind;
	name: string;
	rakneregel: string;
	/** In order of `validFrom`; settings as stored, for the kind's schema to read. */
	versions: { validFrom: IsoDate; settings: unknown; reason: string | null }[];
}

/** The kommun's dokument, the first in force first. */
export async function findAllDokument(db: Db, { kommunId }: { kommunId: number }): Promise<DokumentSummary[]> {
	return db
		.selectFrom("dokument")
		.select([
			"id",
			"title",
			"in_force_from as inForceFrom",
			"in_force_to as inForceTo",
			"signed_on as signedOn",
			"period_kind as periodKind",
			"created_at as createdAt",
			sql<number>`(SELECT count(*) FROM lofte WHERE lofte.dokument_id = dokument.id)`.as("lofteCount"),
			sql<number>`(SELECT count(*) FROM aktivitet WHERE aktivitet.dokument_id = dokument.id)`.as("aktivitetCount"),
			sql<number>`(SELECT count(*) FROM fraga WHERE fraga.dokument_id = dokument.id AND answer IS NULL)`.as(
				"openFragaCount",
			),
		])
		.where("kommun_id", "=", kommunId)
		.orderBy("in_force_from")
		.orderBy("id")
		.execute();
}

/** One dokument with all that was signed and how each line is followed. */
export async function findDokument(
	db: Db,
	{ kommunId, dokumentId }: { kommunId: number; dokumentId: number },
): Promise<Dokument | undefined> {
	const row = await db
		.selectFrom("dokument")
		.select([
			"id",
			"title",
			"in_force_from as inForceFrom",
			"in_force_to as inForceTo",
			"signed_on as signedOn",
			"period_kind as periodKind",
			"lagesbild",
			"follow_up_rule as followUpRule",
			"source_text as sourceText",
			"source_note as sourceNote",
			"version",
		])
		.where("kommun_id", "=", kommunId)
		.where("id", "=", dokumentId)
		.executeTakeFirst();
	if (!row) return undefined;
	const undertecknare = await findAllUndertecknare(db, dokumentId);
	const loften = await db
		.selectFrom("lofte")
		.select(["id", "position", "quotation"])
		.where("dokument_id", "=", dokumentId)
		.orderBy("position")
		.execute();
	const aktiviteter = await findAllAktiviteter(db, dokumentId);
	return { ...row, undertecknare, loften, aktiviteter, fragor: await findAllFragor(db, { kommunId, dokumentId }) };
}

/** Who has signed a dokument, in the order of the paper. Whose dokument it is has been asked before. */
export async function findAllUndertecknare(
	db: Db,
	dokumentId: number,
): Promise<{ title: string; organisation: string }[]> {
	return db
		.selectFrom("undertecknare")
		.select(["title", "organisation"])
		.where("dokument_id", "=", dokumentId)
		.orderBy("position")
		.execute();
}

export async function isAktivitetOfKommun(
	db: Db,
	{ kommunId, aktivitetId }: { kommunId: number; aktivitetId: number },
): Promise<boolean> {
	const row = await db
		.selectFrom("aktivitet")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.select("aktivitet.id")
		.where("dokument.kommun_id", "=", kommunId)
		.where("aktivitet.id", "=", aktivitetId)
		.executeTakeFirst();
	return row !== undefined;
}

/** Asked of a dokument that has been found in its kommun. */
export async function isAktivitetOfDokument(
	db: Db,
	{ dokumentId, aktivitetId }: { dokumentId: number; aktivitetId: number },
): Promise<boolean> {
	const row = await db
		.selectFrom("aktivitet")
		.select("id")
		.where("id", "=", aktivitetId)
		.where("dokument_id", "=", dokumentId)
		.executeTakeFirst();
	return row !== undefined;
}

/** The aktiviteter of a dokument that has been found in its kommun. */
async function findAllAktiviteter(db: Db, dokumentId: number): Promise<DokumentAktivitet[]> {
	const aktiviteter = await db
		.selectFrom("aktivitet")
		.select(["id", "position", "lofte_id as lofteId", "heading", "quotation", "aktivitetstyp"])
		.where("dokument_id", "=", dokumentId)
		.orderBy("position")
		.execute();
	const parter = await db
		.selectFrom("aktivitet_part")
		.innerJoin("aktivitet", "aktivitet.id", "aktivitet_part.aktivitet_id")
		.innerJoin("part", "part.id", "aktivitet_part.part_id")
		.select(["aktivitet_part.aktivitet_id", "part.code", "part.name"])
		.where("aktivitet.dokument_id", "=", dokumentId)
		.orderBy("part.id")
		.execute();
	const measures = await db
		.selectFrom("measure")
		.innerJoin("aktivitet", "aktivitet.id", "measure.aktivitet_id")
		.select(["measure.id", "measure.aktivitet_id", "measure.kind", "measure.name", "measure.rakneregel"])
		.where("aktivitet.dokument_id", "=", dokumentId)
		.orderBy("measure.position")
		.execute();
	const versions = await db
		.selectFrom("measure_version")
		.innerJoin("measure", "measure.id", "measure_version.measure_id")
		.innerJoin("aktivitet", "aktivitet.id", "measure.aktivitet_id")
		.select([
			"measure_version.measure_id",
			"measure_version.valid_from",
			"measure_version.settings",
			"measure_version.reason",
		])
		.where("aktivitet.dokument_id", "=", dokumentId)
		.where("measure_version.replaced_at", "is", null)
		.orderBy("measure_version.valid_from")
		.execute();
	return aktiviteter.map((aktivitet) => ({
		...aktivitet,
		parter: parter.filter((part) => part.aktivitet_id === aktivitet.id).map(({ code, name }) => ({ code, name })),
		measures: measures
			.filter((measure) => measure.aktivitet_id === aktivitet.id)
			.map(({ id, kind, name, rakneregel }) => ({
				id,
				kind,
				name,
				rakneregel,
				versions: versions
					.filter((version) => version.measure_id === id)
					.map(({ valid_from, settings, reason }) => ({
						validFrom: valid_from,
						settings: JSON.parse(settings),
						reason,
					})),
			})),
	}));
}
