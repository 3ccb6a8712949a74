import { formatNumber } from "#app/domain/format.ts";
import { ChartSvg } from "../ChartSvg.tsx";
import { anchorAt, percent } from "../geometry.ts";
import type { CountChart } from "./chartData.ts";

const TOP = 24;
const HEIGHT = 28;
const BOTTOM = TOP + HEIGHT;
const ROOM_FOR_VALUE = 0.15;

/** What is done against the thick mark of the minimum and the thin dashed even pace. Beyond the mark it goes on. */
export function BulletBar({ chart, titleId }: { chart: CountChart; titleId?: string }) {
	const { figure, total, minimum, pace, scaleMax } = chart;
	return (
		<ChartSvg height={pace === null ? BOTTOM + 8 : BOTTOM + 32} {...(titleId ? { titleId } : { label: figure })}>
			<rect className="measure-track" x="0" y={TOP} width="100%" height={HEIGHT} />
			<rect className="measure-done" x="0" y={TOP} width={percent(total, scaleMax)} height={HEIGHT} />
			{pace !== null && <PaceMark share={pace / scaleMax} pace={pace} />}
			<MinimumMark share={minimum / scaleMax} minimum={minimum} />
			<Value share={total / scaleMax} total={total} />
		</ChartSvg>
	);
}

/** The same in one line of a list, where the words stand beside it. */
export function MiniBulletBar({ chart }: { chart: CountChart }) {
	const { figure, total, minimum, pace, scaleMax } = chart;
	return (
		<ChartSvg height={28} label={figure}>
			<rect className="measure-track" x="0" y={8} width="100%" height={12} />
			<rect className="measure-done" x="0" y={8} width={percent(total, scaleMax)} height={12} />
			{pace !== null && (
				<>
					<line
						className="measure-pace-edge"
						x1={percent(pace, scaleMax)}
						x2={percent(pace, scaleMax)}
						y1={8}
						y2={20}
					/>
					<line className="measure-pace" x1={percent(pace, scaleMax)} x2={percent(pace, scaleMax)} y1={3} y2={25} />
				</>
			)}
			<Mark at={percent(minimum, scaleMax)} from={2} to={26} />
		</ChartSvg>
	);
}

function MinimumMark({ share, minimum }: { share: number; minimum: number }) {
	const at = percent(share, 1);
	return (
		<>
			<Mark at={at} from={TOP - 6} to={BOTTOM + 6} />
			<text className="measure-label measure-label--strong" x={at} y={13} textAnchor={anchorAt(share)}>
				minst {formatNumber(minimum)}
			</text>
		</>
	);
}

/** The light edge keeps the mark visible on top of the bar. */
function Mark({ at, from, to }: { at: string; from: number; to: number }) {
	return (
		<>
			<line className="measure-mark-edge" x1={at} x2={at} y1={from} y2={to} />
			<line className="measure-mark" x1={at} x2={at} y1={from} y2={to} />
		</>
	);
}

function PaceMark({ share, pace }: { share: number; pace: number }) {
	const at = percent(share, 1);
	return (
		<>
			<line className="measure-pace-edge" x1={at} x2={at} y1={TOP} y2={BOTTOM} />
			<line className="measure-pace" x1={at} x2={at} y1={TOP - 4} y2={BOTTOM + 12} />
			<text className="measure-label" x={at} y={BOTTOM + 26} textAnchor={anchorAt(share)}>
				jämn takt {formatNumber(pace)}
			</text>
		</>
	);
}

function Value({ share, total }: { share: number; total: number }) {
	const isInside = share >= ROOM_FOR_VALUE;
	return (
		<text
			className={isInside ? "measure-value measure-value--on-done" : "measure-value"}
			x={percent(share, 1)}
			dx={isInside ? -10 : 8}
			y={TOP + HEIGHT / 2 + 6}
			textAnchor={isInside ? "end" : "start"}
		>
			{formatNumber(total)}
		</text>
	);
}
