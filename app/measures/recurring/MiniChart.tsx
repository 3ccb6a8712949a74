import { MiniMonthStrip } from "../MonthStrip.tsx";
import { SquareStrip } from "../SquareStrip.tsx";
import type { RecurringChart } from "./calculation.ts";

export function MiniChart({ chart }: { chart: RecurringChart }) {
	return chart.months ? (
		<MiniMonthStrip months={chart.months} label={chart.figure} />
	) : (
		<SquareStrip squares={chart.slots} label={chart.figure} />
	);
}
