import { Link } from "@remix-run/react";
import { ExampleTag } from "#app/features/ExampleTag.tsx";
import { Heading } from "#app/ui/Heading.tsx";

export interface LatestRegistreringarProps {
	rows: { id: number; to: string; date: string; text: string; isExample: boolean }[];
	total: number;
	allTo: string;
}

/** The newest registreringar behind the figures, one click from where they are mended. */
export function LatestRegistreringar({ rows, total, allTo }: LatestRegistreringarProps) {
	return (
		<section className="aktivitet__section">
			<Heading level={2} size="md">
				Senast registrerat
			</Heading>
			{rows.length === 0 && <p className="muted">Inget är registrerat än.</p>}
			<ul className="aktivitet__lines">
				{rows.map((row) => (
					<li key={row.id} className="aktivitet__line aktivitet__line--dated">
						<Link to={row.to}>{row.date}</Link> <span>{row.text}</span> {row.isExample && <ExampleTag />}
					</li>
				))}
			</ul>
			{total > rows.length && (
				<p className="aktivitet__all">
					<Link to={allTo}>Visa alla {total} registreringar</Link>
				</p>
			)}
		</section>
	);
}
