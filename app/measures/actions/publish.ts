import { fewerThanFive, sensitiveFinding } from "../sensitive.ts";
import type { Calculation, PublicFinding } from "../types.ts";
import type { ActionsChart } from "./calculation.ts";

/** How many of the decided are done. What was decided, and for which day, is for those who work with it. */
export function publishActions(
	{ headline, figure, figures, chart: { done, total, thisOne } }: Calculation<ActionsChart>,
	{ isSensitive }: { isSensitive: boolean },
): PublicFinding<ActionsChart> {
	// How many were decided is counted too, and agreed by nobody.
	if (isSensitive)
		return sensitiveFinding(
			{ ...figures, minimum: fewerThanFive(figures.minimum) },
			{ thisOne, unit: "utförda åtgärder" },
		);
	return {
		headline,
		figure,
		figures,
		chart: null,
		table: {
			caption: "Beslutade åtgärder",
			columns: [
				{ label: "Beslutade", isNumeric: true },
				{ label: "Utförda", isNumeric: true },
				{ label: "Inte utförda", isNumeric: true },
			],
			rows: [[total, done, total - done]],
		},
	};
}
