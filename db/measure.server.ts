import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

export interface MeasureRow {
	id: number;
	kind: MeasureKind;
	name: string;
	rakneregel: string;
	version: number;
	aktivitetId: number;
	/** The aktivitet's own words. */
	quotation: string;
	dokumentId: number;
	dokumentTitle: string;
	inForceFrom: IsoDate;
	inForceTo: IsoDate | null;
	periodKind: PeriodKind;
}

export interface MeasureVersionRow {
	validFrom: IsoDate;
	/** As stored; the kind's settings schema reads it. */
	settings: unknown;
	reason: string | null;
	createdAt: IsoInstant;
}

/** A measure with all its versions, in order of `validFrom`. */
export async function findMeasure(
	db: Db,
	{ kommunId, measureId }: { kommunId: number; measureId: number },
): Promise<(MeasureRow & { versions: MeasureVersionRow[] }) | undefined> {
	const row = await selectMeasure(db, { kommunId }).where("measure.id", "=", measureId).executeTakeFirst();
	if (!row) return undefined;
	const versions = await db
		.selectFrom("measure_version")
		.select(["valid_from as validFrom", "settings", "reason", "created_at as createdAt"])
		.where("measure_id", "=", measureId)
		.where("replaced_at", "is", null)
		.orderBy("valid_from")
		.execute();
	return { ...row, versions: versions.map((version) => ({ ...version, settings: JSON.parse(version.settings) })) };
}

export interface MeasureVersionHistory extends MeasureVersionRow {
	id: number;
	/** null: entered with the dokument by the instance itself. */
	createdByName: string | null;
	/** It was read wrongly; null: it is in use. */
	replacedAt: IsoInstant | null;
	replacedByName: string | null;
}

/** Every version that a measure has had, also those that were read wrongly: by first day, and of a day the latest made first. */
export async function findAllMeasureVersions(
	db: Db,
	{ kommunId, measureId }: { kommunId: number; measureId: number },
): Promise<MeasureVersionHistory[]> {
	const rows = await db
		.selectFrom("measure_version")
		.innerJoin("measure", "measure.id", "measure_version.measure_id")
		.innerJoin("aktivitet", "aktivitet.id", "measure.aktivitet_id")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.leftJoin("person as creator", "creator.id", "measure_version.created_by")
		.leftJoin("person as replacer", "replacer.id", "measure_version.replaced_by")
		.select([
			"measure_version.id",
			"measure_version.valid_from as validFrom",
			"measure_version.settings",
			"measure_version.reason",
			"measure_version.created_at as createdAt",
			"creator.name as createdByName",
			"measure_version.replaced_at as replacedAt",
			"replacer.name as replacedByName",
		])
		.where("dokument.kommun_id", "=", kommunId)
		.where("measure_version.measure_id", "=", measureId)
		.orderBy("measure_version.valid_from")
		.orderBy("measure_version.id", "desc")
		.execute();
	return rows.map((row) => ({ ...row, settings: JSON.parse(row.settings) }));
}

/**
 * The measures of every dokument in force on the day, each with the settings that hold that day, in the order of the
 * texts. Whether a kind is logged at all, and how, its module says (`quantityField`).
 */
export async function findAllLoggableMeasures(
	db: Db,
	{ kommunId, date }: { kommunId: number; date: IsoDate },
): Promise<(MeasureRow & { settings: unknown })[]> {
	const rows = await selectMeasure(db, { kommunId })
		.where("dokument.in_force_from", "<=", date)
		.where((eb) => eb.or([eb("dokument.in_force_to", "is", null), eb("dokument.in_force_to", ">=", date)]))
		.orderBy("dokument.in_force_from")
		.orderBy("dokument.id")
		.orderBy("aktivitet.position")
		.orderBy("measure.position")
		.execute();
	return withSettingsOn(db, rows, date);
}

/** These of the kommun's measures, each with the settings that hold on the day; ids that are not the kommun's are left out. */
export async function findAllMeasuresById(
	db: Db,
	{ kommunId, measureIds, date }: { kommunId: number; measureIds: readonly number[]; date: IsoDate },
): Promise<(MeasureRow & { settings: unknown })[]> {
	const rows = await selectMeasure(db, { kommunId }).where("measure.id", "in", measureIds).execute();
	return withSettingsOn(db, rows, date);
}

/** Raises the measure's version, and changes what is given. The version seen has been checked in the same transaction. */
export async function updateMeasure(
	tx: Tx,
	{
		id,
		version,
		isSensitive,
		...words
	}: { id: number; version: number; isSensitive?: boolean; name?: string; rakneregel?: string },
): Promise<void> {
	await tx
		.updateTable("measure")
		.set({ version: version + 1, ...words, ...(isSensitive !== undefined && { is_sensitive: isSensitive ? 1 : 0 }) })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

/** Takes the version that begins on the day out of use; it stays for the history. */
export async function updateMeasureVersionReplaced(
	tx: Tx,
	{ measureId, validFrom, now, personId }: { measureId: number; validFrom: IsoDate; now: IsoInstant; personId: number },
): Promise<void> {
	await tx
		.updateTable("measure_version")
		.set({ replaced_at: now, replaced_by: personId })
		.where("measure_id", "=", measureId)
		.where("valid_from", "=", validFrom)
		.where("replaced_at", "is", null)
		.execute();
}

export async function insertMeasureVersion(
	tx: Tx,
	version: {
		measureId: number;
		validFrom: IsoDate;
		settings: unknown;
		reason: string;
		now: IsoInstant;
		personId: number;
	},
): Promise<number> {
	const { id } = await tx
		.insertInto("measure_version")
		.values({
			measure_id: version.measureId,
			valid_from: version.validFrom,
			settings: JSON.stringify(version.settings),
			reason: version.reason,
			created_at: version.now,
			created_by: version.personId,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

function selectMeasure(db: Db, { kommunId }: { kommunId: number }) {
	return db
		.selectFrom("measure")
		.innerJoin("aktivitet", "aktivitet.id", "measure.aktivitet_id")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.select([
			"measure.id",
			"measure.kind",
			"measure.name",
			"measure.rakneregel",
			"measure.version",
			"aktivitet.id as aktivitetId",
			"aktivitet.quotation",
			"dokument.id as dokumentId",
			"dokument.title as dokumentTitle",
			"dokument.in_force_from as inForceFrom",
			"dokument.in_force_to as inForceTo",
			"dokument.period_kind as periodKind",
		])
		.where("dokument.kommun_id", "=", kommunId);
}

/** The version that holds on the day is the last one begun; before the first one, the first. */
async function withSettingsOn(
	db: Db,
	measures: MeasureRow[],
	date: IsoDate,
): Promise<(MeasureRow & { settings: unknown })[]> {
	if (measures.length === 0) return [];
	const versions = await db
		.selectFrom("measure_version")
		.select(["measure_id", "valid_from", "settings"])
		.where(
			"measure_id",
			"in",
			measures.map((measure) => measure.id),
		)
		.where("replaced_at", "is", null)
		.orderBy("valid_from")
		.execute();
	return measures.map((measure) => {
		const own = versions.filter((version) => version.measure_id === measure.id);
		const holding = own.filter((version) => version.valid_from <= date).pop() ?? own[0];
		return { ...measure, settings: holding ? JSON.parse(holding.settings) : null };
	});
}
