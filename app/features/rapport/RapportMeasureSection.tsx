import { formatCell } from "#app/features/formatCell.ts";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import { measureModule } from "#app/measures/index.ts";
import type { RapportMeasure } from "#app/rapport/content.ts";
import { ChartFrame } from "#app/ui/ChartFrame.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Heading } from "#app/ui/Heading.tsx";

interface RapportMeasureSectionProps {
	measure: RapportMeasure;
	/** Its status and name are then the aktivitet's. */
	isOnly: boolean;
}

/** The finding, the chart as it prints, and its table. */
export function RapportMeasureSection({ measure, isOnly }: RapportMeasureSectionProps) {
	return (
		<div className="rapport-measure">
			{!isOnly && (
				<header className="rapport-measure-head">
					<p className="rapport-label">{measure.name}</p>
					<StatusBadge status={measure.status} />
				</header>
			)}
			<RapportChart measure={measure} />
		</div>
	);
}

/** The finding with the static chart; where the chart would tell more than the public may know, the finding alone. */
export function RapportChart({ measure }: { measure: RapportMeasure }) {
	const { id, kind, headline, remarks, chart, table } = measure;
	const { Chart } = measureModule(kind);
	const titleId = `diagram-${id}`;
	if (chart === null || table === null)
		return (
			<div className="chart-frame">
				<Heading level={4} size="md" id={titleId}>
					{headline}
				</Heading>
				{table && <FigureTableView table={table} />}
			</div>
		);
	return (
		<ChartFrame
			id={titleId}
			level={4}
			finding={headline}
			remarks={remarks}
			chart={<Chart chart={chart} titleId={titleId} />}
			table={<FigureTableView table={table} />}
		/>
	);
}

function FigureTableView({ table }: { table: NonNullable<RapportMeasure["table"]> }) {
	return (
		<DataTable
			caption={table.caption}
			columns={table.columns}
			rowHeaders
			rows={table.rows.map((row) => row.map(formatCell))}
		/>
	);
}
