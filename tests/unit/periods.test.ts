import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, countDays, eachDay } from "#app/domain/dates.ts";
import { describeClip } from "#app/domain/format.ts";
import {
	clipPeriod,
	daysInPeriod,
	nextPeriod,
	PERIOD_KINDS,
	parsePeriod,
	periodOf,
	periodsBetween,
	periodsInForce,
	previousPeriod,
} from "#app/domain/periods.ts";

const SAVSJO_2018 = { from: "2018-04-10", to: "2020-04-09" };

describe("the period that holds a day", () => {
	it.each([
		["2018-01-01", "tertial", "2018-T1", "2018-01-01", "2018-04-30"],
		["2018-04-30", "tertial", "2018-T1", "2018-01-01", "2018-04-30"],
		["2018-05-01", "tertial", "2018-T2", "2018-05-01", "2018-08-31"],
		["2018-12-31", "tertial", "2018-T3", "2018-09-01", "2018-12-31"],
		["2016-02-29", "quarter", "2016-Q1", "2016-01-01", "2016-03-31"],
		["2018-10-15", "quarter", "2018-Q4", "2018-10-01", "2018-12-31"],
		["2018-06-30", "half_year", "2018-H1", "2018-01-01", "2018-06-30"],
		["2018-07-01", "half_year", "2018-H2", "2018-07-01", "2018-12-31"],
		["2018-07-01", "year", "2018", "2018-01-01", "2018-12-31"],
	] as const)("%s, %s: %s", (date, kind, code, from, to) => {
		expect(periodOf(date, kind)).toMatchObject({ code, from, to, kind });
	});

	it("holds every day of a year once, for every kind", () => {
		for (const kind of PERIOD_KINDS) {
			const periods = periodsBetween("2016-01-01", "2016-12-31", kind);
			const days = periods.flatMap((period) => eachDay(period.from, period.to));
			expect(days).toEqual(eachDay("2016-01-01", "2016-12-31"));
		}
	});
});

describe("period codes", () => {
	it("read back to the same period", () => {
		const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays("2005-01-01", days));
		fc.assert(
			fc.property(day, fc.constantFrom(...PERIOD_KINDS), (date, kind) => {
				const period = periodOf(date, kind);
				expect(parsePeriod(period.code)).toEqual(period);
				expect(nextPeriod(previousPeriod(period))).toEqual(period);
				expect(period.from <= date && date <= period.to).toBe(true);
			}),
		);
	});

	it.each(["2018-T4", "2018-T0", "2018-Q5", "2018-H3", "2018-X1", "18-T1", "2018-T", "", "2018-T1 "])(
		"%j is none",
		(code) => {
			expect(parsePeriod(code)).toBeUndefined();
		},
	);
});

describe("clipping to the days in force", () => {
	const clip = (code: string, inForce: { from: string; to: string | null }) => {
		const period = parsePeriod(code);
		return period && clipPeriod(period, inForce);
	};

	it.each([
		["2018-T1", SAVSJO_2018, "gäller från 10 april", 21],
		["2018-T2", SAVSJO_2018, null, 123],
		["2020-T1", SAVSJO_2018, "gäller till 9 april", 100],
		["2017-T1", { from: "2017-02-28", to: null }, "gäller från 28 februari", 62],
		["2018-Q2", { from: "2018-05-01", to: "2018-06-15" }, "gäller från 1 maj till 15 juni", 46],
		["2016-T1", { from: "2016-01-01", to: "2016-12-31" }, null, 121],
	])("%s of %j: %s", (code, inForce, text, days) => {
		const clipped = clip(code, inForce);
		expect(clipped && describeClip(clipped)).toBe(text);
		expect(clipped && daysInPeriod(clipped)).toBe(days);
	});

	it.each(["2017-T3", "2020-T2"])("%s lies outside", (code) => {
		expect(clip(code, SAVSJO_2018)).toBeUndefined();
	});

	it("leaves no day of the löfte out and none twice", () => {
		for (const kind of PERIOD_KINDS) {
			const periods = periodsInForce(SAVSJO_2018, kind, SAVSJO_2018.to);
			const days = periods.reduce((sum, period) => sum + daysInPeriod(period), 0);
			expect(days).toBe(countDays(SAVSJO_2018.from, SAVSJO_2018.to));
		}
	});

	it("lists the periods that have begun, also without an end", () => {
		const codes = (inForce: { from: string; to: string | null }, through: string) =>
			periodsInForce(inForce, "tertial", through).map((period) => period.code);
		expect(codes({ from: "2016-01-01", to: null }, "2017-01-01")).toEqual(["2016-T1", "2016-T2", "2016-T3", "2017-T1"]);
		expect(codes(SAVSJO_2018, "2018-08-31")).toEqual(["2018-T1", "2018-T2"]);
		expect(codes(SAVSJO_2018, "2018-04-09")).toEqual([]);
	});
});
