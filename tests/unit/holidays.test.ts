import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { weekdayOf } from "#app/domain/dates.ts";
import { helgkvallarOf, holidaysOf, isHelgdag } from "#app/domain/holidays.ts";

const YEARS = Array.from({ length: 12 }, (_, index) => 2016 + index);
/** Evenings of ours that the oracle does not name. */
const OWN_EVES = ["dagen före Kristi himmelsfärdsdag", "nationaldagens afton"];
/** Days of the oracle that are no helgdag and no eve of one. */
const ONLY_OBSERVED = [
	"tjugondag Knut",
	"Vasaloppet",
	"annandag pingst",
	"Mors dag",
	"Gustav-Adolf-dagen",
	"Mårtensgås",
	"Nobeldagen",
	"Luciadagen",
];

const oracle = new Holidays("SE");

describe.each(YEARS)("holidays of %i", (year) => {
	const expected = oracle.getHolidays(year).filter((day) => !ONLY_OBSERVED.includes(day.name));

	it("are the public holidays and eves of date-holidays", () => {
		const ours = holidaysOf(year).filter((day) => !OWN_EVES.includes(day.name));
		expect(ours.map((day) => `${day.date} ${day.name}`).sort()).toEqual(
			expected.map((day) => `${day.date.slice(0, 10)} ${day.name}`).sort(),
		);
	});

	it("are days off exactly when the oracle says public", () => {
		expect(
			holidaysOf(year)
				.filter((day) => day.isPublicHoliday)
				.map((day) => day.date)
				.sort(),
		).toEqual(
			expected
				.filter((day) => day.type === "public")
				.map((day) => day.date.slice(0, 10))
				.sort(),
		);
	});

	it("offers every evening before and of a public holiday once, in order", () => {
		const dates = helgkvallarOf(year).map((evening) => evening.date);
		expect(dates).toEqual([...new Set(dates)].sort());
		for (const day of holidaysOf(year)) expect(dates).toContain(day.date);
	});
});

describe("helgdag", () => {
	it.each([
		["2018-05-10", true, "Kristi himmelsfärdsdag"],
		["2018-05-09", false, "the day before it"],
		["2018-12-24", false, "julafton is no helgdag by law"],
		["2018-10-14", true, "a Sunday"],
		["2018-10-13", false, "a Saturday"],
		["2004-06-06", true, "nationaldagen 2004 fell on a Sunday"],
		["2003-06-06", false, "nationaldagen before 2005"],
		["2016-02-29", false, "leap day, a Monday"],
	])("%s → %s (%s)", (date, expected) => {
		expect(isHelgdag(date)).toBe(expected);
	});
});

describe("helgkvällar", () => {
	it("names a holiday before an eve when both fall on one day", () => {
		expect(helgkvallarOf(2016).find((evening) => evening.date === "2016-03-27")?.name).toBe("påskdagen");
	});

	it("holds the eves of 2016", () => {
		const names = new Map(helgkvallarOf(2016).map((evening) => [evening.date, evening.name]));
		expect(names.get("2016-01-05")).toBe("trettondagsafton");
		expect(names.get("2016-03-24")).toBe("skärtorsdagen");
		expect(names.get("2016-05-04")).toBe("dagen före Kristi himmelsfärdsdag");
		expect(names.get("2016-06-24")).toBe("midsommarafton");
		expect(names.get("2016-11-04")).toBe("allhelgonaafton");
		expect(names.get("2016-12-31")).toBe("nyårsafton");
		expect(weekdayOf("2016-06-24")).toBe(5);
	});
});
