import { formatNumber } from "#app/domain/format.ts";
import { ChartSvg } from "../ChartSvg.tsx";
import { anchorAt, percent } from "../geometry.ts";
import type { OutcomeChart, OutcomeSeries } from "./calculation.ts";

const TOP = 20;
const PLOT = 76;
const HEIGHT = TOP + PLOT + 24;
/** Room for the dots at the left, and for the words of the two levels at the right. */
const LEFT = 0.02;
const RIGHT = 0.78;
const LINE_OF_TEXT = 15;

/** Measured values as a labelled line; the baseline dashed, the target solid, both named where they end. */
export function SeriesLine({ series, chart, label }: { series: OutcomeSeries; chart: OutcomeChart; label: string }) {
	const { values, baseline, target } = series;
	const x = (day: number) => percent(LEFT + (day / chart.days) * (RIGHT - LEFT), 1);
	const y = (value: number) => TOP + PLOT - ((value - chart.min) / (chart.max - chart.min)) * PLOT;
	const labelY = apart({
		baseline: y(baseline ?? 0),
		target: y(target ?? 0),
		areBoth: baseline !== null && target !== null,
	});
	const first = values[0];
	const last = values[values.length - 1];
	return (
		<ChartSvg height={HEIGHT} label={label}>
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
							key={`${value.date} ${value.value}`}
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
					key={`${value.date} ${value.value}`}
					className="measure-done"
					cx={x(value.day)}
					cy={y(value.value)}
					r={4}
				/>
			))}
			{first && first !== last && <ValueLabel x={x(first.day)} y={y(first.value)} value={first.value} anchor="start" />}
			{last && (
				<ValueLabel
					x={x(last.day)}
					y={y(last.value)}
					value={last.value}
					anchor={anchorAt(last.day / chart.days)}
					isStrong
				/>
			)}
			{first && (
				<text className="measure-label" x={x(first.day)} y={HEIGHT - 4} textAnchor="start">
					{first.dateLabel}
				</text>
			)}
			{last && last !== first && (
				<text className="measure-label" x={x(last.day)} y={HEIGHT - 4} textAnchor="end">
					{last.dateLabel}
				</text>
			)}
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
	return (
		<>
			<line className={className} x1="0" x2={percent(RIGHT, 1)} y1={y} y2={y} />
			<text className="measure-label" x={percent(RIGHT, 1)} dx={6} y={labelY + 4}>
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
	anchor: "start" | "middle" | "end";
	isStrong?: boolean;
}

function ValueLabel({ x, y, value, anchor, isStrong }: ValueLabelProps) {
	return (
		<text
			className={isStrong ? "measure-label measure-label--strong" : "measure-label"}
			x={x}
			y={y - 9}
			textAnchor={anchor}
		>
			{formatNumber(value)}
		</text>
	);
}
