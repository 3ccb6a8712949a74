import { ChartSvg } from "./ChartSvg.tsx";
import { cellAt } from "./geometry.ts";

export interface Square {
	key: string;
	state: "done" | "missed" | "excused" | "open";
}

const HEIGHT = 28;
/** As high as the bar of a count, so that all small charts of a list are of one family. */
const SIDE = 12;
const TOP = (HEIGHT - SIDE) / 2;
/** The line of a hollow mark is drawn within its place. */
const INSET = 0.75;

/** One small mark per expected thing: filled done, hollow missed, half-filled inställd, a line for what is not due yet. */
export function SquareStrip({ squares, label }: { squares: readonly Square[]; label: string }) {
	return (
		<ChartSvg height={HEIGHT} label={label}>
			{squares.map(({ key, state }, index) => (
				<Mark key={key} state={state} place={cellAt(index, squares.length)} />
			))}
		</ChartSvg>
	);
}

function Mark({ state, place }: { state: Square["state"]; place: { x: string; width: string } }) {
	const filled = { ...place, y: TOP, height: SIDE };
	const hollow = { ...place, y: TOP + INSET, height: SIDE - 2 * INSET };
	if (state === "open") return <rect className="measure-axis-fill" {...place} y={TOP + SIDE - 1.5} height={1.5} />;
	if (state === "done") return <rect className="measure-done" {...filled} />;
	if (state === "missed") return <rect className="measure-missing" {...hollow} />;
	return (
		<>
			<rect className="measure-excused" {...hollow} />
			<rect className="measure-excused-half" {...filled} y={TOP + SIDE / 2} height={SIDE / 2} />
		</>
	);
}
