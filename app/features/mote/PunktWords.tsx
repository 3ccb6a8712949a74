import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import type { PunktView } from "./punktView.ts";
import "./punkt.css";

interface PunktWordsProps {
	punkt: PunktView;
	/** What shows the first line, right below it; the line gets the id. */
	finding?: { id: string; shown: ReactNode } | undefined;
}

/** Why an item is on the agenda, and where to read more: what was known before anybody said anything. */
export function PunktWords({ punkt, finding }: PunktWordsProps) {
	const { rapport, lines, links, quotation } = punkt;
	return (
		<>
			{rapport && (
				<>
					<p className="punkt-finding">{rapport.finding}</p>
					<p className="mote-quiet">{rapport.name}</p>
				</>
			)}
			{lines.map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: somebody may write the same line twice, and lines are never moved
				<Fragment key={index}>
					<p className="punkt-line" id={index === 0 ? finding?.id : undefined}>
						{line}
					</p>
					{index === 0 && finding?.shown}
				</Fragment>
			))}
			{quotation && <blockquote className="punkt-quotation">{quotation}</blockquote>}
			{rapport && rapport.begardaBeslut.length > 0 && (
				<dl className="punkt-asked">
					{rapport.begardaBeslut.map(({ term, text }) => (
						<div key={term}>
							<dt>{term}</dt>
							<dd>{text}</dd>
						</div>
					))}
				</dl>
			)}
			{links.length > 0 && (
				<ul className="punkt-links">
					{links.map(({ label, to }) => (
						<li key={to}>
							<Link to={to}>{label}</Link>
						</li>
					))}
				</ul>
			)}
		</>
	);
}
