import {
	Bar,
	ComposedChart,
	Line,
	ReferenceDot,
	ReferenceLine,
	ResponsiveContainer,
	Tooltip,
	XAxis,
	YAxis,
} from "recharts";
import { formatNumber } from "#app/domain/format.ts";
import { niceStep } from "../geometry.ts";
import { BulletBar } from "./BulletBar.tsx";
import type { CountChart } from "./chartData.ts";

const HEIGHT = 260;
const INK = "var(--chart-ink, #0f1b2d)";
const AXIS = "var(--chart-missing, #8592a5)";
const TICK = { fill: INK };
const VALUE = "measure-label measure-label--strong";
const TOOLTIP = { background: "var(--chart-surface, #ffffff)", borderColor: INK, color: INK };
const MARGIN = { top: 24, right: 24, bottom: 8, left: 0 };

/** The curve, day by day, with the day's figures on pointing or with the arrow keys. */
export default function InteractiveChart({ chart }: { chart: CountChart }) {
	return (
		<div className="measure-chart-stack">
			<BulletBar chart={chart} />
			<p className="measure-caption">
				{chart.isCumulative
					? `Sammanlagt antal ${chart.unit}, dag för dag${chart.pace === null ? "" : ". Streckat: jämn takt"}`
					: `Antal ${chart.unit} per period. Tjock linje: minimum`}
			</p>
			<div className="measure-interactive">
				{chart.isCumulative ? <Curve chart={chart} /> : <Periods chart={chart} />}
			</div>
		</div>
	);
}

function Curve({ chart }: { chart: CountChart }) {
	const { points, ticks, days, minimum, stepsMax, latestPoint, unit } = chart;
	return (
		<ResponsiveContainer width="100%" height={HEIGHT}>
			<ComposedChart data={points} margin={MARGIN} accessibilityLayer>
				<XAxis
					tick={TICK}
					dataKey="day"
					type="number"
					domain={[0, days]}
					ticks={ticks.map((tick) => tick.day)}
					tickFormatter={(day: number) => ticks.find((tick) => tick.day === day)?.label ?? ""}
					stroke={AXIS}
					minTickGap={12}
				/>
				<YAxis {...levels(Math.max(stepsMax, minimum))} />
				<Tooltip
					contentStyle={TOOLTIP}
					isAnimationActive={false}
					labelFormatter={(_label, payload) => String(payload[0]?.payload?.dateLabel ?? "")}
					formatter={(value) => formatNumber(Number(value))}
				/>
				<ReferenceLine
					y={minimum}
					stroke={INK}
					strokeWidth={3}
					label={{
						value: `minst ${formatNumber(minimum)}`,
						position: "insideBottomLeft",
						className: VALUE,
						fill: INK,
					}}
				/>
				<Line
					dataKey="pace"
					name="jämn takt"
					type="linear"
					stroke="var(--chart-pace, #5d6b80)"
					strokeDasharray="5 4"
					strokeWidth={1.5}
					dot={false}
					isAnimationActive={false}
				/>
				<Line
					dataKey="total"
					name={unit}
					type="stepAfter"
					stroke="var(--chart-done, #143f8c)"
					strokeWidth={3}
					dot={false}
					isAnimationActive={false}
				/>
				{latestPoint && (
					<ReferenceDot
						x={latestPoint.day}
						y={latestPoint.total}
						r={5}
						fill="var(--chart-done, #143f8c)"
						stroke="var(--chart-surface, #ffffff)"
						label={{ value: formatNumber(latestPoint.total), position: "top", className: VALUE, fill: INK }}
					/>
				)}
			</ComposedChart>
		</ResponsiveContainer>
	);
}

function Periods({ chart }: { chart: CountChart }) {
	return (
		<ResponsiveContainer width="100%" height={HEIGHT}>
			<ComposedChart data={chart.steps} margin={MARGIN} accessibilityLayer>
				<XAxis tick={TICK} dataKey="name" stroke={AXIS} />
				<YAxis {...levels(chart.stepsMax)} />
				<Tooltip contentStyle={TOOLTIP} isAnimationActive={false} formatter={(value) => formatNumber(Number(value))} />
				<Bar
					dataKey="quantity"
					name={chart.unit}
					fill="var(--chart-done, #143f8c)"
					maxBarSize={64}
					isAnimationActive={false}
					label={{ position: "top", fill: INK }}
				/>
				<Line
					dataKey="part"
					name="minst"
					type="step"
					stroke={INK}
					strokeWidth={3}
					dot={false}
					isAnimationActive={false}
				/>
			</ComposedChart>
		</ResponsiveContainer>
	);
}

/** A value axis of whole numbers from nought, without a line of its own. */
function levels(max: number) {
	const step = Math.max(1, niceStep(max, 5));
	const ticks = Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
	return { tick: TICK, ticks, domain: [0, max], width: 36, tickLine: false, axisLine: false };
}
