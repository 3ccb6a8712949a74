import { sensitiveFinding } from "../sensitive.ts";
import type { Calculation, PublicFinding } from "../types.ts";
import { type CountChart, scaleOf } from "./chartData.ts";

/** Bar and columns, period by period. The days, and a pace from which the day could be read, are left out. */
export function publishCount(
	{ headline, figure, figures, chart, table }: Calculation<CountChart>,
	{ isSensitive }: { isSensitive: boolean },
): PublicFinding<CountChart> {
	if (isSensitive) return sensitiveFinding(figures, { thisOne: chart.thisOne });
	const withoutDays = {
		...chart,
		pace: null,
		scaleMax: scaleOf(chart.minimum, chart.total),
		points: [],
		latestPoint: null,
		ticks: [],
		days: 0,
	};
	return { headline, figure, figures, chart: withoutDays, table };
}
