import type { ReactNode } from "react";

export type TagTone = "neutral" | "info" | "warning";

/** A word about the thing beside it: "Exempeldata", "förslag", "efterregistrerad". */
export function Tag({ tone = "neutral", children }: { tone?: TagTone; children: ReactNode }) {
	return (
		<span className="ds-tag" data-color={tone}>
			{children}
		</span>
	);
}
