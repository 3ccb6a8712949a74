import { type SqlBool, sql } from "kysely";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { RapportPart, RapportState, SynpunktRole } from "#app/domain/rapport.ts";
import type { RapportTextContent } from "#app/domain/rapportText.ts";
import type { Db } from "./connection.server.ts";

/** A report as it stands in its life. What it says is elsewhere: texts, frozen content, snapshot. */
export interface RapportRow {
	id: number;
	kommunId: number;
	dokumentId: number;
	dokumentTitle: string;
	periodCode: string;
	/** The period clipped to the dokument's days in force. */
	periodFrom: IsoDate;
	periodTo: IsoDate;
	edition: number;
	rattelseReason: string | null;
	state: RapportState;
	polisKlarAt: IsoInstant | null;
	polisKlarBy: number | null;
	polisKlarByName: string | null;
	kommunKlarAt: IsoInstant | null;
	kommunKlarBy: number | null;
	kommunKlarByName: string | null;
	frozenAt: IsoInstant | null;
	returnedAt: IsoInstant | null;
	returnedByName: string | null;
	returnReason: string | null;
	granskadAt: IsoInstant | null;
	granskadByName: string | null;
	/** The verification code and the instant of the signature; null until it is signed. */
	code: string | null;
	signedAt: IsoInstant | null;
	publishedAt: IsoInstant | null;
	version: number;
	hasLaterEdition: boolean;
}

export interface RapportTextRow extends RapportTextContent {
	part: RapportPart;
	/** null: about the whole. */
	aktivitetId: number | null;
	version: number;
	updatedAt: IsoInstant;
	updatedByName: string;
}

export interface SynpunktRow {
	id: number;
	uuid: string;
	aktivitetId: number | null;
	text: string;
	role: SynpunktRole;
	createdAt: IsoInstant;
	createdBy: number;
	createdByName: string;
}

/** One edition by its id, or the latest of a dokument and period. */
export async function findRapport(
	db: Db,
	{ kommunId, ...by }: { kommunId: number } & ({ rapportId: number } | { dokumentId: number; periodCode: string }),
): Promise<RapportRow | undefined> {
	const row =
		"rapportId" in by
			? await selectRapport(db, { kommunId }).where("rapport.id", "=", by.rapportId).executeTakeFirst()
			: await selectEditions(db, { kommunId, ...by })
					.where((eb) => eb.not(hasLaterEdition()))
					.executeTakeFirst();
	return row && withFlag(row);
}

/** The editions of one report, the first first. None while nobody has written anything. */
export async function findAllEditions(
	db: Db,
	asked: { kommunId: number; dokumentId: number; periodCode: string },
): Promise<RapportRow[]> {
	const rows = await selectEditions(db, asked).orderBy("rapport.edition").execute();
	return rows.map(withFlag);
}

/** The kommun's reports, each in its latest edition, the newest period first. */
export async function findAllRapporter(db: Db, { kommunId }: { kommunId: number }): Promise<RapportRow[]> {
	const rows = await selectRapport(db, { kommunId })
		.where((eb) => eb.not(hasLaterEdition()))
		.orderBy("rapport.period_from", "desc")
		.orderBy("rapport.dokument_id")
		.execute();
	return rows.map(withFlag);
}

/** The content as it was frozen by the second klar-mark, JSON; undefined while it is utkast and after it is signed. */
export async function findFrozen(
	db: Db,
	{ kommunId, rapportId }: { kommunId: number; rapportId: number },
): Promise<string | undefined> {
	const row = await db
		.selectFrom("rapport")
		.select("frozen")
		.where("kommun_id", "=", kommunId)
		.where("id", "=", rapportId)
		.executeTakeFirst();
	return row?.frozen ?? undefined;
}

/** What the parts have written so far. */
export async function findAllRapportTexts(
	db: Db,
	{ kommunId, rapportId }: { kommunId: number; rapportId: number },
): Promise<RapportTextRow[]> {
	return db
		.selectFrom("rapport_text")
		.innerJoin("rapport", "rapport.id", "rapport_text.rapport_id")
		.innerJoin("person", "person.id", "rapport_text.updated_by")
		.select([
			"rapport_text.part",
			"rapport_text.aktivitet_id as aktivitetId",
			"rapport_text.kommentar",
			"rapport_text.orsak",
			"rapport_text.ny_plan as nyPlan",
			"rapport_text.bedomning",
			"rapport_text.begarda_beslut as begardaBeslut",
			"rapport_text.version",
			"rapport_text.updated_at as updatedAt",
			"person.name as updatedByName",
		])
		.where("rapport.kommun_id", "=", kommunId)
		.where("rapport_text.rapport_id", "=", rapportId)
		.orderBy("rapport_text.id")
		.execute();
}

/** The council's remarks, the oldest first. */
export async function findAllSynpunkter(
	db: Db,
	{ kommunId, rapportId }: { kommunId: number; rapportId: number },
): Promise<SynpunktRow[]> {
	return db
		.selectFrom("synpunkt")
		.innerJoin("rapport", "rapport.id", "synpunkt.rapport_id")
		.innerJoin("person", "person.id", "synpunkt.created_by")
		.select([
			"synpunkt.id",
			"synpunkt.uuid",
			"synpunkt.aktivitet_id as aktivitetId",
			"synpunkt.text",
			"synpunkt.role",
			"synpunkt.created_at as createdAt",
			"synpunkt.created_by as createdBy",
			"person.name as createdByName",
		])
		.where("rapport.kommun_id", "=", kommunId)
		.where("synpunkt.rapport_id", "=", rapportId)
		.orderBy("synpunkt.id")
		.execute();
}

function selectEditions(
	db: Db,
	{ kommunId, dokumentId, periodCode }: { kommunId: number; dokumentId: number; periodCode: string },
) {
	return selectRapport(db, { kommunId })
		.where("rapport.dokument_id", "=", dokumentId)
		.where("rapport.period_code", "=", periodCode);
}

function selectRapport(db: Db, { kommunId }: { kommunId: number }) {
	return db
		.selectFrom("rapport")
		.innerJoin("dokument", "dokument.id", "rapport.dokument_id")
		.leftJoin("person as polis", "polis.id", "rapport.polis_klar_by")
		.leftJoin("person as kommun", "kommun.id", "rapport.kommun_klar_by")
		.leftJoin("person as returner", "returner.id", "rapport.returned_by")
		.leftJoin("person as granskare", "granskare.id", "rapport.granskad_by")
		.leftJoin("rapport_snapshot", "rapport_snapshot.rapport_id", "rapport.id")
		.select([
			"rapport.id",
			"rapport.kommun_id as kommunId",
			"rapport.dokument_id as dokumentId",
			"dokument.title as dokumentTitle",
			"rapport.period_code as periodCode",
			"rapport.period_from as periodFrom",
			"rapport.period_to as periodTo",
			"rapport.edition",
			"rapport.rattelse_reason as rattelseReason",
			"rapport.state",
			"rapport.polis_klar_at as polisKlarAt",
			"rapport.polis_klar_by as polisKlarBy",
			"polis.name as polisKlarByName",
			"rapport.kommun_klar_at as kommunKlarAt",
			"rapport.kommun_klar_by as kommunKlarBy",
			"kommun.name as kommunKlarByName",
			"rapport.frozen_at as frozenAt",
			"rapport.returned_at as returnedAt",
			"returner.name as returnedByName",
			"rapport.return_reason as returnReason",
			"rapport.granskad_at as granskadAt",
			"granskare.name as granskadByName",
			"rapport_snapshot.code",
			"rapport_snapshot.signed_at as signedAt",
			"rapport.published_at as publishedAt",
			"rapport.version",
			hasLaterEdition().as("hasLaterEdition"),
		])
		.where("rapport.kommun_id", "=", kommunId);
}

function hasLaterEdition() {
	return sql<SqlBool>`EXISTS (SELECT 1 FROM rapport AS later WHERE later.dokument_id = rapport.dokument_id
		AND later.period_code = rapport.period_code AND later.edition > rapport.edition)`;
}

function withFlag<Row extends { hasLaterEdition: SqlBool }>(
	row: Row,
): Omit<Row, "hasLaterEdition"> & { hasLaterEdition: boolean } {
	return { ...row, hasLaterEdition: Boolean(row.hasLaterEdition) };
}
