import { formatNumber } from "#app/domain/format.ts";
import { ScrollRegion } from "#app/ui/ScrollRegion.tsx";
import { ChartSvg } from "../ChartSvg.tsx";
import { cellAt, percent } from "../geometry.ts";
import type { OutcomeChart, OutcomeSeries } from "./calculation.ts";
import { SeriesLine } from "./SeriesLine.tsx";

/** One small line per place, all on one scale; with fewer points than make a line, a table of the values. */
export function Chart({ chart, titleId }: { chart: OutcomeChart; titleId: string }) {
	if (!chart.hasLine) return <ValueTable chart={chart} titleId={titleId} />;
	return (
		<ul className="measure-series">
			{chart.series.map((series) => (
				<li key={series.platsId}>
					<SeriesHeading series={series} unit={chart.unit} />
					{series.values.length > 0 && (
						<SeriesLine series={series} chart={chart} label={`${series.name}: ${wordsOf(series, chart.unit)}`} />
					)}
				</li>
			))}
		</ul>
	);
}

export function SeriesHeading({ series, unit }: { series: OutcomeSeries; unit: string }) {
	return (
		<p className="measure-series-name">
			<strong>{series.name}</strong> {wordsOf(series, unit)}
		</p>
	);
}

function wordsOf({ latest, change }: OutcomeSeries, unit: string): string {
	if (latest === null) return "ingen uppgift";
	const value = `${formatNumber(latest)} ${unit}`;
	if (change === null) return value;
	return `${value} (${change > 0 ? "+" : ""}${formatNumber(change)})`;
}

/** Without a heading to lean on the finding itself names the table. */
export function ValueTable({ chart: { series, unit, figure }, titleId }: { chart: OutcomeChart; titleId?: string }) {
	const name = titleId ? { "aria-labelledby": titleId } : { "aria-label": figure };
	return (
		<ScrollRegion className="measure-scroll" name={name}>
			<table className="measure-grid measure-matrix" {...name}>
				<thead>
					<tr>
						<th scope="col">Mätplats</th>
						<th scope="col">Utgångsvärde</th>
						<th scope="col">Mätningar ({unit})</th>
						<th scope="col">Mål</th>
					</tr>
				</thead>
				<tbody>
					{series.map((one) => (
						<tr key={one.platsId}>
							<th scope="row">{one.name}</th>
							<td>{one.baseline === null ? "Ingen uppgift" : formatNumber(one.baseline)}</td>
							<td>{one.values.length === 0 ? "Ingen uppgift" : measurements(one)}</td>
							<td>{one.target === null ? "Inget mål" : formatNumber(one.target)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

function measurements({ values }: OutcomeSeries): string {
	return values.map(({ value, dateLabel }) => `${formatNumber(value)} (${dateLabel})`).join(", ");
}

/** How each place moved, as an arrow: a line is too small to read in a list. */
export function MiniChart({ chart }: { chart: OutcomeChart }) {
	const { series, figure } = chart;
	return (
		<ChartSvg height={28} label={figure}>
			{series.map(({ platsId, change }, index) => (
				<g key={platsId}>
					<rect className="measure-axis-fill" {...cellAt(index, series.length)} y={26.5} height={1.5} />
					<Arrow change={change} at={percent(index + 0.5, series.length)} />
				</g>
			))}
		</ChartSvg>
	);
}

/** So many places have room under each other on a projector. */
const MOST_ON_A_SCREEN = 4;

/** Each place with its latest value; of many places only how they moved. */
export function ScreenChart({ chart }: { chart: OutcomeChart }) {
	if (chart.series.length > MOST_ON_A_SCREEN) return <MiniChart chart={chart} />;
	return (
		<ul className="measure-series">
			{chart.series.map((series) => (
				<li key={series.platsId}>
					<SeriesHeading series={series} unit={chart.unit} />
				</li>
			))}
		</ul>
	);
}

const ARROW = {
	down: "M-6 -8 L6 8 M6 0 L6 8 L-2 8",
	up: "M-6 8 L6 -8 M6 0 L6 -8 L-2 -8",
	level: "M-8 0 L8 0",
} as const;

function Arrow({ change, at }: { change: number | null; at: string }) {
	if (change === null) return <circle className="measure-missing" cx={at} cy={12} r={3} />;
	const path = change < 0 ? ARROW.down : change > 0 ? ARROW.up : ARROW.level;
	return (
		<svg x={at} y={12} overflow="visible" aria-hidden="true">
			<path className="measure-line" d={path} />
		</svg>
	);
}
