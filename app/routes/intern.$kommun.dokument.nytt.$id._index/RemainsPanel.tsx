import { FORCE_ANCHOR } from "#app/features/utkast/anchors.ts";
import { Card } from "#app/ui/Card.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { goTo } from "./goTo.ts";
import type { Remains } from "./reviewView.ts";

/** What is left, first on the page: how much, what may wait, and a way to each. */
export function RemainsPanel({ remains }: { remains: Remains }) {
	return (
		<Card
			as="section"
			tone={remains.isReady ? "tinted" : "attention"}
			aria-labelledby="kvar"
			className="utkast-remains"
		>
			<Heading level={2} size="sm" id="kvar">
				{remains.sentence}
			</Heading>
			<p>{remains.explanation}</p>
			{remains.items.length > 0 && (
				<ul>
					{remains.items.map(({ href, label }) => (
						<li key={`${href} ${label}`}>
							<a href={href} onClick={goTo}>
								{label}
							</a>
						</li>
					))}
					{remains.more > 0 && <li>och {remains.more} till</li>}
				</ul>
			)}
			{remains.isReady && (
				<p>
					<a href={`#${FORCE_ANCHOR}`} onClick={goTo}>
						Till sista steget
					</a>
				</p>
			)}
		</Card>
	);
}
