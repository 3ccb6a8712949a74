import { sql } from "kysely";
import { isBiprodukt } from "#app/domain/biprodukter.ts";
import type { IsoDate } from "#app/domain/dates.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { RapportAtgard, RapportGenomforande } from "#app/domain/rapportSource.ts";
import { withFollowedAtgarder } from "./carriedAtgard.server.ts";
import type { Db } from "./connection.server.ts";
import { findAllUndertecknare } from "./dokument.server.ts";

/** What a report is about: what its head says, and what decides which reports there are. */
export interface RapportDokument {
	kommun: { name: string; scbCode: string; slug: string; lokalpolisomrade: string | null };
	/** Who signs the follow-up. */
	undertecknareTitle: string;
	dokument: {
		id: number;
		title: string;
		inForceFrom: IsoDate;
		inForceTo: IsoDate | null;
		signedOn: IsoDate | null;
		/** In the order of the paper. */
		undertecknare: { title: string; organisation: string }[];
		lagesbild: string | null;
	};
	periodKind: PeriodKind;
}

/** A dokument and its kommun, as a report names them. */
export async function findRapportDokument(
	db: Db,
	{ kommunId, dokumentId }: { kommunId: number; dokumentId: number },
): Promise<RapportDokument | undefined> {
	const row = await db
		.selectFrom("dokument")
		.innerJoin("kommun", "kommun.id", "dokument.kommun_id")
		.select([
			"kommun.name",
			"kommun.scb_code as scbCode",
			"kommun.slug",
			"kommun.lokalpolisomrade",
			"kommun.undertecknare_title as undertecknareTitle",
			"dokument.id",
			"dokument.title",
			"dokument.in_force_from as inForceFrom",
			"dokument.in_force_to as inForceTo",
			"dokument.signed_on as signedOn",
			"dokument.period_kind as periodKind",
			"dokument.lagesbild",
		])
		.where("kommun.id", "=", kommunId)
		.where("dokument.id", "=", dokumentId)
		.executeTakeFirst();
	if (!row) return undefined;
	const undertecknare = await findAllUndertecknare(db, dokumentId);
	const { name, scbCode, slug, lokalpolisomrade, undertecknareTitle, periodKind, ...dokument } = row;
	return {
		kommun: { name, scbCode, slug, lokalpolisomrade },
		undertecknareTitle,
		dokument: { ...dokument, undertecknare },
		periodKind,
	};
}

interface Window {
	kommunId: number;
	dokumentId: number;
	from: IsoDate;
	to: IsoDate;
}

/** Every genomförande of the dokument's measures within the days, makulerade left out, in order of id. */
export async function findAllRapportGenomforanden(db: Db, window: Window): Promise<RapportGenomforande[]> {
	const rows = await selectCounted(db, window)
		.leftJoin("plats", "plats.id", "genomforande.plats_id")
		.select([
			"genomforande.id",
			"genomforande.revision",
			"genomforande.date",
			"plats.name as platsName",
			"aktivitet.id as aktivitetId",
			"measure.id as measureId",
			"genomforande_measure.quantity",
		])
		.orderBy("genomforande.id")
		.orderBy("aktivitet.position")
		.orderBy("measure.position")
		.execute();
	const biprodukter = await selectCounted(db, window)
		.innerJoin("biprodukt", "biprodukt.genomforande_id", "genomforande.id")
		.select(["genomforande.id", "biprodukt.kind", "biprodukt.quantity"])
		.distinct()
		.orderBy("biprodukt.kind")
		.execute();
	const found = new Map<number, RapportGenomforande>();
	for (const { aktivitetId, measureId, quantity, ...row } of rows) {
		const genomforande = found.get(row.id) ?? {
			...row,
			aktivitetIds: [],
			quantities: [],
			biprodukter: [],
		};
		if (!genomforande.aktivitetIds.includes(aktivitetId)) genomforande.aktivitetIds.push(aktivitetId);
		genomforande.quantities.push({ measureId, quantity });
		found.set(row.id, genomforande);
	}
	for (const { id, kind, quantity } of biprodukter)
		if (isBiprodukt(kind)) found.get(id)?.biprodukter.push({ code: kind, quantity });
	return [...found.values()];
}

/**
 * The åtgärder of the dokument's aktiviteter, and those of the dokument that it replaced which go on in them, in the order
 * they were decided; makulerade left out.
 */
export async function findAllRapportAtgarder(
	db: Db,
	{ kommunId, dokumentId }: { kommunId: number; dokumentId: number },
): Promise<RapportAtgard[]> {
	return withFollowedAtgarder(db, { kommunId, dokumentIds: [dokumentId] })
		.selectFrom("followed_atgard")
		.select([
			"title",
			"owner",
			"due_on as dueOn",
			"done_on as doneOn",
			"decided_on as decidedOn",
			"aktivitet_id as aktivitetId",
		])
		.orderBy("decided_on")
		.orderBy("id")
		.execute();
}

/** Whether anything that the dokument's sums through the window's last day are counted from was made up for the example. */
export async function hasExampleData(db: Db, window: Window): Promise<boolean> {
	const registered = selectCounted(db, window).where("genomforande.is_example", "=", 1).select("genomforande.id");
	const { isExample } = await withFollowedAtgarder(db, { kommunId: window.kommunId, dokumentIds: [window.dokumentId] })
		.selectNoFrom(({ or, exists, selectFrom }) =>
			or([
				exists(registered),
				exists(
					selectFrom("followed_atgard")
						.where("decided_on", "<=", window.to)
						.where("followed_atgard.is_example", "=", 1)
						.select("followed_atgard.id"),
				),
			]).as("isExample"),
		)
		.executeTakeFirstOrThrow();
	return Boolean(isExample);
}

/** Registrations by their ids, makulerade or not, with the names of what they count toward. */
export async function findAllNamedGenomforanden(
	db: Db,
	{ kommunId, ids }: { kommunId: number; ids: readonly number[] },
): Promise<{ id: number; date: IsoDate; measureNames: string[] }[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom("genomforande")
		.innerJoin("genomforande_measure", "genomforande_measure.genomforande_id", "genomforande.id")
		.innerJoin("measure", "measure.id", "genomforande_measure.measure_id")
		.select(["genomforande.id", "genomforande.date", "measure.name"])
		.where("genomforande.kommun_id", "=", kommunId)
		.where("genomforande.id", "in", sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
		.orderBy("genomforande.date")
		.orderBy("genomforande.id")
		.orderBy("measure.id")
		.execute();
	const found = new Map<number, { id: number; date: IsoDate; measureNames: string[] }>();
	for (const { name, ...row } of rows) {
		const genomforande = found.get(row.id) ?? { ...row, measureNames: [] };
		genomforande.measureNames.push(name);
		found.set(row.id, genomforande);
	}
	return [...found.values()];
}

function selectCounted(db: Db, { kommunId, dokumentId, from, to }: Window) {
	return db
		.selectFrom("aktivitet")
		.innerJoin("measure", "measure.aktivitet_id", "aktivitet.id")
		.innerJoin("genomforande_measure", "genomforande_measure.measure_id", "measure.id")
		.innerJoin("genomforande", "genomforande.id", "genomforande_measure.genomforande_id")
		.where("aktivitet.dokument_id", "=", dokumentId)
		.where("genomforande.kommun_id", "=", kommunId)
		.where("genomforande.makulerad_at", "is", null)
		.where("genomforande.date", ">=", from)
		.where("genomforande.date", "<=", to);
}
