import type { MouseEvent } from "react";

/**
 * Follows a link within the page. With JavaScript the address stays as it is, since the router would take a new one for a step
 * back; and what stands in the column of the text is scrolled there alone, so that the card that one came from stays in sight.
 */
export function goTo(event: MouseEvent<HTMLAnchorElement>): void {
	const target = document.getElementById(event.currentTarget.hash.slice(1));
	if (!target) return;
	event.preventDefault();
	for (let around = target.parentElement; around; around = around.parentElement)
		if (around instanceof HTMLDetailsElement) around.open = true;
	const frame = target.closest<HTMLElement>("[data-scrolls]");
	if (frame && frame.scrollHeight > frame.clientHeight + 1) {
		const offset = target.getBoundingClientRect().top - frame.getBoundingClientRect().top;
		frame.scrollTo({ top: frame.scrollTop + offset - frame.clientHeight / 3 });
	} else target.scrollIntoView({ block: "start" });
	const focused = target.matches("mark") ? target.querySelector("a") : target;
	(focused ?? target).focus({ preventScroll: true });
}
