import type { ReactNode } from "react";
import { Disclosure } from "./Disclosure.tsx";
import { Heading, type HeadingLevel } from "./Heading.tsx";

interface ChartFrameProps {
	/** The id of the heading; give the chart the same as its `titleId`. */
	id: string;
	/** What the chart shows, as a whole phrase: "9 av minst 10 riktade insatser". */
	finding: ReactNode;
	/** What explains it, one short sentence each. */
	remarks?: readonly string[];
	chart: ReactNode;
	/** The same figures as a table. */
	table: ReactNode;
	tag?: ReactNode;
	level?: HeadingLevel;
	isTableOpen?: boolean;
}

/** A chart never stands alone: its finding above, its table below (always open on paper). */
export function ChartFrame({ id, finding, remarks = [], chart, table, tag, level = 3, isTableOpen }: ChartFrameProps) {
	return (
		<figure className="chart-frame" aria-labelledby={id}>
			<figcaption className="chart-frame-finding">
				<Heading level={level} size="md" id={id}>
					{finding}
				</Heading>
				{tag}
			</figcaption>
			{remarks.length > 0 && (
				<div className="chart-frame-remarks">
					{remarks.map((remark) => (
						<p key={remark}>{remark}</p>
					))}
				</div>
			)}
			<div className="chart-frame-chart">{chart}</div>
			<Disclosure summary="Siffrorna som tabell" isOpen={isTableOpen}>
				{table}
			</Disclosure>
		</figure>
	);
}
