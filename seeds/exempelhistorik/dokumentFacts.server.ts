import { measureModule } from "#app/measures/index.ts";
import { proposeParts } from "#app/measures/proposal.ts";
import type { Db } from "#db/connection.server.ts";
import { findFordelning } from "#db/fordelning.server.ts";
import { findAllFragor } from "#db/fraga.server.ts";
import { findAllLoggableMeasures } from "#db/measure.server.ts";
import { findDemoPerson } from "#db/person.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import type { Demoroll } from "./handelse.ts";

/** What the example history needs to know of a dokument that is in the database: ids for the words it is told in. */
export interface DokumentFacts {
	measure(name: string): MeasureFacts;
	plats(name: string): number;
	/** The demo account of the role in the kommun. */
	person(role: Demoroll): number;
	/** The fråga about the quoted words. */
	fraga(quotation: string): number;
	/** 0 while there is only the proposal. */
	fordelningVersion(measureId: number): Promise<number>;
}

interface MeasureFacts {
	id: number;
	aktivitetId: number;
	/** The app's own split of the minimum; null for a measure without one. */
	proposal: { parts: Record<string, number>; total: number } | null;
}

/** @throws RangeError, from each lookup, for a word that the dokument or its kommun does not have */
export async function findDokumentFacts(
	db: Db,
	{ kommunId, dokumentId }: { kommunId: number; dokumentId: number },
): Promise<DokumentFacts> {
	const { slug, from } = await db
		.selectFrom("dokument")
		.innerJoin("kommun", "kommun.id", "dokument.kommun_id")
		.select(["kommun.slug", "dokument.in_force_from as from"])
		.where("dokument.id", "=", dokumentId)
		.executeTakeFirstOrThrow();
	const all = await findAllLoggableMeasures(db, { kommunId, date: from });
	const measures = all
		.filter((measure) => measure.dokumentId === dokumentId)
		.map((measure) => ({
			name: measure.name,
			id: measure.id,
			aktivitetId: measure.aktivitetId,
			proposal: proposalOf(measure),
		}));
	const platser = await findAllPlatser(db, { kommunId });
	const fragor = await findAllFragor(db, { kommunId, dokumentId });
	const persons = {
		kommunpolis: await findDemoPerson(db, { role: "kommunpolis", kommunSlug: slug }),
		samordnare: await findDemoPerson(db, { role: "samordnare", kommunSlug: slug }),
		ledamot: await findDemoPerson(db, { role: "ledamot", kommunSlug: slug }),
		undertecknare: await findDemoPerson(db, { role: "undertecknare", kommunSlug: slug }),
	};
	return {
		measure: (name) => found(measures, name, (measure) => measure.name),
		plats: (name) => found(platser, name, (plats) => plats.name).id,
		person: (role) => persons[role] ?? missing(role),
		fraga: (quotation) => found(fragor, quotation, (fraga) => fraga.quotation).id,
		fordelningVersion: async (measureId) => (await findFordelning(db, { kommunId, measureId }))?.version ?? 0,
	};
}

function proposalOf(measure: Awaited<ReturnType<typeof findAllLoggableMeasures>>[number]): MeasureFacts["proposal"] {
	const { inForceFrom, inForceTo, periodKind, settings, kind } = measure;
	return proposeParts(kind, {
		versions: [{ validFrom: inForceFrom, settings: measureModule(kind).settingsSchema.parse(settings) }],
		inForce: { from: inForceFrom, to: inForceTo },
		periodKind,
		through: inForceFrom,
		fordelning: null,
	});
}

function found<Item>(items: readonly Item[], word: string, wordOf: (item: Item) => string | null): Item {
	return items.find((item) => wordOf(item) === word) ?? missing(word);
}

function missing(word: string): never {
	throw new RangeError(`the example history names ${word}, which is not there`);
}
