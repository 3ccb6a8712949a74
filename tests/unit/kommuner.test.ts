import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { askWhichKommun, KOMMUNER, readKommun } from "#app/domain/kommuner.ts";
import { KOMMUNER as DEMO_KOMMUNER } from "#seeds/kommuner.ts";

describe("the list", () => {
	test("has 290 kommuner, each code, name and address once", () => {
		expect(KOMMUNER).toHaveLength(290);
		for (const key of ["code", "name", "slug"] as const)
			expect(new Set(KOMMUNER.map((kommun) => kommun[key])).size, key).toBe(290);
	});

	test("has as many in each län as SCB has", () => {
		const counts: Record<string, number> = {};
		for (const { code } of KOMMUNER) counts[code.slice(0, 2)] = (counts[code.slice(0, 2)] ?? 0) + 1;
		expect(counts).toEqual({
			"01": 26,
			"03": 8,
			"04": 9,
			"05": 13,
			"06": 13,
			"07": 8,
			"08": 12,
			"09": 1,
			"10": 5,
			"12": 33,
			"13": 6,
			"14": 49,
			"17": 16,
			"18": 12,
			"19": 10,
			"20": 15,
			"21": 10,
			"22": 7,
			"23": 8,
			"24": 15,
			"25": 14,
		});
	});

	test("stands in the order of the codes, four digits each, and names are as they are written", () => {
		const codes = KOMMUNER.map(({ code }) => code);
		expect(codes).toEqual([...codes].sort());
		expect(
			KOMMUNER.filter(({ code, name }) => !/^\d{4}$/.test(code) || !/^[A-ZÅÄÖ][a-zåäö A-Z-]+$/.test(name)),
		).toEqual([]);
	});

	test("has the demo's kommuner under their codes and addresses", () => {
		for (const { scbCode, name, slug } of DEMO_KOMMUNER) expect(KOMMUNER).toContainEqual({ code: scbCode, name, slug });
	});

	test("has addresses of a–z and hyphens, and Håbo's is not Habo's", () => {
		expect(KOMMUNER.filter(({ slug }) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
		expect(KOMMUNER.filter(({ name }) => /^H[aå]bo$/.test(name))).toEqual([
			{ code: "0305", name: "Håbo", slug: "haabo" },
			{ code: "0643", name: "Habo", slug: "habo" },
		]);
	});

	test("has no address that is a page of the site or of /intern", () => {
		const routes = readdirSync("app/routes").map((name) => name.split("."));
		const first = routes.map(([segment = ""]) => segment.replace(/_$/, ""));
		const second = routes.flatMap(([segment, below = ""]) =>
			segment === "intern" ? [below.replace(/[[_].*$/, "")] : [],
		);
		expect(first).toEqual(expect.arrayContaining(["intern", "kontrollera", "halsa", "logga-in"]));
		expect(second).toEqual(expect.arrayContaining(["ny-kommun", "konto"]));
		const taken = new Set([...first, ...second, "assets", "favicon", "build"]);
		expect(KOMMUNER.filter(({ slug }) => taken.has(slug))).toEqual([]);
	});
});

describe("what somebody writes", () => {
	test.each([
		["Sävsjö", "0684"],
		["  sävsjö ", "0684"],
		["SAVSJO", "0684"],
		["0684", "0684"],
		["Sävsjö, 0684", "0684"],
		["Sävsjö (0684)", "0684"],
		["Sävsjö kommun", "0684"],
		["Österåkers kommun", "0117"],
		["Stockholms stad", "0180"],
		["Borås stad", "1490"],
		["Tranas", "0687"],
		["Region Gotland", "0980"],
		["Upplands bro", "0139"],
		["dals ed", "1438"],
		["Malung - Sälen", "2023"],
		["lilla edet", "1462"],
		["Ho\u0308o\u0308r", "1267"],
		["Habo", "0643"],
		["habo kommun", "0643"],
		["Håbo", "0305"],
		["HÅBO", "0305"],
		["Håbo kommun", "0305"],
	])("%j is %s", (text, code) => {
		expect(readKommun(text)).toMatchObject({ kommun: { code } });
	});

	test("every kommun is found by its name, its code, its address and in the genitive", () => {
		for (const kommun of KOMMUNER) {
			for (const text of [kommun.name, kommun.code, `${kommun.name}, ${kommun.code}`, `${kommun.name}s kommun`])
				expect(readKommun(text), text).toEqual({ kommun });
			if (kommun.name !== "Håbo") expect(readKommun(kommun.slug), kommun.slug).toEqual({ kommun });
		}
	});

	test.each([
		["Savjö", ["Sävsjö", "Växjö"]],
		["Jönköpng", ["Jönköping"]],
		["hbao", ["Håbo", "Habo"]],
		["Upplands", ["Upplands Väsby", "Upplands-Bro"]],
		["öster", ["Österåker", "Östersund"]],
		["0648", ["Mullsjö", "Habo", "Sävsjö"]],
		// A code and a name of two kommuner: which one?
		["Sävsjö 0680", ["Sävsjö", "Jönköping"]],
		["Narnia 0684", ["Sävsjö"]],
		["Sävsjö 0648", ["Sävsjö"]],
		["Narnia", []],
		["x", []],
		["", []],
		["1", []],
		["9".repeat(300), []],
		["å".repeat(5000), []],
	])("%.20j is none, and those near are %j", (text, names) => {
		const read = readKommun(text);
		expect(read.kommun).toBeNull();
		expect("suggestions" in read && read.suggestions.map(({ name }) => name)).toEqual(names);
	});

	test("is asked about in a sentence", () => {
		const [first, second, third] = KOMMUNER;
		if (!first || !second || !third) throw new Error("the list is empty");
		expect(askWhichKommun([])).toBeNull();
		expect(askWhichKommun([first])).toBe("Menar du Upplands Väsby (0114)?");
		expect(askWhichKommun([first, second, third])).toBe(
			"Menar du Upplands Väsby (0114), Vallentuna (0115) eller Österåker (0117)?",
		);
	});
});
