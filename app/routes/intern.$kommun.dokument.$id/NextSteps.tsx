import { Link } from "@remix-run/react";
import { Card } from "#app/ui/Card.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import type { NextStep } from "./nextSteps.server.ts";

/** Where one goes from a dokument that was just put in force. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
	if (steps.length === 0) return null;
	return (
		<Card as="section" tone="tinted" aria-labelledby="ga-vidare" className="dokument-page__next">
			<Heading level={2} size="sm" id="ga-vidare">
				Gör så här sedan
			</Heading>
			<ul>
				{steps.map(({ label, to, why }) => (
					<li key={to}>
						<Link to={to}>{label}</Link>
						{why && <span className="dokument-page__why">{why}</span>}
					</li>
				))}
			</ul>
		</Card>
	);
}
