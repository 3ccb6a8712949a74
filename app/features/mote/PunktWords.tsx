import { Link } from "@remix-run/react";
import type { PunktView } from "./punktView.ts";
import "./punkt.css";

interface PunktWordsProps {
	punkt: PunktView;
	/** Leaves out a quotation that the title begins: there is room for the one or the other. */
	isBrief?: boolean;
}

/** Why an item is on the agenda, and where to read more: what was known before anybody said anything. */
export function PunktWords({ punkt, isBrief = false }: PunktWordsProps) {
	const { rapport, lines, links, title } = punkt;
	const quotation = isBrief && punkt.quotation?.startsWith(title.replace(/ …$/, "")) ? null : punkt.quotation;
	return (
		<>
			{rapport && (
				<>
					<p className="punkt-finding">{rapport.finding}</p>
					<p className="mote-quiet">{rapport.name}</p>
				</>
			)}
			{lines.map((line) => (
				<p key={line} className="punkt-line">
					{line}
				</p>
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
