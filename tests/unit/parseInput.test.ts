import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#app/domain/dates.ts";
import { formatDate, formatDay, formatNumber, formatWeekdayAndDay, lowerFirst } from "#app/domain/format.ts";
import { parseComingDateInput, parseDateInput, parseNumberInput } from "#app/domain/parseInput.ts";

const TODAY = "2026-05-02";

describe("parseDateInput", () => {
	test.each([
		["2026-04-30", "2026-04-30"],
		[" 2026-4-3 ", "2026-04-03"],
		["20260430", "2026-04-30"],
		["30/4", "2026-04-30"],
		["30/4 2026", "2026-04-30"],
		["30/4-2025", "2025-04-30"],
		["30/4/2025", "2025-04-30"],
		["30 april", "2026-04-30"],
		["30 APRIL 2025", "2025-04-30"],
		["30 apr. 2025", "2025-04-30"],
		["tors 30 april", "2026-04-30"],
		["den 30:e april", "2026-04-30"],
		["1:a maj", "2026-05-01"],
		["torsdag den 30 april", "2026-04-30"],
		["sön 22:a mars 2026", "2026-03-22"],
		["idag", "2026-05-02"],
		["i dag", "2026-05-02"],
		["igår", "2026-05-01"],
		["i går", "2026-05-01"],
		["2/5", "2026-05-02"],
		["3/5", "2025-05-03"],
		["31 december", "2025-12-31"],
		["29/2", "2024-02-29"],
		["29 februari 2024", "2024-02-29"],
		["2026-07-01", "2026-07-01"],
	])("%s is %s", (typed, date) => expect(parseDateInput(typed, TODAY)).toBe(date));

	test.each([
		"",
		"i morgon",
		"2026-02-29",
		"2026-13-01",
		"2026-00-10",
		"31/4",
		"0/4",
		"30 april 26",
		"30 aprilius",
		"30.4",
		"2026-04-30T10:00",
		"202604300",
		"99999-01-01",
	])("refuses %s", (typed) => expect(parseDateInput(typed, TODAY)).toBeUndefined());

	test.each([
		["2026-01-01", "2025-12-31"],
		["2024-03-01", "2024-02-29"],
		["2100-03-01", "2100-02-28"],
	])("the day before %s is %s", (today, yesterday) => expect(parseDateInput("igår", today)).toBe(yesterday));

	test("29 February is found across 2100, which is no leap year", () => {
		expect(parseDateInput("29/2", "2103-12-31")).toBe("2096-02-29");
	});

	const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1950-01-01", days));

	test("reads back every way that the app itself writes a day", () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				expect(parseDateInput(day, day)).toBe(day);
				expect(parseDateInput(formatDate(day), TODAY)).toBe(day);
				expect(parseDateInput(formatDay(day), day)).toBe(day);
				expect(parseDateInput(formatWeekdayAndDay(day), day)).toBe(day);
				expect(parseDateInput("igår", addDays(day, 1))).toBe(day);
			}),
		);
	});

	test("a day without a year is never after today and never a year and a day old, leap day aside", () => {
		fc.assert(
			fc.property(anyDay, anyDay, (day, today) => {
				const read = parseDateInput(formatDay(day), today) as string;
				expect(read.slice(5)).toBe(day.slice(5));
				expect(read <= today).toBe(true);
				if (!day.endsWith("02-29")) expect(read > addDays(today, -367)).toBe(true);
			}),
		);
	});
});

describe("parseComingDateInput", () => {
	test.each([
		["1 december", "2026-12-01"],
		["2/5", "2026-05-02"],
		["1/5", "2027-05-01"],
		["29/2", "2028-02-29"],
		["2026-04-30", "2026-04-30"],
	])("%s is %s", (typed, date) => expect(parseComingDateInput(typed, TODAY)).toBe(date));
});

describe("parseNumberInput", () => {
	test.each([
		["1234", 1234],
		["1 234", 1234],
		["1\u00a0234", 1234],
		["1\u202f234\u202f567", 1234567],
		[" 12 345,6 ", 12345.6],
		["0,5", 0.5],
		["0.5", 0.5],
		["1.5", 1.5],
		["0.125", 0.125],
		["-3", -3],
		["−3,5", -3.5],
		["-0", 0],
		["007", 7],
	])("%j is %d", (typed, value) => expect(parseNumberInput(typed)).toBe(value));

	test.each(["", "tre", "1,", ",5", "1 23", "12 34", "1.234", "1,2,3", "1e3", "0x10", "Infinity", "--1", "5 st"])(
		"refuses %j",
		(typed) => expect(parseNumberInput(typed)).toBeUndefined(),
	);

	test("reads back what the app itself writes", () => {
		fc.assert(
			fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (hundredths) => {
				expect(parseNumberInput(formatNumber(hundredths / 100))).toBe(hundredths / 100);
			}),
		);
	});
});

test.each([
	["Fotpatrullering i centrum", "fotpatrullering i centrum"],
	["BRÅ-arbete", "BRÅ-arbete"],
	["ANDT insats", "ANDT insats"],
	["Å", "å"],
	["", ""],
])("within a sentence %s is %s: an abbreviation keeps its capitals", (name, expected) => {
	expect(lowerFirst(name)).toBe(expected);
});
