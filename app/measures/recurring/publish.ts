import { upperFirst } from "#app/domain/format.ts";
import { sensitiveFinding } from "../sensitive.ts";
import type { Amount, Calculation, Figures, FigureTable, PublicFinding } from "../types.ts";
import type { RecurringChart } from "./calculation.ts";

/** How many of the expected tillfällen were kept, never which ones: evening by evening it would be a patrol pattern. */
export function publishRecurring(
	{ headline, figure, figures, chart }: Calculation<RecurringChart>,
	{ isSensitive }: { isSensitive: boolean },
): PublicFinding<RecurringChart> {
	if (isSensitive) return sensitiveFinding(withOpenSlots(figures, chart), { thisOne: chart.thisOne });
	return { headline, figure, figures, chart: null, table: chart.months ? null : tableOf(chart) };
}

/**
 * A tillfälle that is kept before its time is over counts as due at once, so that in a running period the due ones would
 * tell of the kept ones. All that were agreed for the period do not.
 */
function withOpenSlots(figures: Figures, { counts: { open } }: RecurringChart): Figures {
	const plus = (amount: Amount) => (typeof amount === "number" ? amount + open : amount);
	return { ...figures, periodMinimum: plus(figures.periodMinimum), minimum: plus(figures.minimum) };
}

function tableOf({ periodName, slotMany, counts }: RecurringChart): FigureTable {
	const { done, missed, excused, open } = counts;
	return {
		caption: upperFirst(slotMany),
		columns: [
			{ label: "Period" },
			{ label: "Väntade", isNumeric: true },
			{ label: "Gjorda", isNumeric: true },
			{ label: "Missade", isNumeric: true },
			{ label: "Inställda", isNumeric: true },
			{ label: "Ej dags", isNumeric: true },
		],
		rows: [[periodName, done + missed + open, done, missed, excused, open]],
	};
}
