import { formatNumber } from "#app/domain/format.ts";
import { ChartSvg } from "../ChartSvg.tsx";
import { percent } from "../geometry.ts";
import { timeEnds, valueAxis } from "./axes.ts";
import type { OutcomeChart, OutcomeSeries } from "./calculation.ts";

const TOP = 20;
const PLOT = 96;
const BASE = TOP + PLOT;
const HEIGHT = BASE + 24;
/** Room for half a number at the left, and for the words of the levels at the right where there are any. */
const LEFT = 0.04;
const RIGHT = 0.96;
const RIGHT_OF_LEVELS = 0.78;
/** Two values nearer than this, in shares of the axis, would be written over each other: the last one is then enough. */
const ROOM_FOR_VALUES = 0.2;
const LINE_OF_TEXT = 15;

/** Measured values as a labelled line; the baseline dashed, the target solid, both named where they end. */
export function SeriesLine({ series, chart, label }: { series: OutcomeSeries; chart: OutcomeChart; label: string }) {
	const { values, baseline, target } = series;
	const axis = valueAxis(series, chart);
	const right = baseline === null && target === null ? RIGHT : RIGHT_OF_LEVELS;
	const x = (day: number) => percent(LEFT + (day / chart.days) * (right - LEFT), 1);
	const y = (value: number) => BASE - ((value - axis.min) / (axis.max - axis.min)) * PLOT;
	const labelY = apart({
		baseline: y(baseline ?? 0),
		target: y(target ?? 0),
		areBoth: baseline !== null && target !== null,
	});
	const first = values[0];
	const last = values[values.length - 1];
	const isFirstLabelled = first && last && (last.day - first.day) / chart.days >= ROOM_FOR_VALUES;
	const ends = timeEnds(chart);
	return (
		<ChartSvg height={HEIGHT} label={label}>
			<line className="measure-axis" x1="0" x2={percent(right + LEFT, 1)} y1={BASE} y2={BASE} />
			{baseline !== null && (
				<Level
					y={y(baseline)}
					labelY={labelY.baseline}
					text={`start ${formatNumber(baseline)}`}
					className="measure-pace"
				/>
			)}
			{target !== null && (
				<Level y={y(target)} labelY={labelY.target} text={`mål ${formatNumber(target)}`} className="measure-target" />
			)}
			{values.slice(1).map((value, index) => {
				const from = values[index];
				return (
					from && (
						<line
							key={`${value.dateLabel} ${value.value}`}
							className="measure-line"
							x1={x(from.day)}
							y1={y(from.value)}
							x2={x(value.day)}
							y2={y(value.value)}
						/>
					)
				);
			})}
			{values.map((value) => (
				<circle
					key={`${value.dateLabel} ${value.value}`}
					className="measure-done"
					cx={x(value.day)}
					cy={y(value.value)}
					r={4}
				/>
			))}
			{isFirstLabelled && <ValueLabel x={x(first.day)} y={y(first.value)} value={first.value} />}
			{last && <ValueLabel x={x(last.day)} y={y(last.value)} value={last.value} isStrong />}
			<text className="measure-label" x="0" y={HEIGHT - 6} textAnchor="start">
				{ends.first}
			</text>
			<text className="measure-label" x={percent(right + LEFT, 1)} y={HEIGHT - 6} textAnchor="end">
				{ends.last}
			</text>
		</ChartSvg>
	);
}

interface LevelProps {
	y: number;
	labelY: number;
	text: string;
	className: string;
}

function Level({ y, labelY, text, className }: LevelProps) {
	const end = percent(RIGHT_OF_LEVELS + LEFT, 1);
	return (
		<>
			<line className={className} x1="0" x2={end} y1={y} y2={y} />
			<text className="measure-label" x={end} dx={4} y={labelY + 4}>
				{text}
			</text>
		</>
	);
}

/** Two levels close to each other push their labels apart by a line of text. */
function apart({ baseline, target, areBoth }: { baseline: number; target: number; areBoth: boolean }) {
	const distance = target - baseline;
	if (!areBoth || Math.abs(distance) >= LINE_OF_TEXT) return { baseline, target };
	const push = ((LINE_OF_TEXT - Math.abs(distance)) / 2) * (distance < 0 ? -1 : 1);
	return { baseline: baseline - push, target: target + push };
}

interface ValueLabelProps {
	x: string;
	y: number;
	value: number;
	isStrong?: boolean;
}

function ValueLabel({ x, y, value, isStrong }: ValueLabelProps) {
	return (
		<text
			className={isStrong ? "measure-label measure-label--strong" : "measure-label"}
			x={x}
			y={y - 9}
			textAnchor="middle"
		>
			{formatNumber(value)}
		</text>
	);
}
