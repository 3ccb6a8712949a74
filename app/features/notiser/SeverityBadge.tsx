import type { ReactNode } from "react";
import { NOTIS_SEVERITY_WORD, type NotisSeverity } from "#app/notiser/notis.ts";

/** Not reached and behind look as they do everywhere; the others have shapes of their own. */
const DRAWINGS: Record<NotisSeverity, ReactNode> = {
	forsenat: <path d="M8 1.75 14.5 13.75H1.5ZM8 6v3.75M8 11.75v.01" />,
	ej_natt: <circle cx="8" cy="8" r="6" />,
	efter: (
		<>
			<circle cx="8" cy="8" r="6" />
			<path d="M8 8V2a6 6 0 0 1 6 6z" fill="currentColor" stroke="none" />
		</>
	),
	vantar: <path d="M4 2h8M4 14h8M5 2v2.25L8 8l3-3.75V2M5 14v-2.25L8 8l3 3.75V14" />,
	snart: <path d="M2.5 3.75h11v10h-11zM2.5 7h11M5.5 2v3M10.5 2v3" />,
};

/** How much it needs somebody: one word and one shape. The colour only repeats what they say. */
export function SeverityBadge({ severity }: { severity: NotisSeverity }) {
	return (
		<span className="status-badge severity" data-severity={severity}>
			<svg
				className="status-shape"
				viewBox="0 0 16 16"
				width="16"
				height="16"
				fill="none"
				stroke="currentColor"
				strokeWidth="1.75"
				strokeLinejoin="round"
				strokeLinecap="round"
				aria-hidden="true"
				focusable="false"
			>
				{DRAWINGS[severity]}
			</svg>
			<span>{NOTIS_SEVERITY_WORD[severity]}</span>
		</span>
	);
}
