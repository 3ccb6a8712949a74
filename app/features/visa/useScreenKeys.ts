import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";

/** Where the keys and the links of a screen lead. */
export interface ScreenLinks {
	first: string;
	previous: string | null;
	next: string | null;
	last: string;
}

/** Where the keys mean something of their own: the caret, the choice. */
const FIELDS = "input, textarea, select, [contenteditable]";

/** The keys of a keyboard and of a remote control; a held Ctrl, Alt or Cmd is the browser's, and what is typed the field's. */
export function useScreenKeys(links: ScreenLinks) {
	const navigate = useNavigate();
	useEffect(() => {
		const targets: Record<string, string | null> = {
			ArrowLeft: links.previous,
			PageUp: links.previous,
			ArrowRight: links.next,
			PageDown: links.next,
			Home: links.first,
			End: links.last,
		};
		function onKey(event: KeyboardEvent) {
			const to = targets[event.key];
			if (!to || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
			if (event.target instanceof Element && event.target.closest(FIELDS)) return;
			event.preventDefault();
			navigate(to, { replace: true, preventScrollReset: true });
		}
		window.addEventListener("keydown", onKey);
		return () => window.removeEventListener("keydown", onKey);
	}, [navigate, links]);
}
