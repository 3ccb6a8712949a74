import { sensitiveFinding } from "../sensitive.ts";
import type { Calculation, PublicFinding } from "../types.ts";
import type { OngoingChart } from "./calculation.ts";

/** How often in the period. When it was last done, and in which months, is for those who work with it. */
export function publishOngoing(
	{ figure, figures, chart }: Calculation<OngoingChart>,
	{ isSensitive }: { isSensitive: boolean },
): PublicFinding<OngoingChart> {
	if (isSensitive) return sensitiveFinding(figures, { thisOne: chart.thisOne });
	return { headline: `${figure} ${chart.thisOne}`, figure, figures, chart: null, table: null };
}
