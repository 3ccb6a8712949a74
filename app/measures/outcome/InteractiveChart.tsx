import { Line, LineChart, ReferenceDot, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatNumber } from "#app/domain/format.ts";
import { timeEnds, valueAxis } from "./axes.ts";
import { SeriesHeading, ValueTable } from "./Chart.tsx";
import type { OutcomeChart, OutcomeSeries } from "./calculation.ts";

const HEIGHT = 200;
const INK = "var(--chart-ink, #0f1b2d)";
const AXIS = "var(--chart-missing, #8592a5)";
const TICK = { fill: INK };
const WORD = "measure-label";
const VALUE = "measure-label measure-label--strong";
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
	const axis = valueAxis(series, chart);
	const ends = timeEnds(chart);
	const latest = values[values.length - 1];
	return (
		<ResponsiveContainer width="100%" height={HEIGHT}>
			<LineChart data={values} margin={{ top: 24, right: 24, bottom: 8, left: 0 }} accessibilityLayer>
				<XAxis
					tick={({ x, y, payload }) => (
						<End x={x} y={y} isFirst={payload.value === 0} text={payload.value === 0 ? ends.first : ends.last} />
					)}
					dataKey="day"
					type="number"
					domain={[0, chart.days]}
					ticks={[0, chart.days]}
					interval={0}
					padding={{ left: 16, right: 16 }}
					tickLine={false}
					stroke={AXIS}
				/>
				<YAxis
					tick={TICK}
					domain={[axis.min, axis.max]}
					ticks={axis.ticks}
					tickFormatter={(value: number) => formatNumber(value)}
					width={36}
					tickLine={false}
					axisLine={false}
					stroke={AXIS}
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
						label={{
							value: `utgångsvärde ${formatNumber(baseline)}`,
							position: "insideBottomRight",
							className: WORD,
							fill: INK,
						}}
					/>
				)}
				{target !== null && (
					<ReferenceLine
						y={target}
						stroke={INK}
						strokeWidth={2}
						label={{ value: `mål ${formatNumber(target)}`, position: "insideTopRight", className: WORD, fill: INK }}
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
				{latest && (
					<ReferenceDot
						x={latest.day}
						y={latest.value}
						r={5}
						fill="var(--chart-done, #143f8c)"
						stroke="none"
						label={{ value: formatNumber(latest.value), position: "top", className: VALUE, fill: INK }}
					/>
				)}
			</LineChart>
		</ResponsiveContainer>
	);
}

interface EndProps {
	x: number | string;
	y: number | string;
	isFirst: boolean;
	text: string;
}

/** The dates of the axis turn inwards from its two ends, so that they never meet. */
function End({ x, y, isFirst, text }: EndProps) {
	return (
		<text className={WORD} x={x} y={y} dx={isFirst ? -16 : 16} dy={8} textAnchor={isFirst ? "start" : "end"}>
			{text}
		</text>
	);
}
