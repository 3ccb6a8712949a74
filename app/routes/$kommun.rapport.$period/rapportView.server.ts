import { formatPeriod } from "#app/domain/format.ts";
import type { AskedPublished } from "#app/rapport/askedPublished.server.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { differenceBetween, type RapportDifference } from "#app/rapport/difference.ts";
import { publicRapportPath } from "#app/rapport/publicPaths.ts";
import { findingOf, whenOf } from "#app/rapport/publicSummary.ts";
import type { PublishedEdition } from "#app/rapport/published.server.ts";
import { RAPPORT_FORMATS } from "#app/rapport/rapportFormats.ts";

export interface PublicRapportView {
	kommun: { slug: string; name: string };
	/** "Tertial 1 2018" */
	periodName: string;
	when: string;
	finding: string;
	/** The page's own path, the same however it was asked for. */
	path: string;
	content: RapportContent;
	files: { label: string; to: string }[];
	/** The reports of other dokument for the same period. */
	others: { title: string; to: string }[];
	/** What has come in its place; null: this one holds. */
	replacedBy: { edition: number; to: string } | null;
	/** Why this edition was made; the difference is null where the one before it is not published. */
	rattelse: { reason: string; earlier: { edition: number; to: string; difference: RapportDifference } | null } | null;
}

/** What the public page of a report shows. */
export function rapportView({ kommun, rapporter, rapport, edition }: AskedPublished): PublicRapportView {
	const { content } = edition;
	const { newest } = rapport;
	const address = { slug: kommun.slug, rapport, among: rapporter };
	const isReplaced = edition !== newest;
	const own = isReplaced ? { ...address, edition: edition.edition } : address;
	return {
		kommun,
		periodName: formatPeriod(content.period),
		when: whenOf(content.period),
		finding: findingOf(content.summary),
		path: publicRapportPath(own),
		content,
		files: RAPPORT_FORMATS.map(({ format, label }) => ({ label, to: publicRapportPath({ ...own, format }) })),
		others: rapporter
			.filter((other) => other !== rapport && other.periodCode === rapport.periodCode)
			.map((other) => ({
				title: other.newest.content.dokument.title,
				to: publicRapportPath({ ...address, rapport: other }),
			})),
		replacedBy: isReplaced ? { edition: newest.edition, to: publicRapportPath(address) } : null,
		rattelse: content.rattelse && {
			reason: content.rattelse.reason,
			earlier: earlierThan(edition, { address, all: rapport.replaced }),
		},
	};
}

function earlierThan(
	{ edition, content }: PublishedEdition,
	{
		address,
		all,
	}: { address: Omit<Parameters<typeof publicRapportPath>[0], "edition">; all: readonly PublishedEdition[] },
) {
	const before = all.find((one) => one.edition < edition);
	if (!before) return null;
	return {
		edition: before.edition,
		to: publicRapportPath({ ...address, edition: before.edition }),
		difference: differenceBetween(before.content, content),
	};
}

/** "5 av 7 utlovade aktiviteter nådda, januari–april 2018. Version 1, ersatt av version 2." */
export function descriptionOf({ finding, when, content, replacedBy, kommun }: PublicRapportView): string {
	const version = replacedBy ? ` Version ${content.edition}, ersatt av version ${replacedBy.edition}.` : "";
	const example = content.isExample ? "Exempeldata. " : "";
	return `${example}${kommun.name}: ${finding}, ${when}.${version}`;
}
