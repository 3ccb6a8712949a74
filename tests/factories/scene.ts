import { findAllAuditEvents } from "#db/audit.server.ts";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "./database.ts";
import { type MadeDokument, makeDokument } from "./dokument.ts";
import { makeGenomforande } from "./genomforande.ts";
import { type KommunActor, makeKommun, makePerson } from "./kommun.ts";

export interface Scene {
	db: Db;
	kommun: Awaited<ReturnType<typeof makeKommun>>;
	polis: KommunActor;
	samordnare: KommunActor;
	dokument: MadeDokument;
	/** The police officer of another kommun, which has a dokument of its own. */
	stranger: KommunActor;
	elsewhere: MadeDokument & { platsId: number };
}

/** Two kommuner, each with a dokument of 2018, and the people who log; the clock stands at `NOW`. */
export async function makeScene(db: Db = freshDatabase()): Promise<Scene> {
	const kommun = await makeKommun(db);
	const polis = await makePerson(db, { kommunId: kommun.id });
	const samordnare = await makePerson(db, { kommunId: kommun.id, role: "samordnare" });
	const other = await makeKommun(db, { slug: "grannkommun" });
	const stranger = await makePerson(db, { kommunId: other.id });
	return {
		db,
		kommun,
		polis,
		samordnare,
		dokument: await makeDokument(db, samordnare),
		stranger,
		elsewhere: { ...(await makeDokument(db, stranger)), platsId: other.platsIds.Torget ?? 0 },
	};
}

/** One occasion on the day, registered by the police; toward the scene's count unless another measure is named. */
export function logOn(
	{ db, polis, dokument }: Scene,
	date: string,
	measureId = dokument.measureIds.count,
): Promise<{ id: number }> {
	return makeGenomforande(db, polis, { measureId, date });
}

/** Another dokument of the scene's kommun, in force at the same time, with a measure of its own. */
export async function makeSecondDokument({ db, samordnare }: Scene): Promise<{ id: number; measureId: number }> {
	const { id, measureIds } = await makeDokument(db, samordnare, { title: "Ett annat löfte" });
	return { id, measureId: measureIds.count };
}

/** The action of the newest audit row in the scene's kommun. */
export async function latestActionIn({ db, kommun }: Scene): Promise<string | undefined> {
	const { rows } = await findAllAuditEvents(db, { kommunId: kommun.id, page: 1, pageSize: 1 });
	return rows[0]?.action;
}
