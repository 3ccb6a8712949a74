import { describe, expect, test } from "vitest";
import { checkImport } from "#app/import/check.ts";
import type { ImportMapping } from "#app/import/content.ts";
import { importProblems } from "#app/import/readiness.ts";
import {
	type Checked,
	checkRows,
	FOTPATRULL,
	HASTIGHET,
	HEADINGS,
	importFacts,
	importMapping,
	MOTE,
	MOTE_2017,
	NATTVANDRING,
	ROW,
	rowWith,
	sheetOf,
} from "./facts.ts";

function faultsOf(changes: Record<string, string>, checked?: Checked): string[] {
	return checkRows([rowWith(changes)], checked).rows[0]?.faults ?? [];
}

describe("a row", () => {
	test("becomes what it says", () => {
		const check = checkRows([ROW]);
		expect(check.rows).toEqual([
			{
				number: 2,
				outcome: "ready",
				faults: [],
				leftOutBecause: null,
				registrations: [
					{
						date: "2018-04-03",
						measureId: FOTPATRULL,
						quantity: 2,
						platsId: 1,
						performedBy: "polis",
						note: "Lugnt",
						biprodukter: [],
						rowKey: expect.stringMatching(/^[0-9a-f]{64}$/),
						isLate: false,
						outcome: "ready",
					},
				],
			},
		]);
		expect(check).toMatchObject({
			counts: { ready: 1, faulty: 0 },
			span: { from: "2018-04-03", to: "2018-04-03" },
			perMeasure: [{ measureId: FOTPATRULL, name: "Fotpatrull", registrations: 1, quantity: 2 }],
		});
	});

	test("without a number, place or performer is one, nowhere, by the one chosen for the file", () => {
		const [row] = checkRows([rowWith({ Antal: "", Plats: "–", "Utförd av": "", Anteckning: " " })]).rows;
		expect(row?.registrations).toMatchObject([{ quantity: 1, platsId: null, performedBy: "polis", note: null }]);
	});

	test.each([
		[{ Datum: "" }, "Datum: skriv en dag, till exempel 2026-04-30."],
		[{ Datum: "31/4 2018" }, "Datum: 31 april 2018 finns inte i kalendern."],
		[{ Datum: "3/4" }, "Datum: året saknas. Skriv ut året i filen, eller välj år för de datum som saknar det."],
		[{ Datum: "2018-10-16" }, "Datum: välj en dag senast i dag. Planerade insatser ska inte registreras här."],
		[{ Datum: "2016-05-01" }, "Datum: välj en dag när löftet gäller. Fotpatrull gäller 1 januari–31 december 2018."],
		[{ Antal: "0" }, "Antal: skriv ett tal större än 0."],
		[{ Antal: "-2" }, "Antal: skriv ett tal större än 0."],
		[{ Antal: "nej" }, "Antal: skriv ett tal större än 0."],
		[{ Antal: "flera" }, "Antal: skriv ett tal, till exempel 1 eller 2,5."],
		[{ Antal: "999999999999" }, "Antal: skriv ett mindre tal."],
		[{ Aktivitet: "" }, "Aktivitet: välj minst en."],
		[{ Aktivitet: "Åtgärder" }, "Aktivitet: Beslutade åtgärder följs genom beslutade åtgärder och loggas inte."],
		[{ Aktivitet: "Hastighet", Antal: "" }, "Uppmätt värde: skriv det uppmätta värdet."],
		[{ Anteckning: "x".repeat(201) }, "Anteckning: korta texten till högst 200 tecken."],
		[{ Aktivitet: "Patrull" }, "Aktivitet: ”Patrull” finns inte bland kommunens aktiviteter. Välj vad det står för."],
		[{ Plats: "Parken" }, "Plats: ”Parken” finns inte på kommunens lista. Välj vad det står för."],
		[
			{ "Utförd av": "Väktare" },
			"Utförd av: ”Väktare” är inte polisen, kommunen eller annan part. Välj vad det står för.",
		],
	])("with %o is told what is wrong and how to mend it", (changes, fault) => {
		expect(faultsOf(changes as Record<string, string>)).toEqual([fault]);
	});

	test("is told all that is wrong with it at once", () => {
		expect(faultsOf({ Datum: "igår", Antal: "flera", Plats: "Parken" })).toHaveLength(3);
	});

	test.each(HEADINGS)("with a personal number as %s is refused, and it is never repeated", (heading) => {
		const check = checkRows([rowWith({ [heading]: "Anna 640823-3234" })]);
		expect(check.rows[0]?.faults).toEqual([
			`${heading}: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.`,
		]);
		expect(JSON.stringify(check)).not.toMatch(/3234|Anna/);
	});

	test.each([
		["a measured value of 0", "Hastighet", "0", 0],
		["a measured value below 0", "Hastighet", "-1,5", -1.5],
	])("may say %s", (_what, aktivitet, antal, quantity) => {
		const { rows } = checkRows([rowWith({ Aktivitet: aktivitet, Antal: antal })]);
		expect(rows[0]?.registrations).toMatchObject([{ measureId: HASTIGHET, quantity }]);
	});

	test.each([
		["it is empty in the chosen columns", ["", "", "", "", "", "", "utanför"], "Inget står i de valda kolumnerna."],
		["it is a sum", ["Summa", "", "45"], "Raden är en summa."],
		["it is the name of a month", ["Mars"], "Raden är en mellanrubrik."],
		["it is a month and its year", ["", "April 2018"], "Raden är en mellanrubrik."],
		["it is a sum further in", ["", "Totalt", "45"], "Raden är en summa."],
		["it repeats the headings", HEADINGS, "Rubrikerna står där en gång till."],
		["it says nothing that counts", ["", "", "", "Torget", "", "Vecka 14"], "Datum, aktivitet och antal saknas."],
		["its name is not to be taken in", rowWith({ Aktivitet: "Annat" }), "”Annat” tas inte med."],
	])("is left out when %s", (_what, row, reason) => {
		const [checked] = checkRows([row]).rows;
		expect(checked).toMatchObject({ outcome: "left_out", leftOutBecause: reason });
	});
});

describe("a name that is unknown", () => {
	test("is told once, as first written, with how many rows have it", () => {
		const rows = [
			rowWith({ Aktivitet: "Patrull", Plats: "Parken" }),
			rowWith({ Aktivitet: "PATRULL!" }),
			rowWith({ "Utförd av": "Väktare" }),
			rowWith({ Aktivitet: "Annat", Plats: "Ån", "Utförd av": "Ingen" }),
		];
		const check = checkRows(rows);
		expect(check.unknown).toEqual({
			aktiviteter: [{ written: "Patrull", folded: "patrull", rows: 2 }],
			platser: [{ written: "Parken", folded: "parken", rows: 1 }],
			performers: [{ written: "Väktare", folded: "väktare", rows: 1 }],
		});
		expect(importProblems(check, importMapping({ leavesOutFaulty: true })).map(({ field }) => field)).toEqual([
			"aktiviteter",
			"platser",
			"performers",
		]);
	});

	test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("may be %s", (name) => {
		const check = checkRows([rowWith({ Aktivitet: name, Plats: name, "Utförd av": name })]);
		expect(check.rows[0]?.faults).toHaveLength(3);
	});
});

describe("a day outside the dokument of the mått", () => {
	test("counts toward the mått of the same name in the dokument in force that day", () => {
		const rows = ["2017-12-31", "2018-01-01"].map((Datum) => rowWith({ Datum, Aktivitet: "Möte", Antal: "1" }));
		for (const measureId of [MOTE, MOTE_2017]) {
			const { rows: checked } = checkRows(rows, { mapping: { aktiviteter: { möte: measureId } } });
			expect(checked.flatMap((row) => row.registrations.map((one) => one.measureId))).toEqual([MOTE_2017, MOTE]);
		}
	});

	test("holds for a sheet and a column that are one mått as well", () => {
		const asSheet = checkImport(
			[sheetOf([["Datum"], ["2017-05-01"], ["2018-05-01"]])],
			importMapping({ columns: ["date"], fixed: { measureId: MOTE, performedBy: "polis", year: null } }),
			importFacts(),
		);
		const asColumn = checkImport(
			[
				sheetOf([
					["Datum", "Möten"],
					["2017-05-01", "1"],
					["2018-05-01", "1"],
				]),
			],
			importMapping({ columns: ["date", `measure.${MOTE}`] }),
			importFacts(),
		);
		for (const { rows } of [asSheet, asColumn])
			expect(rows.flatMap((row) => row.registrations.map((one) => one.measureId))).toEqual([MOTE_2017, MOTE]);
	});

	test("is refused when two dokument in force then have it, and neither is the one chosen", () => {
		const { measures } = importFacts();
		const old = measures.find(({ id }) => id === MOTE_2017);
		if (!old) throw new Error("no such measure");
		const third = { ...old, id: 77, dokumentId: 3 };
		const checked = { facts: { measures: [...measures, third] } };
		expect(faultsOf({ Datum: "2017-05-01", Aktivitet: "Möte", Antal: "1" }, checked)).toEqual([
			"Aktivitet: Samverkansmöte finns i flera löften som gäller 1 maj 2017. Välj vilken som menas.",
		]);
		const chosen = checkRows([rowWith({ Datum: "2017-05-01", Aktivitet: "Möte", Antal: "1" })], {
			...checked,
			mapping: { aktiviteter: { möte: 77 } },
		});
		expect(chosen.rows[0]?.registrations).toMatchObject([{ measureId: 77 }]);
	});
});

describe("a file with a column for each aktivitet", () => {
	const wide = (rows: readonly (readonly string[])[]) =>
		checkImport(
			[sheetOf([["Datum", "Fotpatrull", "Nattvandring", "Hastighet", "Beslag", "Kommentar"], ...rows])],
			importMapping({
				columns: [
					"date",
					`measure.${FOTPATRULL}`,
					`measure.${NATTVANDRING}`,
					`measure.${HASTIGHET}`,
					"biprodukt.beslag",
					"note",
				],
			}),
			importFacts(),
		);

	test("becomes a registration for each number; by-products are counted once", () => {
		const { rows, counts } = wide([["2018-04-03", "2", "x", "41,5", "3", "Lugnt"]]);
		expect(rows[0]?.registrations).toMatchObject([
			{ measureId: FOTPATRULL, quantity: 2, note: "Lugnt", biprodukter: [{ code: "beslag", quantity: 3 }] },
			{ measureId: NATTVANDRING, quantity: 1, biprodukter: [] },
			{ measureId: HASTIGHET, quantity: 41.5, biprodukter: [] },
		]);
		expect(new Set(rows[0]?.registrations.map(({ rowKey }) => rowKey)).size).toBe(3);
		expect(counts.ready).toBe(3);
	});

	test("leaves out days when nothing was done, but not a value of 0 that was measured", () => {
		const { rows } = wide([
			["2018-04-03", "0", "", "", "", ""],
			["2018-04-04", "-", "nej", "–", "", "Ledigt"],
			["2018-04-05", "", "", "0", "", ""],
		]);
		expect(rows.map(({ outcome }) => outcome)).toEqual(["left_out", "left_out", "ready"]);
		expect(rows[0]?.leftOutBecause).toBe("Ingen aktivitet har något antal.");
	});

	test("names the column that is wrong", () => {
		expect(wide([["2018-04-03", "flera", "-1", "", "", ""]]).rows[0]?.faults).toEqual([
			"Fotpatrull, antal: skriv ett tal, till exempel 1 eller 2,5.",
			"Nattvandring, antal: skriv ett tal större än 0.",
		]);
		expect(wide([["2018-04-03", "1", "", "", "1,5", ""]]).rows[0]?.faults).toEqual([
			"Beslag: skriv ett helt tal, 0 eller mer.",
		]);
	});

	test("may not become more registrations than a file may have rows", () => {
		const rows = Array.from({ length: 5_001 }, () => ["2018-04-03", "1", "1", "", "", ""]);
		expect(wide(rows).mappingFaults).toEqual([
			{ field: "sheet", message: expect.stringContaining("10\u00a0000 registreringar") },
		]);
	});
});

describe("a mapping that makes no sense", () => {
	test.each<[string, Partial<ImportMapping>, string[]]>([
		["no day", { columns: ["unused", "aktivitet"] }, ["columns"]],
		["two days", { columns: ["date", "date", "aktivitet"] }, ["columns"]],
		["no aktivitet", { columns: ["date"] }, ["fixed.measureId"]],
		["nobody", { fixed: { measureId: 1, performedBy: null, year: null }, columns: ["date"] }, ["fixed.performedBy"]],
		["both shapes", { columns: ["date", "aktivitet", `measure.${FOTPATRULL}`] }, ["columns"]],
		["one mått twice", { columns: ["date", `measure.${FOTPATRULL}`, `measure.${FOTPATRULL}`] }, ["columns"]],
		["two columns of beslag", { columns: ["date", "aktivitet", "biprodukt.beslag", "biprodukt.beslag"] }, ["columns"]],
		["another kommun's mått in a column", { columns: ["date", "measure.999"] }, ["columns"]],
		["another kommun's mått for a name", { aktiviteter: { möte: 999 } }, ["aktiviteter"]],
		["another kommun's place", { platser: { torget: 999 } }, ["platser"]],
		["a sheet that is not there", { sheet: 7 }, ["sheet"]],
	])("(%s) is told, and no row is judged", (_what, mapping, fields) => {
		const check = checkRows([ROW], { mapping });
		expect(check.mappingFaults.map(({ field }) => field)).toEqual(fields);
		expect(check.rows).toEqual([]);
		expect(importProblems(check, importMapping(mapping))).toEqual(check.mappingFaults);
	});
});

describe("what stands in the way", () => {
	test("is a single faulty row, until it is left out", () => {
		const check = checkRows([ROW, rowWith({ Antal: "flera" })]);
		expect(importProblems(check, importMapping())).toEqual([
			{
				field: "leavesOutFaulty",
				message: "Rader: 1 rad har fel. Rätta filen och läs in den igen, eller välj att utelämna dem.",
			},
		]);
		expect(importProblems(check, importMapping({ leavesOutFaulty: true }))).toEqual([]);
	});

	test("is that there is nothing new", () => {
		const { rowKey = "" } = checkRows([ROW]).rows[0]?.registrations[0] ?? {};
		const again = checkRows([ROW], { facts: { importedKeys: new Set([rowKey]) } });
		expect(importProblems(again, importMapping())[0]?.message).toContain("allt i filen är redan importerat");
		expect(importProblems(checkRows([]), importMapping())[0]?.message).toContain("ingen rad blir en registrering");
	});
});
