import { Heading } from "#app/ui/Heading.tsx";
import type { HistoryYear } from "./kommunView.server.ts";

/** Earlier reports year by year, with the versions that a rättelse replaced. */
export function History({ years }: { years: readonly HistoryYear[] }) {
	return (
		<section className="public-section" aria-labelledby="tidigare">
			<Heading level={2} size="md" id="tidigare">
				Tidigare uppföljningar
			</Heading>
			{years.map(({ year, rapporter }) => (
				<section key={year} className="public-year" aria-labelledby={`ar-${year}`}>
					<Heading level={3} size="xs" id={`ar-${year}`}>
						{year}
					</Heading>
					<ul className="public-history">
						{rapporter.map(({ to, periodName, dokumentTitle, finding, edition, replaced }) => (
							<li key={to}>
								<a href={to}>{periodName}</a>
								<span>{finding}</span>
								<span className="muted">
									{dokumentTitle}
									{replaced.length > 0 && `. Version ${edition}`}
									{replaced.map((earlier) => (
										<span key={earlier.edition}>
											, <a href={earlier.to}>version {earlier.edition} (ersatt)</a>
										</span>
									))}
								</span>
							</li>
						))}
					</ul>
				</section>
			))}
		</section>
	);
}
