import { type ReactNode, useEffect, useRef } from "react";

interface DisclosureProps {
	summary: ReactNode;
	isOpen?: boolean;
	children: ReactNode;
}

/** Opens without JavaScript. On paper it is always open. */
export function Disclosure({ summary, isOpen, children }: DisclosureProps) {
	const details = useRef<HTMLDetailsElement>(null);
	useEffect(() => openWhilePrinting(details.current), []);
	return (
		<details className="disclosure" open={isOpen} ref={details}>
			<summary>{summary}</summary>
			<div className="disclosure-body">{children}</div>
		</details>
	);
}

/** print.css opens it in browsers that know ::details-content; this is for the others. */
function openWhilePrinting(details: HTMLDetailsElement | null) {
	if (!details) return;
	let wasOpen = details.open;
	const open = () => {
		wasOpen = details.open;
		details.open = true;
	};
	const restore = () => {
		details.open = wasOpen;
	};
	window.addEventListener("beforeprint", open);
	window.addEventListener("afterprint", restore);
	return () => {
		window.removeEventListener("beforeprint", open);
		window.removeEventListener("afterprint", restore);
	};
}
