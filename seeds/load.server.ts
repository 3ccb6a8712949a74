import { createDemoPersons } from "#app/commands/createDemoPersons.server.ts";
import { createDokument } from "#app/commands/createDokument.server.ts";
import { createKommun } from "#app/commands/createKommun.server.ts";
import type { IsoInstant } from "#app/domain/dates.ts";
import type { SigningKey } from "#app/seal/seal.server.ts";
import type { Db } from "#db/connection.server.ts";
import { demoPersons } from "#seeds/demoPersons.ts";
import { ALL_DOKUMENT } from "#seeds/dokument/alla.ts";
import { allHistorik } from "#seeds/exempelhistorik/alla.ts";
import { instant } from "#seeds/exempelhistorik/handelse.ts";
import { playHistorik } from "#seeds/exempelhistorik/play.server.ts";
import { KOMMUNER } from "#seeds/kommuner.ts";

/** The demo's kommuner and accounts are there before the first dokument is entered. */
const DEMO_BEGINS = instant("2016-01-04", "08:00");

/**
 * Loads the four kommuner and the five signed dokument through the same commands as a user's, with no accounts and nothing
 * registered. Does nothing when the kommuner are there.
 */
export async function loadDokument(db: Db, now: IsoInstant): Promise<void> {
	if (await isLoaded(db)) return;
	const kommunIds = await loadKommuner(db, now);
	for (const { kommun, dokument } of ALL_DOKUMENT)
		await createDokument(db, { personId: null, kommunId: idOf(kommunIds, kommun), now }, dokument);
}

/**
 * Loads the demo: kommuner, one account per role, and each dokument followed by its example history, entered at the instants
 * when it is said to have happened. Equal on every load but for the codes and signatures of the reports. Does nothing when the kommuner are there.
 */
export async function loadDemo(db: Db, { signingKey }: { signingKey: SigningKey }): Promise<void> {
	if (await isLoaded(db)) return;
	const kommunIds = await loadKommuner(db, DEMO_BEGINS);
	const kommuner = KOMMUNER.map(({ slug, name }) => ({ id: idOf(kommunIds, slug), slug, name }));
	await createDemoPersons(db, { personId: null, kommunId: null, now: DEMO_BEGINS }, demoPersons(kommuner));
	for (const { kommun, dokument, enteredAt, handelser } of allHistorik()) {
		const actor = { personId: null, kommunId: idOf(kommunIds, kommun), now: enteredAt };
		const { dokumentId } = await createDokument(db, actor, dokument);
		await playHistorik(db, { kommunId: actor.kommunId, dokumentId, signingKey, handelser });
	}
}

async function isLoaded(db: Db): Promise<boolean> {
	const row = await db
		.selectFrom("kommun")
		.select("id")
		.where(
			"slug",
			"in",
			KOMMUNER.map(({ slug }) => slug),
		)
		.executeTakeFirst();
	return row !== undefined;
}

async function loadKommuner(db: Db, now: IsoInstant): Promise<Map<string, number>> {
	const ids = new Map<string, number>();
	for (const kommun of KOMMUNER) {
		const { kommunId } = await createKommun(db, { personId: null, kommunId: null, now }, kommun);
		ids.set(kommun.slug, kommunId);
	}
	return ids;
}

function idOf(kommunIds: ReadonlyMap<string, number>, slug: string): number {
	const id = kommunIds.get(slug);
	if (id === undefined) throw new RangeError(`no kommun ${slug} among the seeds`);
	return id;
}
