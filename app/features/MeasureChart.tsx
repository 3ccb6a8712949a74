import { Suspense, useEffect, useId, useState } from "react";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";
import type { FigureTable } from "#app/measures/types.ts";
import { ChartFrame } from "#app/ui/ChartFrame.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { ExampleTag } from "./ExampleTag.tsx";
import { formatCell } from "./formatCell.ts";
import "./measureChart.css";

interface MeasureChartProps {
	id: number;
	kind: MeasureKind;
	headline: string;
	remarks: readonly string[];
	chart: unknown;
	table: FigureTable;
	hasExamples?: boolean;
}

/**
 * The finding, the chart and its table. The static chart is what the server draws, what prints and what shows without
 * JavaScript; where the kind has an interactive one it takes over on screen once loaded.
 */
export function MeasureChart({ id, kind, headline, remarks, chart, table, hasExamples = false }: MeasureChartProps) {
	const { Chart, InteractiveChart } = measureModule(kind);
	const titleId = `chart-${id}-${useId()}`;
	const isHydrated = useIsHydrated();
	const isInteractive = isHydrated && InteractiveChart !== undefined;
	const staticChart = <Chart chart={chart} titleId={titleId} />;
	return (
		<ChartFrame
			id={titleId}
			finding={headline}
			remarks={remarks}
			tag={hasExamples ? <ExampleTag /> : undefined}
			chart={
				isInteractive ? (
					<>
						<div className="measure-chart__screen">
							<Suspense fallback={staticChart}>
								<InteractiveChart chart={chart} />
							</Suspense>
						</div>
						<div className="measure-chart__print">{staticChart}</div>
					</>
				) : (
					staticChart
				)
			}
			table={
				<DataTable
					caption={table.caption}
					columns={[...table.columns]}
					rowHeaders
					rows={table.rows.map((row) => row.map(formatCell))}
				/>
			}
		/>
	);
}

function useIsHydrated(): boolean {
	const [isHydrated, setIsHydrated] = useState(false);
	useEffect(() => setIsHydrated(true), []);
	return isHydrated;
}
