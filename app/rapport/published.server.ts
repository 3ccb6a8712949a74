import { Fault } from "#app/domain/fault.ts";
import type { Db } from "#db/connection.server.ts";
import { findKommunBySlug } from "#db/kommun.server.ts";
import { findAllPublished, type PublishedRow } from "#db/snapshot.server.ts";
import { type RapportContent, readContent } from "./content.ts";

/** A report that anybody may read, with every published edition of it. */
export interface PublishedRapport {
	dokumentId: number;
	periodCode: string;
	/** The one that holds. */
	newest: PublishedEdition;
	/** The ones that it replaced, the latest first. */
	replaced: PublishedEdition[];
}

export interface PublishedEdition {
	edition: number;
	code: string;
	/** The public content that was signed: what is not for everybody is not in it. */
	content: RapportContent;
	/** The seal of the public content. */
	seal: { canonicalContent: string; sha256: string; signature: string; keyId: string };
}

export interface PublishedKommun {
	kommun: { slug: string; name: string };
	/** The newest period first. */
	rapporter: PublishedRapport[];
}

/**
 * All that anybody may read of a kommun. Nothing else of it is asked for.
 *
 * @throws Fault `not_found` where there is no such kommun
 */
export async function findPublishedKommun(db: Db, slug: string | undefined): Promise<PublishedKommun> {
	const kommun = slug && (await findKommunBySlug(db, slug));
	if (!kommun)
		throw new Fault("not_found", "Här finns ingen sida. Adressen kan vara felskriven. Välj din kommun på startsidan.");
	const rapporter: PublishedRapport[] = [];
	for (const row of await findAllPublished(db, { kommunId: kommun.id })) {
		const { dokumentId, periodCode } = row;
		const same = rapporter.find((known) => known.dokumentId === dokumentId && known.periodCode === periodCode);
		if (same) same.replaced.push(toEdition(row));
		else rapporter.push({ dokumentId, periodCode, newest: toEdition(row), replaced: [] });
	}
	return { kommun: { slug: kommun.slug, name: kommun.name }, rapporter };
}

/**
 * The reports that tell how it goes now: the newest of each dokument that was still in force in the newest period
 * published. Others are history.
 */
export function currentRapporter(rapporter: readonly PublishedRapport[]): PublishedRapport[] {
	const [newest] = rapporter;
	if (!newest) return [];
	const { from } = newest.newest.content.period;
	const firstOfEach = rapporter.filter(
		(rapport, index) => rapporter.findIndex(({ dokumentId }) => dokumentId === rapport.dokumentId) === index,
	);
	return firstOfEach.filter(
		({ newest: { content } }) => content.dokument.inForceTo === null || content.dokument.inForceTo >= from,
	);
}

function toEdition(row: PublishedRow): PublishedEdition {
	const { edition, code, publicContent, publicSha256, publicSignature, keyId } = row;
	return {
		edition,
		code,
		content: readContent(publicContent),
		seal: { canonicalContent: publicContent, sha256: publicSha256, signature: publicSignature, keyId },
	};
}
