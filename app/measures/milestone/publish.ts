import { hideSmallNumbers } from "../sensitive.ts";
import type { Calculation, PublicFinding } from "../types.ts";
import type { MilestoneChart } from "./calculation.ts";

/** Done or not done, never when. That is the promise itself and no count, so a sensitive one says it too. */
export function publishMilestone(
	{ figures, chart }: Calculation<MilestoneChart>,
	{ isSensitive }: { isSensitive: boolean },
): PublicFinding<MilestoneChart> {
	const words = chart.done ? "Klart" : "Inte klart";
	return {
		headline: words,
		figure: words,
		figures: isSensitive ? hideSmallNumbers(figures) : figures,
		chart: null,
		table: null,
	};
}
