import { formatNumber } from "#app/domain/format.ts";
import { ChartSvg } from "../ChartSvg.tsx";
import { percent } from "../geometry.ts";
import type { CountChart, CountStep } from "./chartData.ts";

const TOP = 6;
const PLOT = 100;
const BASE = TOP + PLOT;
/** The lines of text under a column: number, minimum, period, year. */
const LINES = [BASE + 19, BASE + 35, BASE + 57, BASE + 72] as const;
const HEIGHT = BASE + 78;
const NARROWEST_COLUMN = 46;

/**
 * A column per period: what was done through it (or in it), the thick mark of its minimum and the thin dashed even pace.
 * The numbers stand under the columns, where no bar can hide them.
 */
export function StepColumns({ chart }: { chart: CountChart }) {
	const { steps, stepsMax, isCumulative } = chart;
	return (
		<div className="measure-scroll">
			<ChartSvg height={HEIGHT} minWidth={steps.length * NARROWEST_COLUMN} isDecorative>
				<line className="measure-axis" x1="0" x2="100%" y1={BASE} y2={BASE} />
				{steps.map((step, index) => (
					<Column
						key={step.name}
						step={step}
						index={index}
						count={steps.length}
						max={stepsMax}
						paceFrom={isCumulative ? (steps[index - 1]?.minimumThrough ?? 0) : null}
					/>
				))}
			</ChartSvg>
		</div>
	);
}

interface ColumnProps {
	step: CountStep;
	index: number;
	count: number;
	max: number;
	/** The even pace where the period begins; null when periods stand by themselves. */
	paceFrom: number | null;
}

function Column({ step, index, count, max, paceFrom }: ColumnProps) {
	const x = (share: number) => percent(index + share, count);
	const y = (value: number) => BASE - (value / max) * PLOT;
	const { total, minimumThrough, isCurrent } = step;
	return (
		<g>
			{total !== null && (
				<rect className="measure-done" x={x(0.2)} y={y(total)} width={percent(0.6, count)} height={BASE - y(total)} />
			)}
			{minimumThrough !== null && paceFrom !== null && (
				<line className="measure-pace" x1={x(0)} y1={y(paceFrom)} x2={x(1)} y2={y(minimumThrough)} />
			)}
			{minimumThrough !== null && minimumThrough > 0 && (
				<>
					<line className="measure-mark-edge" x1={x(0.1)} x2={x(0.9)} y1={y(minimumThrough)} y2={y(minimumThrough)} />
					<line className="measure-mark" x1={x(0.1)} x2={x(0.9)} y1={y(minimumThrough)} y2={y(minimumThrough)} />
				</>
			)}
			<Words step={step} x={x(0.5)} isStrong={isCurrent} />
		</g>
	);
}

/** "6 / av 5 / T3 / 2018", or "minst 8" while the period has not begun. */
function Words({ step, x, isStrong }: { step: CountStep; x: string; isStrong: boolean }) {
	const { total, minimumThrough, label, yearLabel } = step;
	const minimum = minimumThrough === null || minimumThrough === 0 ? "" : formatNumber(minimumThrough);
	const periodClass = isStrong ? "measure-label measure-label--strong" : "measure-label";
	return (
		<>
			<text
				className={total === null ? "measure-label" : "measure-value measure-value--small"}
				x={x}
				y={LINES[0]}
				textAnchor="middle"
			>
				{total === null ? minimum && "minst" : formatNumber(total)}
			</text>
			<text className="measure-label" x={x} y={LINES[1]} textAnchor="middle">
				{minimum && (total === null ? minimum : `av ${minimum}`)}
			</text>
			<text className={periodClass} x={x} y={LINES[2]} textAnchor="middle">
				{label}
			</text>
			<text className={periodClass} x={x} y={LINES[3]} textAnchor="middle">
				{yearLabel}
			</text>
		</>
	);
}
