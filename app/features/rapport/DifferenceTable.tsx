import type { DifferenceLine } from "#app/rapport/difference.ts";
import { DataTable } from "#app/ui/DataTable.tsx";

interface DifferenceTableProps {
	caption: string;
	lines: readonly DifferenceLine[];
	/** The edition that was put right, and the one that did it. */
	before: number;
	after: number;
}

/** What a rättelse changed, place by place: what it said and what it says. */
export function DifferenceTable({ caption, lines, before, after }: DifferenceTableProps) {
	return (
		<DataTable
			caption={caption}
			rowHeaders
			onPhone="stack"
			columns={[{ label: "Var" }, { label: `Version ${before}` }, { label: `Version ${after}` }]}
			rows={lines.map((line) => [line.where, line.before, line.after])}
		/>
	);
}
