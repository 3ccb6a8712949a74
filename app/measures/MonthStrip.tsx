import { formatNumber } from "#app/domain/format.ts";
import { ChartSvg } from "./ChartSvg.tsx";
import { cellAt, percent } from "./geometry.ts";
import type { MonthFact } from "./months.ts";

const TOP = 20;
const PLOT = 56;
const BASE = TOP + PLOT;
const NARROWEST_MONTH = 26;
const MINI_HEIGHT = 28;

/** A column per month with its number; a month without is an empty place on the line, so that pauses show. */
export function MonthStrip({ months, titleId }: { months: readonly MonthFact[]; titleId: string }) {
	const max = Math.max(1, ...months.map((month) => month.quantity));
	return (
		<div className="measure-scroll">
			<ChartSvg height={BASE + 36} minWidth={months.length * NARROWEST_MONTH} titleId={titleId}>
				<line className="measure-axis" x1="0" x2="100%" y1={BASE} y2={BASE} />
				{months.map(({ name, label, yearLabel, quantity }, index) => {
					const height = (quantity / max) * PLOT;
					const middle = percent(index + 0.5, months.length);
					return (
						<g key={name}>
							<rect
								className="measure-done"
								x={percent(index + 0.15, months.length)}
								y={BASE - height}
								width={percent(0.7, months.length)}
								height={height}
							/>
							<text
								className={quantity > 0 ? "measure-label measure-label--strong" : "measure-label"}
								x={middle}
								y={BASE - height - 5}
								textAnchor="middle"
							>
								{formatNumber(quantity)}
							</text>
							<text className="measure-label" x={middle} y={BASE + 16} textAnchor="middle">
								{label}
							</text>
							<text className="measure-label" x={middle} y={BASE + 31} textAnchor="middle">
								{yearLabel}
							</text>
						</g>
					);
				})}
			</ChartSvg>
		</div>
	);
}

/** The same in one line of a list. */
export function MiniMonthStrip({ months, label }: { months: readonly MonthFact[]; label: string }) {
	const max = Math.max(1, ...months.map((month) => month.quantity));
	return (
		<ChartSvg height={MINI_HEIGHT} label={label}>
			<rect className="measure-axis-fill" x="0" width="100%" y={MINI_HEIGHT - 1.5} height={1.5} />
			{months.map(({ name, quantity }, index) => {
				const height = (quantity / max) * (MINI_HEIGHT - 4);
				return (
					<rect
						key={name}
						className="measure-done"
						{...cellAt(index, months.length)}
						y={MINI_HEIGHT - 1.5 - height}
						height={height}
					/>
				);
			})}
		</ChartSvg>
	);
}
