import { niceStep } from "../geometry.ts";
import type { OutcomeChart, OutcomeSeries } from "./calculation.ts";

export interface ValueAxis {
	min: number;
	max: number;
	ticks: number[];
}

const STEPS = 3;

/**
 * The values of one series. Every series has as long an axis as the others, so that slopes can be compared, but its own
 * middle, so that roads with different speeds all use the room.
 */
export function valueAxis(series: OutcomeSeries, { series: all }: OutcomeChart): ValueAxis {
	const widest = Math.max(...all.map((one) => rangeOf(one).high - rangeOf(one).low));
	const step = niceStep(widest > 0 ? widest : 1, STEPS);
	const count = Math.ceil(widest / step) + 1;
	const { low, high } = rangeOf(series);
	const centred = Math.round((low + high - count * step) / 2 / step) * step;
	const min = low >= 0 ? Math.max(0, centred) : centred;
	const tick = (index: number) => Math.round((min + index * step) * 100) / 100;
	return { min: tick(0), max: tick(count), ticks: Array.from({ length: count + 1 }, (_, index) => tick(index)) };
}

/** The dates where the shared time axis begins and ends, as words. */
export function timeEnds({ series, days }: OutcomeChart): { first: string; last: string } {
	const values = series.flatMap((one) => one.values);
	const labelOn = (day: number) => values.find((value) => value.day === day)?.dateLabel ?? "";
	return { first: labelOn(0), last: labelOn(days) };
}

function rangeOf({ values, baseline, target }: OutcomeSeries): { low: number; high: number } {
	const numbers = [...values.map((one) => one.value), baseline, target].filter((number) => number !== null);
	if (numbers.length === 0) return { low: 0, high: 0 };
	return { low: Math.min(...numbers), high: Math.max(...numbers) };
}
