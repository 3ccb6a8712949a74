import type { ReactNode } from "react";

interface EmptyStateProps {
	title: string;
	/** Why it is empty, and what to do about it. */
	children?: ReactNode;
	actions?: ReactNode;
}

export function EmptyState({ title, children, actions }: EmptyStateProps) {
	return (
		<div className="empty-state">
			<p className="empty-state-title">{title}</p>
			{children && <div className="empty-state-body">{children}</div>}
			{actions && <div className="cluster">{actions}</div>}
		</div>
	);
}
