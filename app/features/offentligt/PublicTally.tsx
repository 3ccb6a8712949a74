import { StatusBadge } from "#app/features/StatusBadge.tsx";
import type { TallyLine } from "#app/rapport/publicSummary.ts";
import "./offentligt.css";

/** How many are reached, on their way, behind: each with its shape. */
export function PublicTally({ tally }: { tally: readonly TallyLine[] }) {
	return (
		<ul className="public-tally">
			{tally.map(({ status, words }) => (
				<li key={status}>
					<StatusBadge status={status} words={words} />
				</li>
			))}
		</ul>
	);
}
