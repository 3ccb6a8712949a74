import type { ReactNode } from "react";

export type HeadingLevel = 1 | 2 | 3 | 4;
type HeadingSize = "xl" | "lg" | "md" | "sm" | "xs";

const USUAL_SIZE: Record<HeadingLevel, HeadingSize> = { 1: "xl", 2: "lg", 3: "md", 4: "sm" };

interface HeadingProps {
	level: HeadingLevel;
	/** How large it looks, when that differs from its rank on the page. */
	size?: HeadingSize;
	id?: string;
	children: ReactNode;
}

export function Heading({ level, size = USUAL_SIZE[level], id, children }: HeadingProps) {
	const Element = `h${level}` as const;
	return (
		<Element className="ds-heading" data-size={size} id={id}>
			{children}
		</Element>
	);
}
