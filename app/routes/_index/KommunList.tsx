import { Heading } from "#app/ui/Heading.tsx";

interface KommunListProps {
	kommuner: readonly {
		slug: string;
		name: string;
		/** "maj–augusti 2018"; null: nothing is published yet */
		published: string | null;
	}[];
}

/** The way to each kommun's public page. */
export function KommunList({ kommuner }: KommunListProps) {
	return (
		<section aria-labelledby="kommuner">
			<Heading level={2} id="kommuner">
				Välj kommun
			</Heading>
			<ul className="start-kommuner">
				{kommuner.map(({ slug, name, published }) => (
					<li key={slug}>
						<a className="start-kommun" href={`/${slug}`}>
							{name}
						</a>
						<span className="start-published">
							{published ? `Senaste rapport: ${published}` : "Inget publicerat ännu"}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
