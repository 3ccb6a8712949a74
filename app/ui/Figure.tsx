import type { ReactNode } from "react";

interface BigFigureProps {
	/** "5 av 7", "12", "20 av minst 8" */
	value: ReactNode;
	/** "aktiviteter nådda" */
	label: ReactNode;
	/** `attention` for what somebody has to do something about. */
	tone?: "plain" | "attention";
}

/** A figure that is read across a meeting table. Its digits are equally wide. */
export function BigFigure({ value, label, tone = "plain" }: BigFigureProps) {
	return (
		<p className="big-figure" data-tone={tone}>
			<strong className="big-figure-value">{value}</strong> <span className="big-figure-label">{label}</span>
		</p>
	);
}
