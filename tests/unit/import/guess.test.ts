import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ColumnRole } from "#app/import/content.ts";
import { foldedName } from "#app/import/foldedName.ts";
import { guessMapping } from "#app/import/guess.ts";
import { importMappingSchema } from "#app/import/mapping.schema.ts";
import { FOTPATRULL, HEADINGS, importFacts, MOTE, NATTVANDRING, sheetOf } from "./facts.ts";

const facts = importFacts();
const ROWS = [
	["2018-04-03", "Fotpatrull", "2", "Torget", "Polisen", "Lugnt"],
	["2018-04-04", "Samverkansmöte", "", "Norra skolan", "Båda", ""],
	["2018-04-05", "Nattvandring", "1", "", "Kommunen", ""],
];

function columnsOf(rows: readonly (readonly string[])[], name: string | null = null): ColumnRole[] {
	return guessMapping([sheetOf(rows, name)], facts).columns;
}

describe("the row of headings", () => {
	test.each([
		["is the first", [HEADINGS, ...ROWS], 1],
		[
			"stands under a title and a sender",
			[["Logg 2018"], ["Polisen och Provkommun", "", "sida 1"], [], HEADINGS, ...ROWS],
			4,
		],
		["is not there", ROWS, 0],
		["is unlike any", [["Titel"], ["alfa", "beta", "gamma"], ...ROWS], 2],
		["stands over nothing", [HEADINGS], 1],
	])("%s", (_what, rows, headerRow) => {
		expect(guessMapping([sheetOf(rows)], facts).headerRow).toBe(headerRow);
	});
});

describe("columns", () => {
	const USUAL: ColumnRole[] = ["date", "aktivitet", "quantity", "plats", "performedBy", "note"];

	test.each([
		["the template's", HEADINGS],
		["other words", ["Dag", "Insats", "st", "Område", "Vem", "Kommentar"]],
		[
			"longer words",
			["Datum för insats", "Vad gjordes", "Antal gånger", "Var (plats)", "Utförd av vem", "Övrigt/notering"],
		],
		["capitals and odd spaces", ["DATUM", " AKTIVITET ", "ANTAL:", "ORT", "ANSVARIG  PART", "ANM/ANMÄRKNING"]],
		["English", ["Date", "Åtgärd", "Antal", "Plats", "Utförd av", "Info"]],
	])("are known by %s", (_what, headings) => {
		expect(columnsOf([headings, ...ROWS])).toEqual(USUAL);
	});

	test("are known by what they hold when nothing is said", () => {
		const expected = ["date", "aktivitet", "quantity", "plats", "performedBy", "unused"];
		expect(columnsOf(ROWS)).toEqual(expected);
		expect(columnsOf([["a", "b", "c", "d", "e", "f"], ...ROWS])).toEqual([
			"date",
			"aktivitet",
			"unused",
			"plats",
			"performedBy",
			"unused",
		]);
	});

	test("of by-products are known by their names and the usual others", () => {
		const headings = ["Datum", "Aktivitet", "Antal beslag", "LOB", "Ordningsböter", "Orosanmälningar", "Anmälningar"];
		const rows = [["2018-04-03", "Fotpatrull", "1", "0", "2", "", "3"]];
		expect(columnsOf([headings, ...rows])).toEqual([
			"date",
			"aktivitet",
			"biprodukt.beslag",
			"biprodukt.omhandertaganden",
			"biprodukt.ordningsbot",
			"biprodukt.orosanmalningar",
			"biprodukt.anmalningar",
		]);
	});

	test("that are named after an aktivitet and hold numbers are how many of it", () => {
		const headings = ["Datum", "Fotpatruller", "Samverkansmöte", "Väder", "Kommentar"];
		const rows = [
			["2018-04-03", "2", "", "Sol", ""],
			["2018-04-04", "", "x", "Regn", "Kort"],
		];
		expect(columnsOf([headings, ...rows])).toEqual([
			"date",
			`measure.${FOTPATRULL}`,
			`measure.${MOTE}`,
			"unused",
			"note",
		]);
	});

	test("of how many of something else are not how many times", () => {
		const rows = [["2018-04-03", "Fotpatrull", "4", "30", "3"]];
		const headings = ["Datum", "Aktivitet", "Antal poliser", "Besökare (antal)", "Tid"];
		expect(columnsOf([headings, ...rows])).toEqual(["date", "aktivitet", "unused", "unused", "unused"]);
	});

	test("of hours are how many only where a mått is counted in hours, and after a plain number", () => {
		const rows = [["2018-04-03", "Fotpatrull", "4", "1"]];
		const headings = ["Datum", "Aktivitet", "Timmar", "Antal"];
		expect(columnsOf([headings, ...rows])).toEqual(["date", "aktivitet", "unused", "quantity"]);
		expect(columnsOf([headings.slice(0, 3), ...rows])).toEqual(["date", "aktivitet", "unused", "unused"]);
		const [measure, ...others] = facts.measures;
		if (!measure) throw new Error("no measure");
		const inHours = { ...measure, quantityField: { label: "Antal timmar", isMeasuredValue: false } };
		const measures = [inHours, ...others];
		for (const heading of ["Timmar", "Antal timmar", "Tim"]) {
			const sheets = [
				sheetOf([
					["Datum", "Aktivitet", heading],
					["2018-04-03", "Fotpatrull", "4"],
				]),
			];
			expect(guessMapping(sheets, importFacts({ measures })).columns[2]).toBe("quantity");
		}
	});

	test.each([
		["a day of the week beside the day", ["Dag", "Datum"], ["tis", "2018-04-03"], 1],
		["the day that was planned", ["Datum planerat", "Datum genomfört"], ["2018-04-02", "2018-04-03"], 1],
		["the day that it was written down", ["Datum registrerat", "Dag"], ["2018-04-20", "2018-04-03"], 1],
		["a planned day is the only one", ["Planerat datum", "Plats"], ["2018-04-02", "Torget"], 0],
	])("of days are those when it was done: %s", (_what, headings, row, index) => {
		expect(columnsOf([headings, row]).indexOf("date")).toBe(index);
	});

	test("of how many took part are not who did it", () => {
		const rows = [
			["2018-04-03", "Fotpatrull", "12"],
			["2018-04-04", "Fotpatrull", "8"],
		];
		expect(columnsOf([["Datum", "Aktivitet", "Antal deltagare"], ...rows])).toEqual(["date", "aktivitet", "unused"]);
	});

	test("whose cells are something else than the heading says are left alone", () => {
		const headings = ["Datum", "Aktivitet", "Antal", "Ansvarig"];
		const rows = Array.from({ length: 30 }, (_, index) => ["2018-04-03", "Fotpatrull", "många", `Person ${index}`]);
		expect(columnsOf([headings, ...rows])).toEqual(["date", "aktivitet", "unused", "unused"]);
	});

	test("of a sheet that is named after an aktivitet need none for it", () => {
		const mapping = guessMapping(
			[
				sheetOf(
					[
						["Datum", "Antal"],
						["2018-04-03", "2"],
					],
					"Nattvandringar",
				),
			],
			facts,
		);
		expect(mapping.columns).toEqual(["date", "quantity"]);
		expect(mapping.fixed.measureId).toBe(NATTVANDRING);
	});
});

test("the sheet with the log is the one with most days", () => {
	const sheets = [
		sheetOf([["Instruktion"], ["Fyll i datum och aktivitet"]], "Läs mig"),
		sheetOf([HEADINGS, ...ROWS], "Logg"),
		sheetOf([HEADINGS, ...ROWS.slice(1)], "Gammal"),
	];
	expect(guessMapping(sheets, facts).sheet).toBe(1);
});

describe("names", () => {
	const mappingOf = (names: readonly string[], column: number) => {
		const rows = names.map((name) => ["2018-04-03", "Fotpatrull", "1", "Torget", "Polisen", ""].with(column, name));
		return guessMapping([sheetOf([HEADINGS, ...rows])], facts);
	};

	test.each([
		["fotpatrull", FOTPATRULL],
		["FOTPATRULL", FOTPATRULL],
		["Fotpatruller", FOTPATRULL],
		["Fotpatrullering", FOTPATRULL],
		["Fotpatrull i centrum", FOTPATRULL],
		["Samverkansmöte", MOTE],
		["samverkansmöten", MOTE],
		["Nattvandring", NATTVANDRING],
	])("%s is the mått that it names; of two dokument the one in force", (name, measureId) => {
		expect(mappingOf([name], 1).aktiviteter).toEqual({ [foldedName(name)]: measureId });
	});

	test.each([
		"Övrigt",
		"Vandring",
		"Beslutade åtgärder",
		"Trygghetsvandring",
		"Kontroll av krogar",
		"constructor",
		"…",
	])("%s is not clear, and left to people", (name) => {
		expect(mappingOf(["Fotpatrull", name], 1).aktiviteter).toEqual({ fotpatrull: FOTPATRULL });
	});

	test("of places are known by name, or by the only one that they can mean", () => {
		expect(mappingOf(["torget", "skolan", "Norra skolan, gården", "Södra parken"], 3).platser).toEqual({
			torget: 1,
			skolan: 2,
			"norra skolan gården": 2,
		});
	});

	test("of who did it are known in the usual words", () => {
		const names = [
			"Polis",
			"kommunen",
			"Båda",
			"Polis/kommun",
			"Polisen & kommunen",
			"Annan part",
			"Räddningstjänsten",
		];
		expect(mappingOf(names, 4).performers).toEqual({
			polis: "polis",
			kommunen: "kommun",
			båda: "gemensamt",
			"polis kommun": "gemensamt",
			"polisen kommunen": "gemensamt",
			"annan part": "annan",
		});
	});

	test("a kommun with two mått of one aktivitetstyp is asked which", () => {
		const [measure] = facts.measures;
		if (!measure) throw new Error("no measure");
		const two = importFacts({
			measures: [
				{ ...measure, name: "Norra patrullen" },
				{ ...measure, id: 99, name: "Södra patrullen" },
			],
		});
		const rows = [HEADINGS, ["2018-04-03", "Fotpatrullering", "", "", "", ""]];
		expect(guessMapping([sheetOf(rows)], two).aktiviteter).toEqual({});
	});
});

describe("the year of days without one", () => {
	const yearOf = (rows: readonly (readonly string[])[], name: string | null = null) =>
		guessMapping([sheetOf(rows, name)], facts).fixed.year;
	const DAY = ["3/4", "Fotpatrull"];

	test.each([
		["is named above the table", [["Logg 2018"], ["Datum", "Aktivitet"], DAY], null, 2018],
		["is in the sheet's name", [["Datum", "Aktivitet"], DAY], "Logg 2017", 2017],
		["is that of the other days", [["Datum", "Aktivitet"], DAY, ["2018-04-05", "Fotpatrull"]], null, 2018],
		[
			"is asked for when that of the other days would turn back time",
			[["Datum", "Aktivitet"], ["20/12 2017", "Möte"], DAY],
			null,
			null,
		],
		["is asked for when nothing says it", [["Datum", "Aktivitet"], DAY], null, null],
		["is asked for when two are named", [["Logg 2017–2018"], ["Datum", "Aktivitet"], DAY], null, null],
		[
			"is not needed when each says its own",
			[["Logg 2018"], ["Datum", "Aktivitet"], ["2018-04-05", "Fotpatrull"]],
			null,
			null,
		],
	])("%s", (_what, rows, name, year) => {
		expect(yearOf(rows, name)).toBe(year);
	});
});

test("what is never guessed is who did it, and any answer", () => {
	expect(guessMapping([sheetOf([HEADINGS, ...ROWS])], facts)).toMatchObject({
		fixed: { performedBy: null },
		takesLikeExisting: null,
		takesLate: null,
		leavesOutFaulty: false,
	});
});

test("whatever a file holds, there is a guess, and it can be stored", () => {
	const cell = fc.oneof(
		fc.string({ unit: "binary", maxLength: 12 }),
		fc.constantFrom(...HEADINGS, ...ROWS.flat(), "constructor"),
	);
	const sheet = fc
		.tuple(fc.option(fc.string()), fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }))
		.map(([name, rows]) => sheetOf(rows, name));
	fc.assert(
		fc.property(fc.array(sheet, { maxLength: 3 }), (sheets) => {
			expect(importMappingSchema.safeParse(guessMapping(sheets, facts)).error).toBeUndefined();
		}),
	);
});
