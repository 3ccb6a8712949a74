import { MissingRapport } from "#app/domain/fault.ts";
import { formatPeriod, lowerFirst } from "#app/domain/format.ts";
import type { Db } from "#db/connection.server.ts";
import { askedPeriod } from "./askedPeriod.ts";
import {
	findPublishedKommun,
	type PublishedEdition,
	type PublishedKommun,
	type PublishedRapport,
} from "./published.server.ts";

export interface AskedPublished extends PublishedKommun {
	/** With every published edition of it. */
	rapport: PublishedRapport;
	/** The edition asked for. */
	edition: PublishedEdition;
}

interface Asked {
	/** From the address, as they stand there. */
	slug: string | undefined;
	periodCode: string | undefined;
	/** `dokument`, else the first that has a published report of the period; `version`, else the one that holds. */
	query: URLSearchParams;
}

/**
 * The published report that a public address asks for. One that is not published, or has been recalled, is not there.
 *
 * @throws MissingRapport, or Fault `not_found` where there is no such kommun; in words for whoever followed or wrote the address
 */
export async function findAskedPublished(db: Db, asked: Asked): Promise<AskedPublished> {
	const published = await findPublishedKommun(db, asked.slug);
	const period = askedPeriod(asked.periodCode);
	const ofPeriod = published.rapporter.filter(({ periodCode }) => periodCode === period.code);
	if (ofPeriod.length === 0)
		throw new MissingRapport(
			`Ingen rapport för ${lowerFirst(formatPeriod(period))} är publicerad. Välj en annan period.`,
		);
	const dokument = asked.query.get("dokument");
	const rapport = ofPeriod.find(({ dokumentId }) => dokument === null || String(dokumentId) === dokument);
	if (!rapport) throw new MissingRapport("Dokumentet har ingen publicerad rapport för den här perioden.");
	const version = asked.query.get("version");
	const edition = [rapport.newest, ...rapport.replaced].find(
		(one) => version === null || String(one.edition) === version,
	);
	if (!edition) throw new MissingRapport("Rapporten har ingen sådan publicerad version.");
	return { ...published, rapport, edition };
}
