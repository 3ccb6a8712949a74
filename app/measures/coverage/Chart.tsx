import { formatNumber } from "#app/domain/format.ts";
import { ScrollRegion } from "#app/ui/ScrollRegion.tsx";
import { SquareStrip } from "../SquareStrip.tsx";
import type { CoverageChart, CoverageRow } from "./calculation.ts";

/** Place by period: how often, and whether the place is reached. The missing ones say so in words. */
export function Chart({ chart, titleId }: { chart: CoverageChart; titleId: string }) {
	return (
		<ScrollRegion className="measure-scroll" name={{ "aria-labelledby": titleId }}>
			<table className="measure-grid measure-matrix" aria-labelledby={titleId}>
				<thead>
					<tr>
						<td />
						<th scope="col">Nådd</th>
						{chart.columns.map((column) => (
							<th key={column} scope="col">
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{chart.rows.map((row) => (
						<Row key={row.platsId} row={row} chart={chart} />
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

function Row({ row, chart: { columns, times } }: { row: CoverageRow; chart: CoverageChart }) {
	return (
		<tr data-missing={row.isReached ? undefined : true}>
			<th scope="row">{row.name}</th>
			<td className="measure-matrix-verdict">
				<span className="measure-glyph" data-state={row.isReached ? "done" : "missed"} aria-hidden="true">
					{row.isReached ? "■" : "□"}
				</span>{" "}
				{row.isReached ? "nådd" : "saknas"}
				{times > 1 && `, ${formatNumber(row.total)} av ${times}`}
			</td>
			{columns.map((column, index) => (
				<td key={column}>
					<Quantity quantity={row.quantities[index] ?? null} />
				</td>
			))}
		</tr>
	);
}

function Quantity({ quantity }: { quantity: number | null }) {
	if (quantity === null)
		return (
			<>
				<span aria-hidden="true">·</span>
				<span className="visually-hidden">ej dags</span>
			</>
		);
	return <span className={quantity > 0 ? "measure-matrix-hit" : "measure-matrix-none"}>{formatNumber(quantity)}</span>;
}

export function MiniChart({ chart }: { chart: CoverageChart }) {
	const squares = chart.rows.map((row) => ({
		key: String(row.platsId),
		state: row.isReached ? ("done" as const) : ("missed" as const),
	}));
	return <SquareStrip squares={squares} label={chart.figure} />;
}
