import { ChartSvg } from "../ChartSvg.tsx";
import { anchorAt, percent } from "../geometry.ts";
import type { LinePoint, MilestoneChart } from "./calculation.ts";

const LINE = 58;
const ABOVE = [18, 36] as const;
/** Room for half a mark at each end. */
const EDGE = 0.02;

/** The days in force as a line: ◇ where it was planned, ◆ where it was done. */
export function Chart({ chart, titleId }: { chart: MilestoneChart; titleId: string }) {
	const { from, to, planned, done, today } = chart;
	return (
		<ChartSvg height={96} titleId={titleId}>
			<Line chart={chart} y={LINE} />
			<End point={from} />
			{to && <End point={to} />}
			{today && <Leader point={today} from={ABOVE[1]} to={LINE + 10} className="measure-pace" />}
			{planned && <Leader point={planned} from={ABOVE[0]} to={LINE} className="measure-leader" />}
			{done && <Leader point={done} from={ABOVE[1]} to={LINE} className="measure-leader" />}
			{today && <Label point={today} text={`inte klart ${today.label}`} y={ABOVE[1]} />}
			{planned && <Label point={planned} text={`planerat ${planned.label}`} y={ABOVE[0]} />}
			{done && <Label point={done} text={`klart ${done.label}`} y={ABOVE[1]} isStrong />}
			{planned && <Diamond at={x(planned)} y={LINE} glyph="◇" />}
			{done && <Diamond at={x(done)} y={LINE} glyph="◆" />}
		</ChartSvg>
	);
}

export function MiniChart({ chart }: { chart: MilestoneChart }) {
	const { figure, planned, done, today } = chart;
	return (
		<ChartSvg height={28} label={figure}>
			<line className="measure-axis" x1="0" x2="100%" y1={14} y2={14} />
			{today && <line className="measure-pace" x1={x(today)} x2={x(today)} y1={4} y2={24} />}
			{planned && <Diamond at={x(planned)} y={14} glyph="◇" />}
			{done && <Diamond at={x(done)} y={14} glyph="◆" />}
		</ChartSvg>
	);
}

function Line({ chart: { from, to }, y }: { chart: MilestoneChart; y: number }) {
	return <line className="measure-axis" x1={x(from)} x2={to ? x(to) : "100%"} y1={y} y2={y} />;
}

function End({ point }: { point: LinePoint }) {
	return (
		<>
			<line className="measure-axis" x1={x(point)} x2={x(point)} y1={LINE - 5} y2={LINE + 5} />
			<Label point={point} text={point.label} y={LINE + 28} />
		</>
	);
}

interface LeaderProps {
	point: LinePoint;
	from: number;
	to: number;
	className: string;
}

/** From a label down to its place. Drawn before all labels, whose light edge then keeps them readable. */
function Leader({ point, from, to, className }: LeaderProps) {
	return <line className={className} x1={x(point)} x2={x(point)} y1={from + 4} y2={to} />;
}

interface LabelProps {
	point: LinePoint;
	text: string;
	y: number;
	isStrong?: boolean;
}

function Label({ point, text, y, isStrong }: LabelProps) {
	const className = isStrong ? "measure-label measure-label--strong" : "measure-label";
	return (
		<text className={className} x={x(point)} y={y} textAnchor={anchorAt(point.share)}>
			{text}
		</text>
	);
}

/** A square on its corner: hollow planned, filled done. Drawn, since fonts disagree on the size of ◇ and ◆. */
function Diamond({ at, y, glyph }: { at: string; y: number; glyph: "◇" | "◆" }) {
	return (
		<svg x={at} y={y} overflow="visible" aria-hidden="true">
			<path className={glyph === "◆" ? "measure-done" : "measure-missing"} d="M0 -8 L8 0 L0 8 L-8 0 Z" />
		</svg>
	);
}

function x({ share }: LinePoint): string {
	return percent(EDGE + share * (1 - 2 * EDGE), 1);
}
