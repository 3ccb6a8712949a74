import type { ReactNode } from "react";

type AlertTone = "info" | "success" | "warning" | "danger";

interface AlertProps {
	tone: AlertTone;
	title?: string;
	children?: ReactNode;
	/** `status` when it appears as an answer to what somebody just did. */
	role?: "status" | "alert";
	id?: string;
}

export function Alert({ tone, title, children, role, id }: AlertProps) {
	return (
		<div className="ds-alert" data-color={tone} role={role} id={id}>
			{title && <p className="alert-title">{title}</p>}
			{children && <div className="alert-body">{children}</div>}
		</div>
	);
}
