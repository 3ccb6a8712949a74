import type { ReactNode } from "react";
import { ButtonLink } from "#app/ui/Button.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";

interface NothingToFollowProps {
	title: string;
	/** The kommun's own `/kom-igang`. */
	to: string;
	children: ReactNode;
}

/** In place of what a page shows once the kommun has a dokument: why it is empty, and the way on. */
export function NothingToFollow({ title, to, children }: NothingToFollowProps) {
	return (
		<EmptyState
			title={title}
			actions={
				<ButtonLink to={to} variant="secondary">
					Se vad som är kvar
				</ButtonLink>
			}
		>
			{children}
		</EmptyState>
	);
}
