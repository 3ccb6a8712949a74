import type { IsoInstant } from "#app/domain/dates.ts";
import type { NewAktivitet, NewDokument, NewFraga } from "#app/domain/dokument.schema.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { Tx } from "./command.server.ts";
import type { PartCode } from "./schema.ts";

/** The rows of a newly entered löftesdokument, one function per table. Only `createDokument` writes through them. */

export async function insertDokument(
	tx: Tx,
	{ kommunId, dokument, now }: { kommunId: number; dokument: NewDokument; now: IsoInstant },
): Promise<number> {
	const row = await tx
		.insertInto("dokument")
		.values({
			kommun_id: kommunId,
			title: dokument.title,
			in_force_from: dokument.inForceFrom,
			in_force_to: dokument.inForceTo,
			signed_on: dokument.signedOn,
			period_kind: dokument.periodKind,
			lagesbild: dokument.lagesbild,
			follow_up_rule: dokument.followUpRule,
			source_text: dokument.sourceText,
			source_note: dokument.sourceNote,
			created_at: now,
			replaces_dokument_id: dokument.replacesDokumentId ?? null,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return row.id;
}

/** A dokument of the kommun with what has replaced it; undefined: the kommun has no such dokument. */
export async function findReplacement(
	tx: Tx,
	{ kommunId, dokumentId }: { kommunId: number; dokumentId: number },
): Promise<{ title: string; replacedById: number | null } | undefined> {
	return tx
		.selectFrom("dokument")
		.leftJoin("dokument as later", "later.replaces_dokument_id", "dokument.id")
		.select(["dokument.title", "later.id as replacedById"])
		.where("dokument.kommun_id", "=", kommunId)
		.where("dokument.id", "=", dokumentId)
		.executeTakeFirst();
}

/** Asked of a dokument that has been found in its kommun. */
export async function findAllAktivitetIds(tx: Tx, dokumentId: number): Promise<number[]> {
	const rows = await tx.selectFrom("aktivitet").select("id").where("dokument_id", "=", dokumentId).execute();
	return rows.map(({ id }) => id);
}

export async function insertUndertecknare(
	tx: Tx,
	undertecknare: { dokumentId: number; position: number; title: string; organisation: string },
): Promise<void> {
	await tx
		.insertInto("undertecknare")
		.values({
			dokument_id: undertecknare.dokumentId,
			position: undertecknare.position,
			title: undertecknare.title,
			organisation: undertecknare.organisation,
		})
		.execute();
}

export async function insertLofte(
	tx: Tx,
	lofte: { dokumentId: number; position: number; quotation: string },
): Promise<number> {
	const row = await tx
		.insertInto("lofte")
		.values({ dokument_id: lofte.dokumentId, position: lofte.position, quotation: lofte.quotation })
		.returning("id")
		.executeTakeFirstOrThrow();
	return row.id;
}

export async function insertAktivitet(
	tx: Tx,
	{
		dokumentId,
		lofteId,
		position,
		aktivitet,
	}: {
		dokumentId: number;
		lofteId: number | null;
		position: number;
		aktivitet: Pick<NewAktivitet, "heading" | "quotation" | "aktivitetstyp" | "carriedFromId">;
	},
): Promise<number> {
	const row = await tx
		.insertInto("aktivitet")
		.values({
			dokument_id: dokumentId,
			lofte_id: lofteId,
			position,
			heading: aktivitet.heading,
			quotation: aktivitet.quotation,
			aktivitetstyp: aktivitet.aktivitetstyp,
			carried_from_id: aktivitet.carriedFromId ?? null,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return row.id;
}

export async function insertAktivitetPart(
	tx: Tx,
	{ aktivitetId, partId }: { aktivitetId: number; partId: number },
): Promise<void> {
	await tx.insertInto("aktivitet_part").values({ aktivitet_id: aktivitetId, part_id: partId }).execute();
}

/** An answer that comes with the dokument counts as given by the one who entered it. */
export async function insertFraga(
	tx: Tx,
	{
		dokumentId,
		aktivitetId,
		fraga,
		answeredBy,
		now,
	}: {
		dokumentId: number;
		aktivitetId: number | null;
		fraga: NewFraga;
		answeredBy: number | null;
		now: IsoInstant;
	},
): Promise<void> {
	const isAnswered = fraga.answer !== null;
	await tx
		.insertInto("fraga")
		.values({
			dokument_id: dokumentId,
			aktivitet_id: aktivitetId,
			question: fraga.question,
			quotation: fraga.quotation,
			answer: fraga.answer,
			answered_at: isAnswered ? now : null,
			answered_by: isAnswered ? answeredBy : null,
		})
		.execute();
}

/** A measure with its first version, valid from the dokument's first day. */
export async function insertMeasure(
	tx: Tx,
	measure: {
		aktivitetId: number;
		position: number;
		kind: MeasureKind;
		name: string;
		rakneregel: string;
		validFrom: string;
		settings: unknown;
		createdBy: number | null;
		now: IsoInstant;
	},
): Promise<number> {
	const row = await tx
		.insertInto("measure")
		.values({
			aktivitet_id: measure.aktivitetId,
			position: measure.position,
			kind: measure.kind,
			name: measure.name,
			rakneregel: measure.rakneregel,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await tx
		.insertInto("measure_version")
		.values({
			measure_id: row.id,
			valid_from: measure.validFrom,
			settings: JSON.stringify(measure.settings),
			reason: null,
			created_at: measure.now,
			created_by: measure.createdBy,
		})
		.execute();
	return row.id;
}

/** The kommun's parts, for finding one by code or name. */
export async function findAllParts(
	tx: Tx,
	{ kommunId }: { kommunId: number },
): Promise<{ id: number; code: PartCode; name: string }[]> {
	return tx.selectFrom("part").select(["id", "code", "name"]).where("kommun_id", "=", kommunId).execute();
}

export async function insertPart(tx: Tx, part: { kommunId: number; code: PartCode; name: string }): Promise<number> {
	const row = await tx
		.insertInto("part")
		.values({ kommun_id: part.kommunId, code: part.code, name: part.name })
		.returning("id")
		.executeTakeFirstOrThrow();
	return row.id;
}
