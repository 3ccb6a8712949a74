import { describe, expect, it } from "vitest";
import {
	addDays,
	addMonths,
	addYears,
	countDays,
	daysBetween,
	defaultLogDate,
	eachDay,
	earliest,
	isoWeek,
	lastDayOfMonth,
	latest,
	mondayOf,
	stockholmDate,
	thursdayOf,
	weekdayOf,
} from "#app/domain/dates.ts";

describe("the Swedish day at an instant", () => {
	it.each([
		["2018-10-15T12:00:00Z", "2018-10-15", "an ordinary noon"],
		["2018-01-31T22:59:59Z", "2018-01-31", "winter: one second before midnight"],
		["2018-01-31T23:00:00Z", "2018-02-01", "winter: midnight is 23 UTC"],
		["2018-07-31T21:59:59Z", "2018-07-31", "summer: one second before midnight"],
		["2018-07-31T22:00:00Z", "2018-08-01", "summer: midnight is 22 UTC"],
		["2018-03-24T23:00:00Z", "2018-03-25", "the night of the change to summer time begins in winter time"],
		["2018-03-25T22:00:00Z", "2018-03-26", "and the day after begins in summer time"],
		["2018-10-27T22:00:00Z", "2018-10-28", "the night of the change to winter time begins in summer time"],
		["2018-10-28T22:59:59Z", "2018-10-28", "and its day has 25 hours"],
		["2018-10-28T23:00:00Z", "2018-10-29", "until midnight in winter time"],
		["2015-12-31T23:30:00Z", "2016-01-01", "new year"],
		["2016-02-28T23:30:00Z", "2016-02-29", "leap day"],
	])("%s is %s (%s)", (instant, date) => {
		expect(stockholmDate(instant)).toBe(date);
	});
});

describe("the day that a logged activity is proposed to belong to", () => {
	it.each([
		["2018-10-14T21:59:00Z", "2018-10-14", "23:59"],
		["2018-10-14T22:00:00Z", "2018-10-14", "00:00 belongs to the evening before"],
		["2018-10-15T03:59:59Z", "2018-10-14", "05:59:59 too"],
		["2018-10-15T04:00:00Z", "2018-10-15", "06:00 is a new day"],
		["2018-03-25T00:30:00Z", "2018-03-24", "01:30 in the night of the spring change"],
		["2018-03-25T01:30:00Z", "2018-03-24", "03:30 in the same night, two o'clock never came"],
		["2018-03-25T03:59:00Z", "2018-03-24", "05:59 summer time"],
		["2018-03-25T04:00:00Z", "2018-03-25", "06:00 summer time"],
		["2018-10-28T00:30:00Z", "2018-10-27", "02:30 in the night of the autumn change, the first time"],
		["2018-10-28T01:30:00Z", "2018-10-27", "02:30 the second time"],
		["2018-10-28T04:59:00Z", "2018-10-27", "05:59 winter time"],
		["2018-10-28T05:00:00Z", "2018-10-28", "06:00 winter time"],
		["2016-01-01T01:00:00Z", "2015-12-31", "02:00 on new year's night"],
		["2016-03-01T02:00:00Z", "2016-02-29", "03:00 after a leap day"],
	])("%s → %s (%s)", (instant, date) => {
		expect(defaultLogDate(instant)).toBe(date);
	});
});

describe("calendar arithmetic", () => {
	it.each([
		[addDays("2016-02-28", 1), "2016-02-29"],
		[addDays("2017-02-28", 1), "2017-03-01"],
		[addDays("2018-01-01", -1), "2017-12-31"],
		[addMonths("2016-01-31", 1), "2016-02-29"],
		[addMonths("2016-12-15", 2), "2017-02-15"],
		[addYears("2016-02-29", 1), "2017-02-28"],
		[addYears("2018-04-10", 2), "2020-04-10"],
		[lastDayOfMonth(2016, 2), "2016-02-29"],
		[lastDayOfMonth(2017, 2), "2017-02-28"],
		[lastDayOfMonth(2018, 12), "2018-12-31"],
		[earliest("2018-01-01", "2017-12-31"), "2017-12-31"],
		[latest("2018-01-01", "2017-12-31"), "2018-01-01"],
	])("%s is %s", (actual, expected) => {
		expect(actual).toBe(expected);
	});

	it("counts both ends of an interval", () => {
		expect(countDays("2016-01-01", "2016-12-31")).toBe(366);
		expect(countDays("2018-04-10", "2018-04-10")).toBe(1);
		expect(countDays("2018-04-10", "2018-04-09")).toBe(0);
		expect(countDays("2018-04-10", "2018-04-01")).toBe(0);
		expect(daysBetween("2018-04-10", "2018-04-09")).toBe(-1);
		expect(eachDay("2016-02-28", "2016-03-01")).toEqual(["2016-02-28", "2016-02-29", "2016-03-01"]);
		expect(eachDay("2016-03-02", "2016-03-01")).toEqual([]);
	});
});

describe("ISO weeks", () => {
	it.each([
		["2015-12-31", "2015-W53"],
		["2016-01-03", "2015-W53"],
		["2016-01-04", "2016-W01"],
		["2017-01-01", "2016-W52"],
		["2017-02-28", "2017-W09"],
		["2018-04-30", "2018-W18"],
		["2018-12-31", "2019-W01"],
		["2020-12-31", "2020-W53"],
		["2021-01-03", "2020-W53"],
	])("%s lies in %s", (date, key) => {
		expect(isoWeek(date).key).toBe(key);
		expect(isoWeek(mondayOf(date)).key).toBe(key);
		expect(thursdayOf(date).slice(0, 4)).toBe(key.slice(0, 4));
	});

	it("begin on Monday", () => {
		expect(weekdayOf("2018-10-15")).toBe(1);
		expect(weekdayOf("2018-10-21")).toBe(7);
		expect(mondayOf("2018-10-21")).toBe("2018-10-15");
		expect(thursdayOf("2018-10-21")).toBe("2018-10-18");
	});
});
