import type { ReactNode } from "react";

type Gap = "xs" | "sm" | "md" | "lg" | "xl";

interface LayoutProps {
	gap?: Gap;
	children: ReactNode;
}

/** One under the other. */
export function Stack({ gap = "md", children }: LayoutProps) {
	return (
		<div className="stack" data-gap={gap}>
			{children}
		</div>
	);
}

interface ClusterProps extends LayoutProps {
	/** `between` pushes the first and the last apart. */
	justify?: "start" | "between" | "end";
}

/** Beside one another as long as there is room: tags, buttons. */
export function Cluster({ gap = "sm", justify = "start", children }: ClusterProps) {
	return (
		<div className="cluster" data-gap={gap} data-justify={justify}>
			{children}
		</div>
	);
}

/** A wide part and a narrow part beside it; one under the other where there is no room. */
export function Split({ main, aside }: { main: ReactNode; aside: ReactNode }) {
	return (
		<div className="split">
			<div className="split-main">{main}</div>
			<div className="split-aside">{aside}</div>
		</div>
	);
}

/** Running text of a readable width, with headings, lists and links as they come. */
export function Prose({ children }: { children: ReactNode }) {
	return <div className="prose">{children}</div>;
}
