import Holidays from "date-holidays";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { letterInstant, weekDue } from "#app/notiser/digestTimes.ts";
import { abandonedBefore, nextTry, oldestToSend } from "#app/notiser/sendTimes.ts";

describe("the letters of a week go out at 07.00 Swedish time", () => {
	test.each([
		["2018-10-15", "2018-10-15T05:00:00.000Z", "an ordinary Monday"],
		["2018-03-26", "2018-03-26T05:00:00.000Z", "the day after summer time began"],
		["2018-03-19", "2018-03-19T06:00:00.000Z", "the Monday before it"],
		["2018-10-29", "2018-10-29T06:00:00.000Z", "the day after summer time ended"],
		["2018-04-02", "2018-04-03T05:00:00.000Z", "annandag påsk"],
		["2017-12-25", "2017-12-27T06:00:00.000Z", "juldagen and annandag jul"],
		["2018-01-01", "2018-01-02T06:00:00.000Z", "nyårsdagen"],
		["2017-05-01", "2017-05-02T05:00:00.000Z", "första maj"],
		["2016-06-06", "2016-06-07T05:00:00.000Z", "nationaldagen"],
		["2018-12-24", "2018-12-24T06:00:00.000Z", "julafton, which is no helgdag by law"],
		["2020-01-06", "2020-01-07T06:00:00.000Z", "trettondedag jul"],
	])("the week of %s: %s (%s)", (monday, expected) => {
		expect(letterInstant(monday)).toBe(expected);
		expect(weekDue(expected)).toMatch(/^\d{4}-W\d\d$/);
	});

	test.each([
		["2018-10-15T04:59:59.999Z", null],
		["2018-10-15T05:00:00.000Z", "2018-W42"],
		["2018-10-16T04:59:59.999Z", "2018-W42"],
		["2018-10-16T05:00:00.000Z", null],
		["2018-10-21T12:00:00.000Z", null],
		["2018-04-02T05:30:00.000Z", null],
		["2018-04-03T05:00:00.000Z", "2018-W14"],
		["2018-04-04T04:59:59.999Z", "2018-W14"],
		["2017-12-27T06:00:00.000Z", "2017-W52"],
		["2018-01-02T06:00:00.000Z", "2018-W01"],
		["2018-12-31T06:00:00.000Z", "2019-W01"],
	])("at %s the week to write is %s: caught up with for 24 hours, and then no more", (now, week) => {
		expect(weekDue(now)).toBe(week);
	});

	test("at any instant, as when the days are walked through with another calendar and another clock", () => {
		const instant = fc.date({ min: new Date("1996-01-01"), max: new Date("2037-12-31"), noInvalidDate: true });
		fc.assert(
			fc.property(instant, (date) => {
				expect(weekDue(date.toISOString()) !== null).toBe(isDueByHand(date));
			}),
			{ numRuns: 400 },
		);
	});

	test("exactly once in every week of twenty years, however it is looked for", () => {
		for (let week = Date.parse("2010-01-04T00:00:00Z"); week < Date.parse("2030-01-01"); week += 7 * DAY) {
			const monday = new Date(week).toISOString().slice(0, 10);
			const at = letterInstant(monday);
			expect(isDueByHand(new Date(at))).toBe(true);
			expect(isDueByHand(new Date(Date.parse(at) - 1))).toBe(false);
		}
	});
});

describe("a letter that does not leave", () => {
	const now = "2018-10-15T05:00:00.000Z";

	test("is tried again after 1, 2, 4, 8 and then every 15 minutes", () => {
		const minutes = [1, 2, 3, 4, 5, 6, 100].map((failures) => nextTry(now, failures).slice(11, 16));
		expect(minutes).toEqual(["05:01", "05:02", "05:04", "05:08", "05:15", "05:15", "05:15"]);
	});

	test("is given up after three days, and after ten minutes without an answer", () => {
		expect(oldestToSend(now)).toBe("2018-10-12T05:00:00.000Z");
		expect(abandonedBefore(now)).toBe("2018-10-15T04:50:00.000Z");
	});
});

const DAY = 24 * 3_600_000;
const oracle = new Holidays("SE");
const publicDays = new Set(
	Array.from({ length: 45 }, (_, index) => oracle.getHolidays(1995 + index))
		.flat()
		.filter(({ type, name }) => type === "public" && name !== "annandag pingst")
		.map(({ date }) => date.slice(0, 10)),
);
const swedish = new Intl.DateTimeFormat("sv-SE", {
	timeZone: "Europe/Stockholm",
	dateStyle: "short",
	timeStyle: "short",
});

/** Hour by hour backwards for a day: the hour that was 07 on the first day from a Monday that was no public holiday. */
function isDueByHand(date: Date): boolean {
	const hour = Math.floor(date.getTime() / 3_600_000) * 3_600_000;
	return Array.from({ length: 24 }, (_, back) => swedish.format(hour - back * 3_600_000)).some((local) => {
		const [day = "", time] = local.split(" ");
		return time === "07:00" && isFirstWorkingDay(day);
	});
}

function isFirstWorkingDay(day: string): boolean {
	const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
	const daysOfWeek = Array.from({ length: weekday + 1 }, (_, back) =>
		new Date(Date.parse(`${day}T00:00:00Z`) - back * DAY).toISOString().slice(0, 10),
	);
	const [today = "", ...before] = daysOfWeek;
	return weekday < 6 && !publicDays.has(today) && before.every((each) => publicDays.has(each));
}
