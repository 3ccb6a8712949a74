import { describe, expect, test } from "vitest";
import { eachDay } from "#app/domain/dates.ts";
import { formatDate } from "#app/domain/format.ts";
import { looksLikeDate, readDateCell, readQuantityCell } from "#app/import/cells.ts";

describe("a day", () => {
	test.each([
		"2018-04-03",
		"2018-4-3",
		"2018/04/03",
		"2018.04.03",
		"20180403",
		"180403",
		"18-04-03",
		"3/4 2018",
		"3/4-2018",
		"3/4/2018",
		"03/04/2018",
		"3/4-18",
		"3/4 18",
		"3.4.2018",
		"03.04.2018",
		"3.4.18",
		"3-4-2018",
		"3 april 2018",
		"3:e april 2018",
		"den 3 april 2018",
		"3 apr 2018",
		"3 apr. 2018",
		"03-apr-18",
		"3 April, 2018",
		"tis 3 april 2018",
		"tisdag 3/4 2018",
		"Tisdagen den 3 april 2018",
		"2018-04-03 14:30",
		"2018-04-03T14:30:00",
		"2018-04-03T14:30:00.000Z",
		"2018-04-03 18:00-20:00",
		"2018-04-03 kl. 14.30",
		"3/4 2018 14:30",
		"  3/4\u00a02018 ",
	])("written %s is 3 April, never 4 March", (text) => {
		expect(readDateCell(text, null)).toEqual({ date: "2018-04-03" });
		expect(looksLikeDate(text)).toBe(text !== "180403");
	});

	test.each(["3/4", "3.4", "3 april", "3 apr", "3-apr", "tis 3/4", "3/4 14:30"])(
		"without a year, %s, is of the year that is said for the file",
		(text) => {
			expect(readDateCell(text, 2018)).toEqual({ date: "2018-04-03" });
			expect(readDateCell(text, null)).toEqual({ problem: expect.stringContaining("året saknas") });
		},
	);

	test.each([
		["4/30/2018", "månaden finns inte"],
		["31/4 2018", "31 april 2018 finns inte i kalendern"],
		["29 februari 2018", "29 februari 2018 finns inte i kalendern"],
		["2018-13-01", "månaden finns inte"],
		["v. 18", "gick inte att läsa"],
		["april 2018", "gick inte att läsa"],
		["1-3 april 2018", "gick inte att läsa"],
		["43220", "gick inte att läsa"],
		["igår", "gick inte att läsa"],
		["1800-01-01", "finns inte i kalendern"],
		["9".repeat(10_000), "gick inte att läsa"],
	])("%s is refused with the reason", (text, problem) => {
		expect(readDateCell(text, 2018)).toEqual({ problem: expect.stringContaining(problem) });
	});

	test("is read back from every way that the app itself writes it", () => {
		for (const date of eachDay("2016-01-01", "2016-12-31"))
			for (const written of [date, formatDate(date), date.replaceAll("-", "")])
				expect(readDateCell(written, null)).toEqual({ date });
	});

	test.each(["2,5", "3.4", "12", "1234567", "180403", "Fotpatrull", "", "3 st"])(
		"%s does not look like one",
		(text) => {
			expect(looksLikeDate(text)).toBe(false);
		},
	);
});

describe("a number", () => {
	test.each([
		["4", 4],
		["1 234,5", 1234.5],
		["1\u00a0234", 1234],
		["2.5", 2.5],
		["0,5", 0.5],
		["−3", -3],
		["3 st", 3],
		["3st", 3],
		["1,5 tim", 1.5],
		["2 timmar", 2],
		["x", 1],
		["X", 1],
		["ja", 1],
		["✓", 1],
		["nej", 0],
		["-", 0],
		["0", 0],
	])("written %s is %d", (text, quantity) => {
		expect(readQuantityCell(text)).toBe(quantity);
	});

	test.each(["", "1.234", "ca 5", "5-6", "många", "1e3", "Infinity", "0x10", "#N/A"])("%s is none", (text) => {
		expect(readQuantityCell(text)).toBeUndefined();
	});
});
