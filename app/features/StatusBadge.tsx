import type { ReactNode } from "react";
import { STATUS_SHAPE, STATUS_WORD, type Status } from "#app/domain/status.ts";

/** The shapes as drawings: every font has its own idea of "◔", and many have none. */
const DRAWINGS: Record<string, ReactNode> = {
	"●": <circle cx="8" cy="8" r="6.75" fill="currentColor" stroke="none" />,
	"◐": (
		<>
			<circle cx="8" cy="8" r="6" />
			<path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" stroke="none" />
		</>
	),
	"◔": (
		<>
			<circle cx="8" cy="8" r="6" />
			<path d="M8 8V2a6 6 0 0 1 6 6z" fill="currentColor" stroke="none" />
		</>
	),
	"○": <circle cx="8" cy="8" r="6" />,
	"◇": <path d="M8 1.75L14.25 8 8 14.25 1.75 8z" />,
	"–": <path d="M2.5 8h11" />,
};

interface StatusBadgeProps {
	status: Status;
	/** The shape alone, where the word would only repeat what stands beside it; it is still read aloud. */
	isCompact?: boolean;
	/** Said in place of the word alone: "3 nådda". */
	words?: string;
}

/** One word and one shape. The colour only repeats what they say. */
export function StatusBadge({ status, isCompact, words = STATUS_WORD[status] }: StatusBadgeProps) {
	return (
		<span className="status-badge" data-status={status}>
			<StatusShape status={status} />
			<span className={isCompact ? "visually-hidden" : undefined}>{words}</span>
		</span>
	);
}

function StatusShape({ status }: { status: Status }) {
	return (
		<svg
			className="status-shape"
			viewBox="0 0 16 16"
			width="16"
			height="16"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.75"
			aria-hidden="true"
			focusable="false"
		>
			{DRAWINGS[STATUS_SHAPE[status]]}
		</svg>
	);
}
