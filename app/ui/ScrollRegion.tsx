import type { ReactNode } from "react";

interface ScrollRegionProps {
	className: string;
	/** What the region is called: the id of what names it, or the name itself. */
	name: { "aria-labelledby": string } | { "aria-label": string };
	children: ReactNode;
}

/** What is wider than the page scrolls in a frame of its own. A keyboard must be able to scroll it, so it takes focus. */
export function ScrollRegion({ className, name, children }: ScrollRegionProps) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable (WCAG 2.1.1)
		<section className={className} {...name} tabIndex={0}>
			{children}
		</section>
	);
}
