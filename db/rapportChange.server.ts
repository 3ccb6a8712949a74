import type { Updateable } from "kysely";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { RapportPart, SynpunktRole } from "#app/domain/rapport.ts";
import type { RapportTextContent } from "#app/domain/rapportText.ts";
import type { Tx } from "./command.server.ts";
import type { Database } from "./schema.ts";

/**
 * The writes of a report. The version seen and the rules of the step have been checked in the same transaction; the
 * triggers of the database hold them again.
 */
interface Seen {
	id: number;
	version: number;
}

interface By {
	now: IsoInstant;
	personId: number;
}

export async function insertRapport(
	tx: Tx,
	rapport: {
		kommunId: number;
		dokumentId: number;
		periodCode: string;
		periodFrom: IsoDate;
		periodTo: IsoDate;
		edition: number;
		rattelseReason: string | null;
	} & By,
): Promise<number> {
	const { id } = await tx
		.insertInto("rapport")
		.values({
			kommun_id: rapport.kommunId,
			dokument_id: rapport.dokumentId,
			period_code: rapport.periodCode,
			period_from: rapport.periodFrom,
			period_to: rapport.periodTo,
			edition: rapport.edition,
			rattelse_reason: rapport.rattelseReason,
			created_at: rapport.now,
			created_by: rapport.personId,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

/**
 * One part has said klar.
 *
 * @param frozen the content as JSON when it was the second of them, which makes the report inlämnad; otherwise null
 */
export async function updateRapportKlar(
	tx: Tx,
	{ part, frozen, now, personId, ...seen }: Seen & By & { part: RapportPart; frozen: string | null },
): Promise<void> {
	await updateRapport(tx, seen, {
		...klarColumns(part, { now, personId }),
		...(frozen === null ? {} : { state: "inlamnad", frozen, frozen_at: now }),
	});
}

export async function updateRapportNotKlar(tx: Tx, { part, ...seen }: Seen & { part: RapportPart }): Promise<void> {
	await updateRapport(tx, seen, klarColumns(part, null));
}

/** Back to utkast: both klar-marks, the frozen content and the review are gone. */
export async function updateRapportReturned(
	tx: Tx,
	{ reason, now, personId, ...seen }: Seen & By & { reason: string },
): Promise<void> {
	await updateRapport(tx, seen, {
		state: "utkast",
		...klarColumns("polis", null),
		...klarColumns("kommun", null),
		frozen: null,
		frozen_at: null,
		granskad_at: null,
		granskad_by: null,
		returned_at: now,
		returned_by: personId,
		return_reason: reason,
	});
}

export async function updateRapportGranskad(tx: Tx, { now, personId, ...seen }: Seen & By): Promise<void> {
	await updateRapport(tx, seen, { state: "granskad", granskad_at: now, granskad_by: personId });
}

/** Somebody has said something about it: a page from before does not show all of it. */
export async function updateRapportSaid(tx: Tx, { id, version }: Seen): Promise<void> {
	await updateRapport(tx, { id, version }, {});
}

/** Its snapshot has been stored; from here on it is what the report says. */
export async function updateRapportSigned(tx: Tx, seen: Seen): Promise<void> {
	await updateRapport(tx, seen, { state: "signerad", frozen: null, frozen_at: null });
}

export async function updateRapportPublished(tx: Tx, { now, personId, ...seen }: Seen & By): Promise<void> {
	await updateRapport(tx, seen, { state: "publicerad", published_at: now, published_by: personId });
}

export async function updateRapportRecalled(tx: Tx, seen: Seen): Promise<void> {
	await updateRapport(tx, seen, { state: "signerad", published_at: null, published_by: null });
}

export async function insertRapportText(
	tx: Tx,
	text: { rapportId: number; part: RapportPart; aktivitetId: number | null; content: RapportTextContent } & By,
): Promise<void> {
	await tx
		.insertInto("rapport_text")
		.values({
			rapport_id: text.rapportId,
			part: text.part,
			aktivitet_id: text.aktivitetId,
			...textColumns(text.content),
			updated_at: text.now,
			updated_by: text.personId,
		})
		.execute();
}

export async function updateRapportText(
	tx: Tx,
	text: {
		rapportId: number;
		part: RapportPart;
		aktivitetId: number | null;
		version: number;
		content: RapportTextContent;
	} & By,
): Promise<void> {
	await tx
		.updateTable("rapport_text")
		.set({
			...textColumns(text.content),
			version: text.version + 1,
			updated_at: text.now,
			updated_by: text.personId,
		})
		.where("rapport_id", "=", text.rapportId)
		.where("part", "=", text.part)
		.where("aktivitet_id", "is", text.aktivitetId)
		.where("version", "=", text.version)
		.execute();
}

export async function insertSynpunkt(
	tx: Tx,
	synpunkt: { rapportId: number; uuid: string; aktivitetId: number | null; text: string; role: SynpunktRole } & By,
): Promise<number> {
	const { id } = await tx
		.insertInto("synpunkt")
		.values({
			rapport_id: synpunkt.rapportId,
			uuid: synpunkt.uuid,
			aktivitet_id: synpunkt.aktivitetId,
			text: synpunkt.text,
			role: synpunkt.role,
			created_at: synpunkt.now,
			created_by: synpunkt.personId,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

/** Whether the UUID is taken, and by what: over all kommuner, since it names one remark of the instance. */
export async function findSynpunktByUuid(tx: Tx, uuid: string) {
	return tx
		.selectFrom("synpunkt")
		.select(["id", "rapport_id as rapportId", "aktivitet_id as aktivitetId", "text", "role", "created_by as createdBy"])
		.where("uuid", "=", uuid)
		.executeTakeFirst();
}

async function updateRapport(tx: Tx, { id, version }: Seen, values: Updateable<Database["rapport"]>): Promise<void> {
	await tx
		.updateTable("rapport")
		.set({ ...values, version: version + 1 })
		.where("id", "=", id)
		.where("version", "=", version)
		.execute();
}

function klarColumns(part: RapportPart, by: By | null) {
	const at = by?.now ?? null;
	const personId = by?.personId ?? null;
	return part === "polis"
		? { polis_klar_at: at, polis_klar_by: personId }
		: { kommun_klar_at: at, kommun_klar_by: personId };
}

function textColumns(content: RapportTextContent) {
	return {
		kommentar: content.kommentar,
		orsak: content.orsak,
		ny_plan: content.nyPlan,
		bedomning: content.bedomning,
		begarda_beslut: content.begardaBeslut,
	};
}
