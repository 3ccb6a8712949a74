import { Link } from "@remix-run/react";
import { useLookWhile } from "./useLookWhile.ts";
import "./import.css";

interface ImportProgressProps {
	/** "Kontrollerar raderna" */
	title: string;
	/** "Rad 4 000 av 10 000"; null: there is no telling. */
	steps: { done: number; total: number; text: string } | null;
	/** This page again, for browsers that do not look by themselves. */
	to: string;
}

/**
 * How far something has come that goes on in the server. The page looks again by itself, with JavaScript each second and
 * else every other.
 */
export function ImportProgress({ title, steps, to }: ImportProgressProps) {
	useLookWhile(true);
	return (
		<section className="import-progress" aria-labelledby="pagar">
			<p id="pagar" className="import-progress__title" role="status">
				{title}
			</p>
			<progress
				className="import-progress__bar"
				aria-labelledby="pagar"
				{...(steps && { value: steps.done, max: steps.total })}
			/>
			<p className="import-progress__steps">{steps ? steps.text : "Ett ögonblick …"}</p>
			<noscript>
				<meta httpEquiv="refresh" content="2" />
				<Link to={to} reloadDocument>
					Se hur långt det har kommit
				</Link>
			</noscript>
		</section>
	);
}
