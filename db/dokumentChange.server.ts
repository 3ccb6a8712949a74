import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { RapportState } from "#app/domain/rapport.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";
import { findAllUndertecknare } from "./dokument.server.ts";

/** What of a dokument in force can be changed, as it is now. What it promises stands as it was signed. */
export interface DokumentFacts {
	id: number;
	title: string;
	inForceFrom: IsoDate;
	/** null: until new ones are signed. */
	inForceTo: IsoDate | null;
	signedOn: IsoDate | null;
	periodKind: PeriodKind;
	lagesbild: string | null;
	followUpRule: string | null;
	sourceNote: string | null;
	version: number;
	/** In the order of the paper. */
	undertecknare: { title: string; organisation: string }[];
}

export async function findDokumentFacts(
	db: Db,
	{ kommunId, dokumentId }: { kommunId: number; dokumentId: number },
): Promise<DokumentFacts | undefined> {
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
			"source_note as sourceNote",
			"version",
		])
		.where("kommun_id", "=", kommunId)
		.where("id", "=", dokumentId)
		.executeTakeFirst();
	return row && { ...row, undertecknare: await findAllUndertecknare(db, dokumentId) };
}

/** A dokument before or after another, as a link names it. */
export interface NeighbourDokument {
	id: number;
	title: string;
	inForceFrom: IsoDate;
}

/** The dokument that this one replaces, and the one that replaces it. */
export async function findNeighbours(
	db: Db,
	{ kommunId, dokumentId }: { kommunId: number; dokumentId: number },
): Promise<{ replaces: NeighbourDokument | null; replacedBy: NeighbourDokument | null }> {
	const columns = ["other.id", "other.title", "other.in_force_from as inForceFrom"] as const;
	const replaces = await db
		.selectFrom("dokument")
		.innerJoin("dokument as other", "other.id", "dokument.replaces_dokument_id")
		.select(columns)
		.where("dokument.id", "=", dokumentId)
		.where("dokument.kommun_id", "=", kommunId)
		.where("other.kommun_id", "=", kommunId)
		.executeTakeFirst();
	const replacedBy = await db
		.selectFrom("dokument as other")
		.select(columns)
		.where("other.replaces_dokument_id", "=", dokumentId)
		.where("other.kommun_id", "=", kommunId)
		.orderBy("other.in_force_from")
		.executeTakeFirst();
	return { replaces: replaces ?? null, replacedBy: replacedBy ?? null };
}

/** How many registrations count toward the dokument's measures after the day, makulerade left out, and the last day that has any. */
export async function findRegistrationsAfter(
	db: Db,
	{ kommunId, dokumentId, day }: { kommunId: number; dokumentId: number; day: IsoDate },
): Promise<{ count: number; lastDay: IsoDate | null }> {
	return db
		.selectFrom("aktivitet")
		.innerJoin("measure", "measure.aktivitet_id", "aktivitet.id")
		.innerJoin("genomforande_measure", "genomforande_measure.measure_id", "measure.id")
		.innerJoin("genomforande", "genomforande.id", "genomforande_measure.genomforande_id")
		.select((eb) => [
			eb.fn.count<number>("genomforande.id").distinct().as("count"),
			eb.fn.max<IsoDate | null>("genomforande.date").as("lastDay"),
		])
		.where("aktivitet.dokument_id", "=", dokumentId)
		.where("genomforande.kommun_id", "=", kommunId)
		.where("genomforande.makulerad_at", "is", null)
		.where("genomforande.date", ">", day)
		.executeTakeFirstOrThrow();
}

/** Every edition of every report of a dokument, in order of the period. */
export interface DokumentRapport {
	id: number;
	periodCode: string;
	/** The period as the dokument cut it when the report was begun. */
	periodFrom: IsoDate;
	periodTo: IsoDate;
	edition: number;
	state: RapportState;
	/** At least one part has said klar. */
	hasKlar: boolean;
	version: number;
}

export async function findAllDokumentRapporter(
	db: Db,
	{ kommunId, dokumentId }: { kommunId: number; dokumentId: number },
): Promise<DokumentRapport[]> {
	const rows = await db
		.selectFrom("rapport")
		.select([
			"id",
			"period_code as periodCode",
			"period_from as periodFrom",
			"period_to as periodTo",
			"edition",
			"state",
			"polis_klar_at",
			"kommun_klar_at",
			"version",
		])
		.where("kommun_id", "=", kommunId)
		.where("dokument_id", "=", dokumentId)
		.orderBy("period_from")
		.orderBy("edition")
		.execute();
	return rows.map(({ polis_klar_at, kommun_klar_at, ...row }) => ({
		...row,
		hasKlar: polis_klar_at !== null || kommun_klar_at !== null,
	}));
}

/** The dokument cuts the period of an utkast anew. That nobody has said klar has been checked in the same transaction. */
export async function updateRapportPeriod(
	tx: Tx,
	{ id, version, periodTo }: { id: number; version: number; periodTo: IsoDate },
): Promise<void> {
	await tx
		.updateTable("rapport")
		.set({ period_to: periodTo, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

/** The version seen has been checked in the same transaction. */
interface Seen {
	id: number;
	version: number;
}

export async function updateDokumentEnd(
	tx: Tx,
	{ id, version, inForceTo }: Seen & { inForceTo: IsoDate | null },
): Promise<void> {
	await tx
		.updateTable("dokument")
		.set({ in_force_to: inForceTo, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

export type ChangeableFacts = Omit<DokumentFacts, "id" | "version" | "inForceFrom" | "inForceTo">;

/** Everything that the paper says about itself, and who has signed it. */
export async function updateDokumentFacts(
	tx: Tx,
	{ id, version, facts }: Seen & { facts: ChangeableFacts },
): Promise<void> {
	await tx
		.updateTable("dokument")
		.set({
			title: facts.title,
			signed_on: facts.signedOn,
			period_kind: facts.periodKind,
			lagesbild: facts.lagesbild,
			follow_up_rule: facts.followUpRule,
			source_note: facts.sourceNote,
			version: version + 1,
		})
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
	await tx.deleteFrom("undertecknare").where("dokument_id", "=", id).execute();
	for (const [index, { title, organisation }] of facts.undertecknare.entries())
		await tx
			.insertInto("undertecknare")
			.values({ dokument_id: id, position: index + 1, title, organisation })
			.execute();
}

/** Something that was done with a dokument or one of its measures. */
export interface DokumentChange {
	id: number;
	at: IsoInstant;
	/** null: the instance itself. */
	personName: string | null;
	action: string;
	detail: Record<string, unknown>;
	/** The measure that it was done with; null: the dokument itself. */
	measureName: string | null;
}

/** What has been done with a dokument and with its measures, the latest first. */
export async function findAllDokumentChanges(
	db: Db,
	{ kommunId, dokumentId, limit }: { kommunId: number; dokumentId: number; limit: number },
): Promise<DokumentChange[]> {
	const columns = [
		"audit_event.id",
		"audit_event.at",
		"person.name as personName",
		"audit_event.action",
		"audit_event.detail",
	] as const;
	const own = await db
		.selectFrom("audit_event")
		.leftJoin("person", "person.id", "audit_event.person_id")
		.select(columns)
		.where("audit_event.entity", "=", "dokument")
		.where("audit_event.entity_id", "=", dokumentId)
		.where("audit_event.kommun_id", "=", kommunId)
		.orderBy("audit_event.id", "desc")
		.limit(limit)
		.execute();
	const measures = await db
		.selectFrom("aktivitet")
		.innerJoin("measure", "measure.aktivitet_id", "aktivitet.id")
		.innerJoin("audit_event", (join) =>
			join.onRef("audit_event.entity_id", "=", "measure.id").on("audit_event.entity", "=", "measure"),
		)
		.leftJoin("person", "person.id", "audit_event.person_id")
		.select([...columns, "measure.name as measureName"])
		.where("aktivitet.dokument_id", "=", dokumentId)
		.where("audit_event.kommun_id", "=", kommunId)
		.orderBy("audit_event.id", "desc")
		.limit(limit)
		.execute();
	return [...own.map((row) => ({ ...row, measureName: null })), ...measures]
		.sort((a, b) => b.id - a.id)
		.slice(0, limit)
		.map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
}
