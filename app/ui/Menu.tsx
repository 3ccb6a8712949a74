import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from "react";

interface MenuProps {
	label: ReactNode;
	/** Which edge of the button the panel keeps to. */
	align?: "start" | "end";
	className?: string;
	children: ReactNode;
}

/** A button that unfolds a panel of links. Works as a plain `<details>`; with JavaScript it also folds itself. */
export function Menu({ label, align = "start", className, children }: MenuProps) {
	const details = useRef<HTMLDetailsElement>(null);
	const fold = () => {
		if (details.current) details.current.open = false;
	};
	const foldOnEscape = (event: KeyboardEvent) => {
		if (event.key !== "Escape" || !details.current?.open) return;
		fold();
		details.current.querySelector("summary")?.focus();
	};
	const foldWhenLeft = (event: FocusEvent) => {
		if (!event.currentTarget.contains(event.relatedTarget)) fold();
	};
	return (
		<details
			className={className ? `menu ${className}` : "menu"}
			data-align={align}
			ref={details}
			onKeyDown={foldOnEscape}
			onBlur={foldWhenLeft}
		>
			<summary>{label}</summary>
			<div className="menu-panel">{children}</div>
		</details>
	);
}
