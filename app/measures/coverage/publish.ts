import { sensitiveFinding } from "../sensitive.ts";
import type { Calculation, PublicFinding } from "../types.ts";
import type { CoverageChart } from "./calculation.ts";

/** Place by period: the places are those that the agreement names, and nothing in it is finer than a period. */
export function publishCoverage(
	{ headline, figure, figures, chart, table }: Calculation<CoverageChart>,
	{ isSensitive }: { isSensitive: boolean },
): PublicFinding<CoverageChart> {
	if (isSensitive) return sensitiveFinding(figures, { thisOne: chart.thisOne });
	return { headline, figure, figures, chart, table };
}
