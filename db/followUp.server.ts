import type {
	FollowUp,
	FollowUpAktivitet,
	FollowUpAtgard,
	FollowUpDokument,
	FollowUpFordelning,
	FollowUpMeasure,
} from "#app/domain/followUp.ts";
import { withFollowedAtgarder } from "./carriedAtgard.server.ts";
import type { Db } from "./connection.server.ts";

interface Wanted {
	kommunId: number;
	/** Only these dokument. */
	dokumentIds?: readonly number[];
	/** Only this aktivitet, in its dokument. */
	aktivitetId?: number;
}

/**
 * Everything that the calculations need of the kommun's dokument, in a fixed number of statements however much there is.
 * Aktiviteter of another kommun are never among them.
 *
 * @returns dokument in order of their first day, everything within them in the order of the text
 */
export async function findFollowUp(db: Db, wanted: Wanted): Promise<FollowUp> {
	const aktiviteter = await selectAktiviteter(db, wanted);
	const parter = groupBy(await selectParter(db, wanted), (row) => row.aktivitetId);
	const atgarder = groupBy(await selectAtgarder(db, wanted), (row) => row.aktivitetId);
	const measures = await findMeasures(db, wanted);
	const byDokument = groupBy(aktiviteter, (row) => row.dokumentId);
	return {
		dokument: [...byDokument.values()].flatMap((rows) => {
			const [first] = rows;
			if (!first) return [];
			const dokument: FollowUpDokument = {
				id: first.dokumentId,
				title: first.title,
				inForceFrom: first.inForceFrom,
				inForceTo: first.inForceTo,
				periodKind: first.periodKind,
				aktiviteter: rows.map(
					(row): FollowUpAktivitet => ({
						id: row.id,
						position: row.position,
						quotation: row.quotation,
						aktivitetstyp: row.aktivitetstyp,
						heading: row.heading,
						lofte:
							row.lofteId === null || row.loftePosition === null || row.lofteQuotation === null
								? null
								: { id: row.lofteId, position: row.loftePosition, quotation: row.lofteQuotation },
						parter: (parter.get(row.id) ?? []).map(({ code, name }) => ({ code, name })),
						atgarder: (atgarder.get(row.id) ?? []).map(({ aktivitetId: _, ...atgard }): FollowUpAtgard => atgard),
						measures: measures.get(row.id) ?? [],
					}),
				),
			};
			return [dokument];
		}),
		...(await findCalendarAndPlatser(db, wanted)),
	};
}

/** The measures with all that belongs to each, by aktivitet. */
async function findMeasures(db: Db, wanted: Wanted): Promise<Map<number, FollowUpMeasure[]>> {
	const versions = groupBy(await selectVersions(db, wanted), (row) => row.measureId);
	const entries = groupBy(await selectEntries(db, wanted), (row) => row.measureId);
	const excusedSlots = groupBy(await selectExcusedSlots(db, wanted), (row) => row.measureId);
	const fordelningar = new Map((await selectFordelningar(db, wanted)).map((row) => [row.measureId, row]));
	const measures = groupBy(await selectMeasures(db, wanted), (row) => row.aktivitetId);
	const wholeMeasures = [...measures].map(([aktivitetId, rows]): [number, FollowUpMeasure[]] => [
		aktivitetId,
		rows.map(({ aktivitetId: _, isSensitive, ...row }) => ({
			...row,
			isSensitive: isSensitive === 1,
			versions: (versions.get(row.id) ?? []).map(({ validFrom, settings, reason }) => ({
				validFrom,
				settings: JSON.parse(settings),
				reason,
			})),
			entries: (entries.get(row.id) ?? []).map(({ measureId: _measure, ...entry }) => entry),
			excusedSlots: (excusedSlots.get(row.id) ?? []).map(({ measureId: _measure, ...slot }) => slot),
			fordelning: toFordelning(fordelningar.get(row.id)),
		})),
	]);
	return new Map(wholeMeasures);
}

async function findCalendarAndPlatser(
	db: Db,
	{ kommunId }: Wanted,
): Promise<Pick<FollowUp, "platser" | "helgkvallar">> {
	const platser = await db
		.selectFrom("plats")
		.select(["id", "name"])
		.where("kommun_id", "=", kommunId)
		.orderBy("id")
		.execute();
	const helgkvallar = await db
		.selectFrom("helgkvall")
		.select(["date", "name"])
		.where("kommun_id", "=", kommunId)
		.where("is_ticked", "=", 1)
		.orderBy("date")
		.execute();
	return { platser, helgkvallar };
}

/** The aktiviteter asked for, within the kommun: the border that every statement below stays inside. */
function wantedAktiviteter(db: Db, { kommunId, dokumentIds, aktivitetId }: Wanted) {
	return db
		.selectFrom("aktivitet")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.where("dokument.kommun_id", "=", kommunId)
		.$if(dokumentIds !== undefined, (query) => query.where("dokument.id", "in", dokumentIds ?? []))
		.$if(aktivitetId !== undefined, (query) => query.where("aktivitet.id", "=", aktivitetId ?? 0));
}

/** The measures of those aktiviteter. */
function wantedMeasures(db: Db, wanted: Wanted) {
	return wantedAktiviteter(db, wanted).innerJoin("measure", "measure.aktivitet_id", "aktivitet.id");
}

function selectAktiviteter(db: Db, wanted: Wanted) {
	return wantedAktiviteter(db, wanted)
		.leftJoin("lofte", "lofte.id", "aktivitet.lofte_id")
		.select([
			"dokument.id as dokumentId",
			"dokument.title",
			"dokument.in_force_from as inForceFrom",
			"dokument.in_force_to as inForceTo",
			"dokument.period_kind as periodKind",
			"aktivitet.id",
			"aktivitet.position",
			"aktivitet.quotation",
			"aktivitet.aktivitetstyp",
			"aktivitet.heading",
			"lofte.id as lofteId",
			"lofte.position as loftePosition",
			"lofte.quotation as lofteQuotation",
		])
		.orderBy("dokument.in_force_from")
		.orderBy("dokument.id")
		.orderBy("aktivitet.position")
		.execute();
}

function selectParter(db: Db, wanted: Wanted) {
	return wantedAktiviteter(db, wanted)
		.innerJoin("aktivitet_part", "aktivitet_part.aktivitet_id", "aktivitet.id")
		.innerJoin("part", "part.id", "aktivitet_part.part_id")
		.select(["aktivitet.id as aktivitetId", "part.code", "part.name"])
		.orderBy("part.id")
		.execute();
}

/** Those of each aktivitet, and those of a replaced dokument that go on in it, in the order they were decided. */
function selectAtgarder(db: Db, wanted: Wanted) {
	return withFollowedAtgarder(db, wanted)
		.selectFrom("followed_atgard")
		.select([
			"aktivitet_id as aktivitetId",
			"id",
			"title",
			"decided_on as decidedOn",
			"due_on as dueOn",
			"done_on as doneOn",
		])
		.orderBy("decided_on")
		.orderBy("id")
		.execute();
}

function selectMeasures(db: Db, wanted: Wanted) {
	return wantedMeasures(db, wanted)
		.select([
			"measure.aktivitet_id as aktivitetId",
			"measure.id",
			"measure.kind",
			"measure.name",
			"measure.rakneregel",
			"measure.version",
			"measure.is_sensitive as isSensitive",
		])
		.orderBy("measure.position")
		.execute();
}

function selectVersions(db: Db, wanted: Wanted) {
	return wantedMeasures(db, wanted)
		.innerJoin("measure_version", "measure_version.measure_id", "measure.id")
		.select([
			"measure.id as measureId",
			"measure_version.valid_from as validFrom",
			"measure_version.settings",
			"measure_version.reason",
		])
		.where("measure_version.replaced_at", "is", null)
		.orderBy("measure_version.valid_from")
		.execute();
}

function selectEntries(db: Db, wanted: Wanted) {
	return wantedMeasures(db, wanted)
		.innerJoin("genomforande_measure", "genomforande_measure.measure_id", "measure.id")
		.innerJoin("genomforande", "genomforande.id", "genomforande_measure.genomforande_id")
		.leftJoin("plats", "plats.id", "genomforande.plats_id")
		.select([
			"measure.id as measureId",
			"genomforande.id as genomforandeId",
			"genomforande.date",
			"genomforande_measure.quantity",
			"genomforande.plats_id as platsId",
			"plats.name as platsName",
		])
		.where("genomforande.kommun_id", "=", wanted.kommunId)
		.where("genomforande.makulerad_at", "is", null)
		.orderBy("genomforande.date")
		.orderBy("genomforande.id")
		.execute();
}

function selectExcusedSlots(db: Db, wanted: Wanted) {
	return wantedMeasures(db, wanted)
		.innerJoin("excused_slot", "excused_slot.measure_id", "measure.id")
		.select(["measure.id as measureId", "excused_slot.id", "excused_slot.slot_key as slotKey", "excused_slot.reason"])
		.where("excused_slot.revoked_at", "is", null)
		.orderBy("excused_slot.slot_key")
		.execute();
}

function selectFordelningar(db: Db, wanted: Wanted) {
	return wantedMeasures(db, wanted)
		.innerJoin("fordelning", "fordelning.measure_id", "measure.id")
		.select([
			"measure.id as measureId",
			"fordelning.parts",
			"fordelning.polis_confirmed_at as polisConfirmedAt",
			"fordelning.kommun_confirmed_at as kommunConfirmedAt",
			"fordelning.version",
		])
		.execute();
}

function toFordelning(
	row: Awaited<ReturnType<typeof selectFordelningar>>[number] | undefined,
): FollowUpFordelning | null {
	if (!row) return null;
	const { parts, polisConfirmedAt, kommunConfirmedAt, version } = row;
	return { parts: JSON.parse(parts), polisConfirmedAt, kommunConfirmedAt, version };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Map<number, Row[]> {
	const groups = new Map<number, Row[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}
