import type { HTMLAttributes } from "react";

interface CardProps extends HTMLAttributes<HTMLElement> {
	as?: "div" | "section" | "article" | "li";
	/** `attention` marks what somebody has to look at, with the warm colour along the edge. */
	tone?: "plain" | "tinted" | "attention";
}

/**
 * A framed group. Where its heading holds a link with the class `card-link`, the whole card can be pressed.
 */
export function Card({ as: Element = "div", tone = "plain", className, ...native }: CardProps) {
	return <Element {...native} className={className ? `ds-card ${className}` : "ds-card"} data-tone={tone} />;
}
