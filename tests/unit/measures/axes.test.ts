import { describe, expect, test } from "vitest";
import { cellAt, niceStep } from "#app/measures/geometry.ts";
import { timeEnds, valueAxis } from "#app/measures/outcome/axes.ts";
import type { OutcomeChart, OutcomeSeries } from "#app/measures/outcome/calculation.ts";

function seriesOf(numbers: number[], levels: { baseline?: number; target?: number } = {}): OutcomeSeries {
	const values = numbers.map((value, day) => ({
		date: `2016-05-0${day + 1}`,
		dateLabel: `${day + 1} maj`,
		value,
		day,
	}));
	const { baseline = null, target = null } = levels;
	return { platsId: 1, name: "Skolväg", values, latest: null, baseline, target, isReached: null, change: null };
}

function chartOf(...series: OutcomeSeries[]): OutcomeChart {
	const days = Math.max(...series.map((one) => one.values.length - 1));
	return { figure: "", thisOne: "detta tertial", unit: "km/h", series, hasLine: true, days };
}

describe("the values of an outcome", () => {
	const slow = seriesOf([37.4, 33.8]);
	const fast = seriesOf([54.3, 52.6]);
	const withLevels = seriesOf([41], { baseline: 42, target: 30 });

	test("have axes of one length, each around its own values", () => {
		const chart = chartOf(slow, fast);
		const axes = [valueAxis(slow, chart), valueAxis(fast, chart)];
		expect(axes.map(({ min, max }) => [min, max])).toEqual([
			[32, 38],
			[50, 56],
		]);
	});

	test("make room for baseline and target too", () => {
		const { min, max } = valueAxis(withLevels, chartOf(withLevels));
		expect(min).toBeLessThanOrEqual(30);
		expect(max).toBeGreaterThanOrEqual(42);
	});

	test("never go below nought when nothing does, and have room also when they stand still", () => {
		const still = seriesOf([0, 0]);
		const { min, max, ticks } = valueAxis(still, chartOf(still));
		expect(min).toBe(0);
		expect(max).toBeGreaterThan(0);
		expect([ticks[0], ticks[ticks.length - 1]]).toEqual([min, max]);
	});

	test("share a time axis that is named where it begins and ends", () => {
		expect(timeEnds(chartOf(seriesOf([1, 2, 3]), seriesOf([1])))).toEqual({ first: "1 maj", last: "3 maj" });
	});
});

test.each([
	[15, 5, 5],
	[4, 5, 1],
	[3.6, 3, 2],
	[0.5, 3, 0.2],
	[100, 1, 100],
])("a span of %d in at most %d steps: %d each", (span, count, step) => {
	expect(niceStep(span, count)).toBeCloseTo(step);
});

test.each([[1], [7], [37]])("%d marks in a row begin at the left edge and end at the right", (count) => {
	const percentOf = (text: string) => Number(text.replace("%", ""));
	const last = cellAt(count - 1, count);
	expect(cellAt(0, count).x).toBe("0%");
	expect(percentOf(last.x) + percentOf(last.width)).toBeCloseTo(100, 1);
});
