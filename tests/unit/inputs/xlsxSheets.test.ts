import { readFile } from "node:fs/promises";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { type ExcelCell, excelFiles, excelOf, excelRows, formatted, inlineText, serialOf } from "./sheetOf.ts";
import { cellsOf, realFile, sheetsOf } from "./sheetReading.ts";
import { zipOf } from "./zipOf.ts";

const DAY = serialOf("2018-04-30");

/** What a cell of a sheet made by Excel is read as. */
async function textOf(cell: ExcelCell, file: { formats?: string[]; is1904?: boolean } = {}): Promise<string> {
	const rows = await cellsOf(excelOf({ sheets: [{ name: "Blad1", rows: [["x", cell]] }], ...file }));
	return rows[0]?.[1] ?? "";
}

/** A number in the file's own format. */
function shownAs(format: string, value: number | string): Promise<string> {
	return textOf(formatted(value, 164), { formats: [format] });
}

describe("a workbook made by LibreOffice", () => {
	test("of a file that was opened as .csv", async () => {
		expect(await sheetsOf(realFile("logg.xlsx"))).toEqual([
			{
				name: "src",
				rows: [
					{ number: 1, cells: ["Datum", "Aktivitet", "Antal", "Plats", "Utförd av", "Anteckning"] },
					{
						number: 2,
						cells: ["2018-05-04", "Riktad insats", "1", "Resecentrum", "Polisen", "Lugn kväll; inga ingripanden"],
					},
					{
						number: 3,
						cells: ["2018-05-11", "Riktad insats", "2,5", "Vetlandavägen", "Polisen", 'Kallade platsen "hörnet"'],
					},
					{
						number: 4,
						cells: [
							"2018-06-01",
							"Trygghetsvandring",
							"1",
							"Sävsjö centrum",
							"Polisen och kommunen",
							"Åtta deltog, även från Ängö",
						],
					},
				],
			},
		]);
	});

	test("with several sheets: empty and hidden ones are left out, hidden rows are not, merged cells say it once", async () => {
		expect(await sheetsOf(realFile("flera-blad.xlsx"))).toEqual([
			{
				name: "Logg 2018",
				rows: [
					{ number: 1, cells: ["Registreringar i Sävsjö 2018"] },
					{ number: 3, cells: ["Datum", "Klockslag", "Aktivitet", "Antal", "Andel", "Klart", "Plats"] },
					{ number: 4, cells: ["2018-05-04", "21:30", "Riktad insats", "0,1", "73 %", "1", "Resecentrum"] },
					{ number: 5, cells: ["2018-05-11", "23:05", "Riktad insats", "2,5", "100 %", "0", "Vetlandavägen"] },
					{
						number: 6,
						cells: ["2018-12-31", "", "Trygghetsvandring i mörker\nandra raden", "", "", "", "Sävsjö centrum"],
					},
				],
			},
			{
				name: "Platser",
				rows: [
					{ number: 1, cells: ["Resecentrum"] },
					{ number: 2, cells: ["Vetlandavägen"] },
				],
			},
		]);
	});

	test("with days counted from 1904", async () => {
		const days = (await cellsOf(realFile("datum-1904.xlsx"))).map(([day]) => day);
		expect(days).toEqual(["Datum", "2018-05-04", "2018-06-01"]);
	});
});

describe("a day is a day, in whatever format it is shown", () => {
	test.each([14, 15, 16, 22])("Excel's own format %i", async (format) => {
		expect(await textOf(formatted(DAY, format))).toBe("2018-04-30");
	});

	test.each([
		"yyyy\\-mm\\-dd;@",
		"yyyy-mm-dd",
		"d/m",
		"d/m/yy;@",
		'[$-41D]"den "d mmmm yyyy',
		"[$-sv-SE]d mmmm yyyy;@",
		"dddd",
		"yyyy-mm-dd hh:mm:ss.000",
		"ÅÅÅÅ-MM-DD",
		"yy/mm hh:mm",
		"[Red]dd/mm/yyyy_);@",
	])("%s", async (format) => {
		expect(await shownAs(format, DAY)).toBe("2018-04-30");
	});

	test.each([
		["with a time of day", DAY + 0.9999, "2018-04-30"],
		["a hair before midnight, as programs count", DAY - 1e-9, "2018-04-30"],
		["the day after the one that never was, in 1900", 61, "1900-03-01"],
		["the first day there is", 1, "1900-01-01"],
		["the last day there is", 2_958_465, "9999-12-31"],
		["beyond it: a number", 2_958_466, "2958466"],
		["before the first: a number", -2, "-2"],
	])("%s", async (_what, serial, text) => {
		expect(await shownAs("yyyy-mm-dd", serial)).toBe(text);
	});

	test("counted from 1904", async () => {
		expect(await textOf(formatted(DAY - 1462, 14), { is1904: true })).toBe("2018-04-30");
		expect(await textOf(formatted(0, 14), { is1904: true })).toBe("1904-01-01");
	});

	test("written out as a day (t=d)", async () => {
		expect(await textOf({ attributes: 't="d"', inside: "<v>2018-04-30T00:00:00</v>" })).toBe("2018-04-30");
	});
});

describe("other numbers are as they are seen, in Swedish", () => {
	test.each([
		["a month alone is no day", "mmm-yy", DAY, "april 2018"],
		["nor is a month without its year", "mmmm", DAY, "april"],
		["nor a year", "yyyy", DAY, "2018"],
		["a time of day", "h:mm", 0.75, "18:00"],
		["a time of a day", "hh:mm;@", DAY + 0.5, "12:00"],
		["with seconds", "h:mm:ss", 0.750011574074074, "18:00:01"],
		["hours that add up", "[h]:mm", 1.5, "36:00"],
		["a share", "0%", 0.29, "29 %"],
		["a share with decimals", "0.0%", 0.125, "12,5 %"],
		["money", '#,##0.00\\ "kr"', 1234.5, "1234,5"],
		["a unit with the letters of a day in it", '0" st per dag"', 3, "3"],
		["a colour with them", "[Red]0", 3, "3"],
		["leading noughts", "000", 7, "007"],
		["digits in groups", '00"-"00', 1234, "12-34"],
		["more digits than the format", "00", 1234, "1234"],
		["Standard", "Standard", 3, "3"],
		["text", "@", 3, "3"],
	])("%s", async (_what, format, value, text) => {
		expect(await shownAs(format, value)).toBe(text);
	});

	test.each([
		["0.1+0.2", 0.1 + 0.2, "0,3"],
		["a large one", 1234567890123, "1234567890123"],
		["a negative one", -2.5, "-2,5"],
		["nought", 0, "0"],
		["a small one", 0.0000015, "0,0000015"],
	])("%s", async (_what, value, text) => {
		expect(await textOf(value)).toBe(text);
	});

	test("with an exponent, as Excel writes many of them", async () => {
		expect(await textOf({ attributes: "", inside: "<v>7.0000000000000007E-2</v>" })).toBe("0,07");
	});
});

describe("texts and truths", () => {
	test.each([
		["trimmed", "  Riktad insats\u00a0", "Riktad insats"],
		["composed", "Sa\u0308vsjo\u0308", "Sävsjö"],
		["a formula that is only written as text", "=1+1", "=1+1"],
		["a number that is text", "2,5", "2,5"],
		["a line break as Excel spells it", "ett_x000D_\ntvå", "ett\ntvå"],
		["an underscore that only looks so", "_x005F_x000D_", "_x000D_"],
		["control characters", "Tor_x0001_get\u0085!", "Torget\n!"],
		["half a character", "Tor_xD83D_get", "Torget"],
		["true", true, "SANT"],
		["false", false, "FALSKT"],
		["what went wrong", { attributes: 't="e"', inside: "<v>#N/A</v>" }, "#N/A"],
		["a style without anything", null, ""],
		["inline", inlineText("<t>Torget &amp; &#214;n</t>"), "Torget & Ön"],
		["inline, in several types", inlineText("<r><rPr><b/></rPr><t>Tor</t></r><r><t>get</t></r>"), "Torget"],
		["with how it is pronounced", inlineText('<t>Torget</t><rPh sb="0" eb="1"><t>uttal</t></rPh>'), "Torget"],
		["marked as no markup", inlineText("<t><![CDATA[<Torget>]]></t>"), "<Torget>"],
		["the text of a formula that is gone", { attributes: 't="str"', inside: "<v>Torget</v>" }, "Torget"],
		["a number that is none", { attributes: "", inside: "<v>Torget</v>" }, "Torget"],
	] as [string, ExcelCell, string][])("%s", async (_what, cell, text) => {
		expect(await textOf(cell)).toBe(text);
	});

	test("a cell that says too much for any column is cut at 2 000 characters, never within one", async () => {
		expect(await textOf("å".repeat(2001))).toBe("å".repeat(2000));
		expect(await textOf(`${"a".repeat(1999)}😀`)).toBe("a".repeat(1999));
	});
});

describe("rows and sheets", () => {
	test("are numbered as Excel shows them, and only those that say something are there", async () => {
		const [sheet] = await sheetsOf(excelRows(["Datum"], null, [null, " "], [null, "x"], ["y", null, null]));
		expect(sheet?.rows).toEqual([
			{ number: 1, cells: ["Datum"] },
			{ number: 4, cells: ["", "x"] },
			{ number: 5, cells: ["y"] },
		]);
	});

	test("a sheet whose cells do not say where they are", async () => {
		const data = '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><row r="4"><c><v>2</v></c></row>';
		expect((await sheetsOf(excelOf({ sheets: [{ name: "Blad1", data }] })))[0]?.rows).toEqual([
			{ number: 1, cells: ["a", "1"] },
			{ number: 4, cells: ["2"] },
		]);
	});

	test("a third of a million rows with formats and nothing else", async () => {
		const rows = Array.from(
			{ length: 350_000 },
			(_, index) => `<row r="${index + 2}" spans="1:6" s="1" customFormat="1"/>`,
		);
		const data = `<row r="1"><c r="A1" t="inlineStr"><is><t>Datum</t></is></c></row>${rows.join("")}`;
		expect(await cellsOf(excelOf({ sheets: [{ name: "Blad1", data }] }))).toEqual([["Datum"]]);
	});

	test("a single cell at the very end of the sheet", async () => {
		const data = '<row r="1048576"><c r="B1048576"><v>1</v></c></row>';
		expect((await sheetsOf(excelOf({ sheets: [{ name: "Blad1", data }] })))[0]?.rows).toEqual([
			{ number: 1_048_576, cells: ["", "1"] },
		]);
	});

	test("in the order of the workbook, whatever their parts are called, with prefixes and other slashes", async () => {
		const files = excelFiles({
			sheets: [
				{ name: "Åtgärder & annat", rows: [["ett"]] },
				{ name: "Blad2", rows: [["två"]] },
				{ name: "Dolt", rows: [["tre"]], state: "veryHidden" },
			],
		});
		const renamed = Object.entries(files).map(([name, content]) => [
			name.replace("xl/worksheets/", "xl\\Worksheets\\"),
			content,
		]);
		const workbook = String(files["xl/workbook.xml"])
			.replace(/<(\/?)(?=\w)/g, "<$1x:")
			.replace("xmlns=", "xmlns:x=");
		const sheets = await sheetsOf(zipOf({ ...Object.fromEntries(renamed), "xl/workbook.xml": workbook }));
		expect(sheets.map(({ name, rows }) => [name, rows[0]?.cells[0]])).toEqual([
			["Åtgärder & annat", "ett"],
			["Blad2", "två"],
		]);
	});
});

/** It takes the `date1904="true"` that LibreOffice writes for no, so that those days would come four years too early. */
describe("another reader of workbooks sees the same, but for days counted from 1904", () => {
	test.each(["logg.xlsx", "flera-blad.xlsx"])("%s", async (name) => {
		const ours = await sheetsOf(realFile(name));
		const theirs = await readXlsxFile(await readFile(`tests/import-files/${name}`));
		for (const { name: sheet, rows } of ours) {
			const data = theirs.find((each) => each.sheet === sheet)?.data ?? [];
			for (const { number, cells } of rows)
				cells.forEach((text, column) => {
					const value = data[number - 1]?.[column] ?? null;
					if (value instanceof Date && value.getUTCFullYear() > 1900)
						expect(text).toBe(value.toISOString().slice(0, 10));
					else if (typeof value === "string") expect(text).toBe(value);
					else if (typeof value === "number" && !text.includes("%")) expect(Number(text.replace(",", "."))).toBe(value);
					else if (value === null) expect(text).toBe("");
				});
			expect(rows.length).toBe(data.filter((row) => row.some((value) => value !== null)).length);
		}
	});
});
