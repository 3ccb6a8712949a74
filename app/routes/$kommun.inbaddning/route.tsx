import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { MeasureLine } from "#app/features/offentligt/PublicAktivitetList.tsx";
import { PublicTally } from "#app/features/offentligt/PublicTally.tsx";
import { publicHeaders } from "#app/features/offentligt/publicHeaders.ts";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import { open } from "#app/http/protect.server.ts";
import { publicRapportPath } from "#app/rapport/publicPaths.ts";
import { publicSummary } from "#app/rapport/publicSummary.ts";
import { currentRapporter, findPublishedKommun } from "#app/rapport/published.server.ts";
import { Heading } from "#app/ui/Heading.tsx";
import { Wordmark } from "#app/ui/Wordmark.tsx";
import "./embed.css";

export const headers = publicHeaders;
export const handle: PageHandle = { isStatic: true, isBare: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Så går det med medborgarlöftena i ${data.kommun.name}` : "Sidan finns inte – Löfteskoll" },
	{ name: "robots", content: "noindex" },
];

/** The newest published figures as a small card, to be shown in a frame on another website. */
export const loader = open(async ({ db, params }) => {
	const { kommun, rapporter } = await findPublishedKommun(db, params.kommun);
	return {
		kommun,
		cards: currentRapporter(rapporter).map((rapport) => ({
			dokumentId: rapport.dokumentId,
			dokumentTitle: rapport.newest.content.dokument.title,
			summary: publicSummary(rapport.newest.content),
			rapportTo: publicRapportPath({ slug: kommun.slug, rapport, among: rapporter }),
		})),
	};
});

export default function Embedded() {
	const { kommun, cards } = useLoaderData<typeof loader>();
	return (
		<main className="embed">
			{cards.some(({ summary }) => summary.isExample) && (
				<p className="embed-example">Exempeldata. Det här är ingen verklig uppföljning.</p>
			)}
			<h1 className="embed-kommun">Medborgarlöften i {kommun.name}</h1>
			{cards.length === 0 && <p>Ingen uppföljning är publicerad ännu.</p>}
			{cards.map(({ dokumentId, dokumentTitle, summary, rapportTo }) => (
				<section key={dokumentId} className="embed-card" aria-labelledby={`dokument-${dokumentId}`}>
					{cards.length > 1 && <p className="public-dokument">{dokumentTitle}</p>}
					<Heading level={2} size="md" id={`dokument-${dokumentId}`}>
						{summary.finding}
					</Heading>
					<p className="muted">{summary.when}</p>
					<PublicTally tally={summary.tally} />
					<ul className="embed-list">
						{summary.aktiviteter.map(({ id, title, status, measures }) => (
							<li key={id}>
								<p className="embed-title">
									<strong>{title}</strong> <StatusBadge status={status} />
								</p>
								{measures.map((measure) => (
									<MeasureLine key={measure.id} measure={measure} />
								))}
							</li>
						))}
					</ul>
					<p>
						<a href={rapportTo} target="_top">
							Läs hela rapporten
						</a>
					</p>
				</section>
			))}
			<p className="embed-foot">
				<a href={`/${kommun.slug}`} target="_top" aria-label={`Så går det i ${kommun.name}, på Löfteskoll`}>
					<Wordmark />
				</a>
			</p>
		</main>
	);
}
