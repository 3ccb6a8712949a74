import { formatPeriod } from "#app/domain/format.ts";
import { publicRapportPath } from "#app/rapport/publicPaths.ts";
import { findingOf, type PublicSummary, publicSummary } from "#app/rapport/publicSummary.ts";
import { currentRapporter, type PublishedKommun, type PublishedRapport } from "#app/rapport/published.server.ts";
import { RAPPORT_FORMATS } from "#app/rapport/rapportFormats.ts";

export interface KommunView {
	kommun: { slug: string; name: string };
	/** The newest report of each dokument in force; empty while nothing is published. */
	sections: KommunSection[];
	/** The years of the earlier reports, the newest first. */
	history: HistoryYear[];
}

export interface KommunSection {
	dokumentId: number;
	dokumentTitle: string;
	summary: PublicSummary;
	rapportTo: string;
	files: { label: string; to: string }[];
	/** Why it is not the first version, and where the earlier ones are. */
	rattelse: { edition: number; reason: string } | null;
	replaced: EarlierEdition[];
}

export interface HistoryYear {
	year: number;
	rapporter: {
		to: string;
		/** "Tertial 1 2018" */
		periodName: string;
		dokumentTitle: string;
		finding: string;
		edition: number;
		replaced: EarlierEdition[];
	}[];
}

interface EarlierEdition {
	edition: number;
	to: string;
}

/** What the public start page of a kommun shows. */
export function kommunView({ kommun, rapporter }: PublishedKommun): KommunView {
	const pathOf = (rapport: PublishedRapport) => ({ slug: kommun.slug, rapport, among: rapporter });
	const replacedOf = (rapport: PublishedRapport) =>
		rapport.replaced.map(({ edition }) => ({ edition, to: publicRapportPath({ ...pathOf(rapport), edition }) }));
	const current = currentRapporter(rapporter);
	const earlier = rapporter.filter((rapport) => !current.includes(rapport));
	return {
		kommun,
		sections: current.map((rapport) => {
			const { content, edition } = rapport.newest;
			return {
				dokumentId: rapport.dokumentId,
				dokumentTitle: content.dokument.title,
				summary: publicSummary(content),
				rapportTo: publicRapportPath(pathOf(rapport)),
				files: RAPPORT_FORMATS.map(({ format, label }) => ({
					label,
					to: publicRapportPath({ ...pathOf(rapport), format }),
				})),
				rattelse: content.rattelse && { edition, reason: content.rattelse.reason },
				replaced: replacedOf(rapport),
			};
		}),
		history: byYear(earlier).map(({ year, rapporter: ofYear }) => ({
			year,
			rapporter: ofYear.map((rapport) => ({
				to: publicRapportPath(pathOf(rapport)),
				periodName: formatPeriod(rapport.newest.content.period),
				dokumentTitle: rapport.newest.content.dokument.title,
				finding: findingOf(rapport.newest.content.summary),
				edition: rapport.newest.edition,
				replaced: replacedOf(rapport),
			})),
		})),
	};
}

/** The finding, for whoever sees the page shared somewhere. */
export function descriptionOf({ kommun, sections }: Pick<KommunView, "kommun" | "sections">): string {
	if (sections.length === 0) return `Ingen uppföljning av medborgarlöftena i ${kommun.name} är publicerad ännu.`;
	const example = sections.some(({ summary }) => summary.isExample) ? "Exempeldata. " : "";
	return example + sections.map(({ summary }) => `${summary.finding}, ${summary.when}.`).join(" ");
}

function byYear(rapporter: readonly PublishedRapport[]): { year: number; rapporter: PublishedRapport[] }[] {
	const years = [...new Set(rapporter.map(({ newest }) => newest.content.period.year))];
	return years
		.sort((a, b) => b - a)
		.map((year) => ({ year, rapporter: rapporter.filter(({ newest }) => newest.content.period.year === year) }));
}
