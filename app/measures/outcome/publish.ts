import { sensitiveFinding } from "../sensitive.ts";
import type { Calculation, FigureTable, PublicFinding } from "../types.ts";
import type { OutcomeChart } from "./calculation.ts";

/** The measured values in order, by the measuring places that the agreement names, without the days. */
export function publishOutcome(
	{ headline, figure, figures, chart }: Calculation<OutcomeChart>,
	{ isSensitive }: { isSensitive: boolean },
): PublicFinding<OutcomeChart> {
	if (isSensitive) return sensitiveFinding(figures, { thisOne: chart.thisOne });
	const series = chart.series.map((one) => ({
		...one,
		values: one.values.map(({ value }, index) => ({
			date: null,
			dateLabel: `mätning ${index + 1}`,
			value,
			day: index,
		})),
	}));
	const days = Math.max(1, ...series.map((one) => one.values.length - 1));
	return { headline, figure, figures, chart: { ...chart, series, days }, table: tableOf(series, chart.unit) };
}

function tableOf(series: OutcomeChart["series"], unit: string): FigureTable {
	return {
		caption: `Uppmätta värden (${unit})`,
		columns: [
			{ label: "Mätplats" },
			{ label: "Mätning", isNumeric: true },
			{ label: "Värde", isNumeric: true },
			{ label: "Utgångsvärde", isNumeric: true },
			{ label: "Mål", isNumeric: true },
		],
		rows: series.flatMap(({ name, values, baseline, target }) =>
			values.length > 0
				? values.map(({ value }, index) => [name, index + 1, value, baseline, target])
				: [[name, null, null, baseline, target]],
		),
	};
}
