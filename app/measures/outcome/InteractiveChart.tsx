import { Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatNumber } from "#app/domain/format.ts";
import { SeriesHeading, ValueTable } from "./Chart.tsx";
import type { OutcomeChart, OutcomeSeries } from "./calculation.ts";

const HEIGHT = 200;
const INK = "var(--chart-ink, #0f1b2d)";
const TICK = { fill: INK };
const TOOLTIP = { background: "var(--chart-surface, #ffffff)", borderColor: INK, color: INK };

/** One curve per place, with date and value on pointing or with the arrow keys. */
export default function InteractiveChart({ chart }: { chart: OutcomeChart }) {
	if (!chart.hasLine) return <ValueTable chart={chart} />;
	return (
		<ul className="measure-series">
			{chart.series.map((series) => (
				<li key={series.platsId}>
					<SeriesHeading series={series} unit={chart.unit} />
					{series.values.length > 0 && (
						<div className="measure-interactive">
							<SeriesCurve series={series} chart={chart} />
						</div>
					)}
				</li>
			))}
		</ul>
	);
}

function SeriesCurve({ series, chart }: { series: OutcomeSeries; chart: OutcomeChart }) {
	const { values, baseline, target } = series;
	return (
		<ResponsiveContainer width="100%" height={HEIGHT}>
			<LineChart data={values} margin={{ top: 24, right: 24, bottom: 8, left: 0 }} accessibilityLayer>
				<XAxis
					tick={TICK}
					dataKey="day"
					type="number"
					domain={[0, chart.days]}
					ticks={values.map((value) => value.day)}
					tickFormatter={(day: number) => values.find((value) => value.day === day)?.dateLabel ?? ""}
					minTickGap={24}
					stroke={INK}
				/>
				<YAxis
					tick={TICK}
					domain={[chart.min, chart.max]}
					tickFormatter={(value: number) => formatNumber(Math.round(value))}
					width={40}
					stroke={INK}
				/>
				<Tooltip
					contentStyle={TOOLTIP}
					isAnimationActive={false}
					labelFormatter={(_label, payload) => String(payload[0]?.payload?.dateLabel ?? "")}
					formatter={(value) => `${formatNumber(Number(value))} ${chart.unit}`}
				/>
				{baseline !== null && (
					<ReferenceLine
						y={baseline}
						stroke="var(--chart-pace, #5d6b80)"
						strokeDasharray="5 4"
						label={{ value: `utgångsvärde ${formatNumber(baseline)}`, position: "insideBottomRight", fill: INK }}
					/>
				)}
				{target !== null && (
					<ReferenceLine
						y={target}
						stroke={INK}
						strokeWidth={2}
						label={{ value: `mål ${formatNumber(target)}`, position: "insideTopRight", fill: INK }}
					/>
				)}
				<Line
					dataKey="value"
					name={series.name}
					type="linear"
					stroke="var(--chart-done, #143f8c)"
					strokeWidth={3}
					dot={{ r: 4, fill: "var(--chart-done, #143f8c)" }}
					isAnimationActive={false}
				/>
			</LineChart>
		</ResponsiveContainer>
	);
}
