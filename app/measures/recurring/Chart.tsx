import { ScrollRegion } from "#app/ui/ScrollRegion.tsx";
import { MonthStrip } from "../MonthStrip.tsx";
import type { SlotFact } from "../types.ts";
import type { RecurringChart, SlotCounts } from "./calculation.ts";
import type { GridCell, RecurringGrid } from "./grid.ts";

const MARK: Record<SlotFact["state"], { glyph: string; word: string }> = {
	done: { glyph: "■", word: "gjord" },
	missed: { glyph: "□", word: "missad" },
	excused: { glyph: "◪", word: "inställd" },
	open: { glyph: "·", word: "ej dags" },
};
const STATES = ["done", "missed", "excused", "open"] as const;

/** A mark per expected tillfälle, in a table that is also read aloud; where nothing is expected the months. */
export function Chart({ chart, titleId }: { chart: RecurringChart; titleId: string }) {
	if (chart.months) return <MonthStrip months={chart.months} titleId={titleId} />;
	return (
		<div className="measure-chart-stack">
			<Grid grid={chart.grid} titleId={titleId} />
			<Tally counts={chart.counts} />
		</div>
	);
}

function Grid({ grid, titleId }: { grid: RecurringGrid; titleId: string }) {
	const { columns, rows, areColumnLabelsHidden } = grid;
	return (
		<ScrollRegion className="measure-scroll" name={{ "aria-labelledby": titleId }}>
			<table className="measure-grid" aria-labelledby={titleId}>
				<thead className={areColumnLabelsHidden ? "visually-hidden" : undefined}>
					<tr>
						<td />
						{columns.map((column) => (
							<th key={column.key} scope="col">
								{column.label}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.label}>
							<th scope="row">{row.label}</th>
							{columns.map((column, index) => (
								<td key={column.key}>
									{row.cells[index]?.map((cell) => (
										<Mark key={cell.key} cell={cell} />
									))}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

function Mark({ cell: { label, state, reason, text } }: { cell: GridCell }) {
	const { glyph, word } = MARK[state];
	return (
		<span className="measure-grid-mark" data-state={state}>
			<span className="measure-glyph" data-state={state} aria-hidden="true">
				{glyph}
			</span>
			{text && <span aria-hidden="true"> {text}</span>}
			<span className="visually-hidden">
				{label}: {word}
				{reason && ` (${reason})`}
			</span>
		</span>
	);
}

/** "■ 34 gjorda …": says what the marks mean and how many there are of each. */
export function Tally({ counts }: { counts: SlotCounts }) {
	return (
		<ul className="measure-tally">
			{STATES.filter((state) => counts[state] > 0).map((state) => (
				<li key={state}>
					<span className="measure-glyph" data-state={state} aria-hidden="true">
						{MARK[state].glyph}
					</span>{" "}
					{MARK[state].word} {counts[state]}
				</li>
			))}
		</ul>
	);
}
