import { ChartSvg } from "./ChartSvg.tsx";
import { percent } from "./geometry.ts";

export interface Square {
	key: string;
	state: "done" | "missed" | "excused" | "open";
}

const HEIGHT = 28;
const SIDE = 18;
const TOP = (HEIGHT - SIDE) / 2;
const WIDEST_SQUARE = 22;

/** One small mark per expected thing: filled done, hollow missed, half-filled inställd, a line for what is not due yet. */
export function SquareStrip({ squares, label }: { squares: readonly Square[]; label: string }) {
	return (
		<div className="measure-mini" style={{ maxWidth: squares.length * WIDEST_SQUARE }}>
			<ChartSvg height={HEIGHT} label={label}>
				{squares.map(({ key, state }, index) => (
					<Mark key={key} state={state} x={(share) => percent(index + share, squares.length)} count={squares.length} />
				))}
			</ChartSvg>
		</div>
	);
}

function Mark({ state, x, count }: { state: Square["state"]; x: (share: number) => string; count: number }) {
	const place = { x: x(0.12), y: TOP, width: percent(0.76, count), height: SIDE };
	if (state === "open")
		return <line className="measure-axis" x1={x(0.2)} x2={x(0.8)} y1={TOP + SIDE} y2={TOP + SIDE} />;
	if (state === "done") return <rect className="measure-done" {...place} />;
	if (state === "missed") return <rect className="measure-missing" {...place} />;
	return (
		<>
			<rect className="measure-excused" {...place} />
			<rect className="measure-excused-half" {...place} y={TOP + SIDE / 2} height={SIDE / 2} />
		</>
	);
}
