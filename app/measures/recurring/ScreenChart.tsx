import { MonthStrip } from "../MonthStrip.tsx";
import { SquareStrip } from "../SquareStrip.tsx";
import { Tally } from "./Chart.tsx";
import type { RecurringChart } from "./calculation.ts";

/** The row of marks, and what each sort of mark means. */
export function ScreenChart({ chart, titleId }: { chart: RecurringChart; titleId: string }) {
	if (chart.months) return <MonthStrip months={chart.months} titleId={titleId} />;
	return (
		<div className="measure-chart-stack">
			<SquareStrip squares={chart.slots} label={chart.figure} />
			<Tally counts={chart.counts} />
		</div>
	);
}
