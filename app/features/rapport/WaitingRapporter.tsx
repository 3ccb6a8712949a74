import { Link } from "@remix-run/react";
import { lowerFirst } from "#app/domain/format.ts";
import "./waitingRapporter.css";

interface WaitingRapporterProps {
	/** Those that the reader, or somebody with the same role, is to carry on. */
	rapporter: readonly { key: string; period: string; to: string; next: { title: string } }[];
	/** Where all of them are. */
	listTo: string;
}

const SHOWN = 3;

/** The reports that wait for the reader, where they come in: which, and what each waits for. */
export function WaitingRapporter({ rapporter, listTo }: WaitingRapporterProps) {
	const more = rapporter.length - SHOWN;
	return (
		<ul className="waiting-rapporter">
			{rapporter.slice(0, SHOWN).map(({ key, period, to, next }) => (
				<li key={key}>
					<Link to={to}>Rapport {lowerFirst(period)}</Link>
					<span className="waiting-rapporter__why">{next.title}</span>
				</li>
			))}
			{more > 0 && (
				<li>
					<Link to={listTo}>{more === 1 ? "En rapport till" : `${more} rapporter till`}</Link>
				</li>
			)}
		</ul>
	);
}
