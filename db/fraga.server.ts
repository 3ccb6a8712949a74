import type { IsoInstant } from "#app/domain/dates.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

export interface FragaRow {
	id: number;
	dokumentId: number;
	/** null: concerns the dokument as a whole. */
	aktivitetId: number | null;
	question: string;
	quotation: string | null;
	answer: string | null;
	answeredAt: IsoInstant | null;
	version: number;
}

/** The open and answered questions of the kommun, of one dokument or of one aktivitet, in the order they were noted. */
export async function findAllFragor(
	db: Db,
	{ kommunId, dokumentId, aktivitetId }: { kommunId: number; dokumentId?: number; aktivitetId?: number },
): Promise<FragaRow[]> {
	return selectFraga(db, { kommunId })
		.$if(dokumentId !== undefined, (query) => query.where("fraga.dokument_id", "=", dokumentId as number))
		.$if(aktivitetId !== undefined, (query) => query.where("fraga.aktivitet_id", "=", aktivitetId as number))
		.orderBy("fraga.id")
		.execute();
}

export async function findFraga(
	db: Db,
	{ kommunId, fragaId }: { kommunId: number; fragaId: number },
): Promise<FragaRow | undefined> {
	return selectFraga(db, { kommunId }).where("fraga.id", "=", fragaId).executeTakeFirst();
}

/** Without an answer the question is open again. The version seen has been checked in the same transaction. */
export async function updateAnswer(
	tx: Tx,
	{
		fragaId,
		version,
		answer,
		now,
		personId,
	}: { fragaId: number; version: number; answer: string | null; now: IsoInstant; personId: number },
): Promise<void> {
	const isAnswered = answer !== null;
	await tx
		.updateTable("fraga")
		.set({
			answer,
			answered_at: isAnswered ? now : null,
			answered_by: isAnswered ? personId : null,
			version: version + 1,
		})
		.where("id", "=", fragaId)
		.where("version", "=", version)
		.execute();
}

function selectFraga(db: Db, { kommunId }: { kommunId: number }) {
	return db
		.selectFrom("fraga")
		.innerJoin("dokument", "dokument.id", "fraga.dokument_id")
		.select([
			"fraga.id",
			"fraga.dokument_id as dokumentId",
			"fraga.aktivitet_id as aktivitetId",
			"fraga.question",
			"fraga.quotation",
			"fraga.answer",
			"fraga.answered_at as answeredAt",
			"fraga.version",
		])
		.where("dokument.kommun_id", "=", kommunId);
}
