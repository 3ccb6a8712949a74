import { createDokument } from "#app/commands/createDokument.server.ts";
import { createKommun } from "#app/commands/createKommun.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllMeasureNames } from "#db/measureName.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { savsjo2017 } from "#seeds/dokument/savsjo-2017.ts";
import { savsjo2018 } from "#seeds/dokument/savsjo-2018.ts";
import { KOMMUNER } from "#seeds/kommuner.ts";
import { NOW } from "./context.ts";

export const params = { kommun: "savsjo" };

export interface Savsjo {
	id: number;
	/** The mått of the dokument in force at NOW, by name. */
	measureId(name: string): string;
	platsId(name: string): string;
}

/** Sävsjö with its two signed dokument and nothing registered, for tests of what one logs. */
export async function createSavsjo(db: Db): Promise<Savsjo> {
	const seed = KOMMUNER.find(({ slug }) => slug === "savsjo");
	if (!seed) throw new Error("Sävsjö is not among the seeds");
	const { kommunId } = await createKommun(db, { personId: null, kommunId: null, now: NOW }, seed);
	const actor = { personId: null, kommunId, now: NOW };
	await createDokument(db, actor, savsjo2017);
	const { dokumentId } = await createDokument(db, actor, savsjo2018);
	const measures = await findAllMeasureNames(db, { kommunId });
	const platser = await findAllPlatser(db, { kommunId });
	return {
		id: kommunId,
		measureId: (name) =>
			idOf(
				measures.filter((measure) => measure.dokumentId === dokumentId),
				name,
			),
		platsId: (name) => idOf(platser, name),
	};
}

/** What the log form posts: a riktad insats in the centre today, unless told otherwise. */
export function logFields(savsjo: Savsjo, fields: Record<string, string | string[]> = {}) {
	return {
		uuid: crypto.randomUUID(),
		date: "2018-10-15",
		measureIds: [savsjo.measureId("Riktad insats")],
		quantity: "1",
		platsId: savsjo.platsId("Sävsjö centrum"),
		performedBy: "polis",
		note: "",
		...fields,
	};
}

export async function findAllRows(db: Db) {
	return db.selectFrom("genomforande").selectAll().orderBy("id").execute();
}

function idOf(rows: readonly { id: number; name: string }[], name: string): string {
	const row = rows.find((one) => one.name === name);
	if (!row) throw new Error(`no ${name}`);
	return String(row.id);
}
