import { describe, expect, test } from "vitest";
import { LARGEST_IMPORT_FILE, MOST_IMPORT_ROWS } from "#app/import/content.ts";
import { LARGEST_TABLE_FILE, MOST_TABLE_ROWS } from "#app/inputs/readTableFile.server.ts";
import {
	type ExcelCell,
	type ExcelFile,
	excelFiles,
	excelOf,
	excelRows,
	formatted,
	relationship,
	serialOf,
} from "./sheetOf.ts";
import { cellsOf, realFile, refusalOf, sheetsOf } from "./sheetReading.ts";
import { zipOf } from "./zipOf.ts";

const utf8 = (text: string) => Buffer.from(text, "utf8");
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const oleWith = (name: string) => Buffer.concat([OLE, Buffer.alloc(600), Buffer.from(name, "utf16le")]);
const sheet = { name: "Blad1", rows: [["Datum"], ["2018-04-30"]] };
const book = (more: Omit<ExcelFile, "sheets">) => excelOf({ sheets: [sheet], ...more });
const SAVE_AS = "spara den som .xlsx eller .csv. Välj sedan den nya filen.";
const part = (name: string) => ({ [name]: "<x/>" });

describe("a file that is not read says what it is, and what to do", () => {
	test.each([
		["an empty one", Buffer.alloc(0), "a.xlsx", "den är tom. Välj filen med aktiviteter."],
		["white space alone", utf8("\ufeff \r\n;;\r\n\t"), "a.csv", "den är tom. Välj filen med aktiviteter."],
		["sheets where nothing stands", excelRows([null, " "], null), "", "den är tom. Välj filen med aktiviteter."],
		[
			"sheets that are all hidden",
			excelOf({ sheets: [{ ...sheet, state: "hidden" }, { name: "Blad2" }] }),
			"",
			"alla blad som det står något på är dolda. Visa bladet i Excel, spara och välj filen igen.",
		],
		[
			"over 5 MB",
			Buffer.alloc(LARGEST_TABLE_FILE + 1, "a"),
			"a.csv",
			"den är större än 5 MB. Dela upp den i flera filer",
		],
		[
			"an .xls",
			realFile("datum-1904.xls"),
			"a.xlsx",
			`den är en äldre Excel-fil (.xls), som inte kan läsas här. Öppna den och ${SAVE_AS}`,
		],
		[
			"an .ods",
			realFile("datum-1904.ods"),
			"a.xlsx",
			"den är ett OpenDocument-kalkylark (.ods), som inte kan läsas här.",
		],
		["a name that says .ods", utf8("A;B"), "a.ods", "den är ett OpenDocument-kalkylark (.ods)"],
		[
			"a Numbers document",
			zipOf({ "Index/Document.iwa": "x", "Index.zip": "x" }),
			"a.numbers",
			"den är ett Numbers-dokument",
		],
		[
			"a Word document",
			zipOf({ "[Content_Types].xml": "<x/>", "word/document.xml": "<x/>" }),
			"",
			"den är ett Word-dokument",
		],
		[
			"an .xlsb",
			zipOf({ "[Content_Types].xml": "<x/>", "xl/workbook.bin": "x" }),
			"",
			"den är en binär Excel-fil (.xlsb)",
		],
		["some zip", zipOf({ "a.csv": "A;B" }), "", "den är en zip-fil"],
		["a PDF", utf8("%PDF-1.7\n"), "a.csv", "den är en PDF"],
		["a picture", Buffer.from("89504e470d0a1a0a", "hex"), "a.csv", "den är en bild"],
		["a web page that says .xls", utf8("<html><table><tr><td>1"), "a.xls", "den är en webbsida"],
		[
			"a spreadsheet as XML",
			utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
			"a.xls",
			"den är en XML-fil",
		],
		["a password", oleWith("EncryptedPackage"), "a.xlsx", "den är skyddad med lösenord. Ta bort lösenordet i Excel"],
		[
			"a password on the zip",
			zipOf({ ...excelFiles({ sheets: [sheet] }) }, { "xl/workbook.xml": { flags: 1 } }),
			"",
			"den är skyddad med lösenord.",
		],
		[
			"text that says .xlsx",
			utf8("Datum;Antal"),
			"a.xlsx",
			"den går inte att läsa som Excel-fil. Den kan vara skadad.",
		],
		[
			"bytes of something",
			Buffer.from(Array.from({ length: 300 }, (_, at) => at % 256)),
			"a.csv",
			`den är ingen tabell. Öppna den i det program som den kommer från och ${SAVE_AS}`,
		],
	] as [string, Buffer, string, string][])("%s", async (_what, bytes, name, why) => {
		expect(await refusalOf(bytes, name)).toContain(`Fil: ${why}`);
	});
});

describe("macros, whatever the file is called", () => {
	const MACROS = "Fil: den innehåller makron. Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx) utan makron.";
	test.each([
		["a project of Visual Basic", book({ parts: { "xl/vbaProject.bin": Buffer.alloc(100) } })],
		[
			"under another name, in the list of types",
			book({ contentTypes: '<Override PartName="/xl/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>' }),
		],
		[
			"a workbook that says it has some",
			book({
				contentTypes:
					'<Override PartName="/xl/x.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
			}),
		],
		["pointed at", book({ relationships: relationship("vbaProject", "a.bin") })],
		["macros of Excel 4", book({ parts: part("xl/macrosheets/sheet1.xml") })],
		["such a sheet by another name", book({ relationships: relationship("xlMacrosheet", "a.xml") })],
		["controls", book({ parts: part("xl/activeX/activeX1.xml") })],
		["with a backslash", book({ parts: { "xl\\VBAPROJECT.BIN": "x" } })],
	])("%s", async (_what, bytes) => {
		expect(await refusalOf(bytes, "a.xlsx")).toContain(MACROS);
	});
});

describe("what is fetched from elsewhere", () => {
	test.each([
		["another workbook", book({ parts: part("xl/externalLinks/externalLink1.xml") })],
		["pointed at", book({ relationships: relationship("externalLink", "a.xml") })],
		[
			"named in the workbook",
			book({
				parts: {
					"xl/workbook.xml": "<workbook><externalReferences><externalReference/></externalReferences></workbook>",
				},
			}),
		],
		["a connection", book({ parts: part("xl/connections.xml") })],
		["a query", book({ parts: part("xl/queryTables/queryTable1.xml") })],
		[
			"a picture on the net",
			book({ sheetRelationships: relationship("image", "https://exempel.se/a.png", ' TargetMode="External"') }),
		],
	])("%s", async (_what, bytes) => {
		expect(await refusalOf(bytes)).toContain(
			"Fil: den hämtar uppgifter från andra filer eller från nätet. Kopiera cellerna",
		);
	});

	test("an address that somebody may click is only its text", async () => {
		const bytes = book({
			sheetRelationships: relationship("hyperlink", "https://exempel.se", ' TargetMode="External"'),
		});
		expect(await cellsOf(bytes)).toEqual([["Datum"], ["2018-04-30"]]);
	});
});

describe("formulas, with where the first one is", () => {
	const sum = { attributes: "", inside: "<f>SUM(A1:A2)</f><v>3</v>" };
	const CELL =
		/^Fil: den innehåller formler: (.*?)\. Kopiera cellerna och klistra in dem som värden \(Klistra in special, Värden\), spara och välj filen igen\.$/;
	const placeIn = async (bytes: Buffer) => CELL.exec(await refusalOf(bytes))?.[1];
	test.each([
		["in a file of LibreOffice", realFile("formel.xlsx"), "Blad1, B3"],
		["with its value", excelRows(["Antal"], [1, null, sum]), "Blad1, C2"],
		[
			"that is shared with others",
			excelRows(["Antal"], [{ attributes: "", inside: '<f t="shared" si="0"/><v>3</v>' }]),
			"Blad1, A2",
		],
		["far out", excelRows([...Array(27).fill("x"), sum]), "Blad1, AB1"],
		["many", excelRows([sum, sum], [sum]), "Blad1, A1 och 2 celler till"],
		["on a hidden sheet", excelOf({ sheets: [sheet, { name: "Dold", rows: [[sum]], state: "hidden" }] }), "Dold, A1"],
	] as [string, Buffer, string][])("%s", async (_what, bytes, place) => {
		expect(await placeIn(bytes)).toBe(place);
	});

	test("rules for how cells are coloured and what may be chosen in them are none", async () => {
		const files = excelFiles({ sheets: [sheet] });
		const rules =
			'<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>A1&gt;1</formula></cfRule></conditionalFormatting><dataValidations><dataValidation sqref="A1"><formula1>"a,b"</formula1></dataValidation></dataValidations>';
		const xml = String(files["xl/worksheets/sheet1.xml"]).replace("<pageMargins", `${rules}<pageMargins`);
		expect(await cellsOf(zipOf({ ...files, "xl/worksheets/sheet1.xml": xml }))).toEqual([["Datum"], ["2018-04-30"]]);
	});
});

describe("personal numbers, with where they are and never what they are", () => {
	// Made up, with a day that is yet to come and a digit that adds up.
	const NUMBER = "20991231-2395";
	const TEN = NUMBER.slice(2).replace("-", "");
	const WHERE = "Ta bort det, spara och välj filen igen. Här ska inga uppgifter om enskilda personer stå.";
	test.each([
		["in a text", excelRows(["Datum"], ["x", `Samtal med ${NUMBER} på torget`]), "Blad1, rad 2, kolumn B. "],
		["as a number", excelRows(["Datum"], [Number(`20${TEN}`)]), "Blad1, rad 2, kolumn A. "],
		["as ten digits", excelRows(["Datum"], [Number(TEN)]), "Blad1, rad 2, kolumn A. "],
		[
			"in Excel's own format for them",
			excelOf({ sheets: [{ name: "Blad1", rows: [[formatted(301_011_235, 164)]] }], formats: ["000000\\-0000;@"] }),
			"Blad1, rad 1, kolumn A. ",
		],
		["in wide digits", excelRows(["２０９９１２３１２３９５"]), "Blad1, rad 1, kolumn A. "],
		["in many cells", excelRows([NUMBER, NUMBER], [NUMBER]), "Blad1, rad 1, kolumn A och 2 celler till. "],
		[
			"on a hidden sheet",
			excelOf({ sheets: [sheet, { name: "Dold", rows: [[NUMBER]], state: "hidden" }] }),
			"Dold, rad 1, kolumn A. ",
		],
		["behind what is cut", excelRows([`${"a ".repeat(2000)}${NUMBER}`]), "Blad1, rad 1, kolumn A. "],
		["in a .csv", utf8(`Datum;Namn\n2018-04-30;${NUMBER}`), "rad 2, kolumn B. "],
	] as [string, Buffer, string][])("%s", async (_what, bytes, where) => {
		const why = await refusalOf(bytes);
		expect(why).toBe(`Fil: det står ett personnummer i ${where}${WHERE}`);
	});

	test("in the file's name, or a sheet's", async () => {
		expect(await refusalOf(utf8("A;B"), `logg ${NUMBER}.csv`)).toBe(
			"Fil: filnamnet innehåller ett personnummer. Byt namn på filen och välj den igen.",
		);
		expect(await refusalOf(excelOf({ sheets: [{ ...sheet, name: NUMBER }] }))).toBe(
			"Fil: ett blads namn innehåller ett personnummer. Byt namn på bladet, spara och välj filen igen.",
		);
	});

	test("no day of thirty years, no time of a day and no count is taken for one", async () => {
		const first = serialOf("2000-01-01");
		const rows: ExcelCell[][] = Array.from({ length: 5000 }, (_, index) => [
			formatted(first + index * 2 + 0.77, 164),
			formatted(first + index * 2, 14),
			formatted(first + index * 2 + 0.77, 165),
			index * 977,
			(index + 1) / 7,
		]);
		const file = excelOf({ sheets: [{ name: "Blad1", rows }], formats: ["yyyymmdd hhmm", "h:mm"] });
		expect(await cellsOf(file)).toHaveLength(5000);
	});

	test.each([
		"2018-04-30 18:30",
		"20180430 - 20180506",
		"2018-04-30--2018-05-06",
		"20180430123456",
		"0380-15 20 00",
		"+46 380 15 20 00",
		"5000-K123456-18",
		"212000-0555",
		"KS 2018/0123-45",
		"1234567890123",
		"v. 18–19 2018",
	])("nor %s", async (text) => {
		expect(await cellsOf(utf8(`Datum;Text\n1;"${text}"`))).toEqual([
			["Datum", "Text"],
			["1", text],
		]);
	});
});

describe("more than what is read", () => {
	const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => [`rad ${index}`, index]);

	test("is what the import says", () => {
		expect([LARGEST_TABLE_FILE, MOST_TABLE_ROWS]).toEqual([LARGEST_IMPORT_FILE, MOST_IMPORT_ROWS]);
	});

	test("10 000 rows and one with headings are read, of either kind", async () => {
		const rows = rowsOf(10_001);
		expect(await cellsOf(excelRows(...rows))).toHaveLength(10_001);
		expect(await cellsOf(utf8(rows.map((row) => row.join(";")).join("\r\n")))).toHaveLength(10_001);
	});

	test("one row more is not, and the number of them is told", async () => {
		const rows = rowsOf(10_002);
		const why =
			"10\u00a0002 rader, och högst 10\u00a0000 rader och en rad med rubriker kan läsas. Dela upp den i flera filer och välj en i taget.";
		expect(await refusalOf(excelRows(...rows))).toBe(`Fil: bladet Blad1 har ${why}`);
		expect(await refusalOf(utf8(rows.map((row) => row.join(";")).join("\r\n")))).toBe(`Fil: den har ${why}`);
		expect(await refusalOf(utf8("1;2\n".repeat(1_000_000)))).toContain("den har 1\u00a0000\u00a0000 rader");
	});

	test("100 columns are read, and not 101", async () => {
		const wide = Array.from({ length: 100 }, (_, index) => `k${index}`);
		expect((await cellsOf(excelRows(wide)))[0]).toHaveLength(100);
		const why = "något i kolumn CW, och högst 100 kolumner kan läsas.";
		expect(await refusalOf(excelRows(["x"], [...wide, "för mycket"]))).toContain(`Fil: bladet Blad1 har ${why}`);
		expect(await refusalOf(utf8([...wide, "för mycket"].join(";")))).toContain(`Fil: den har ${why}`);
		expect((await sheetsOf(utf8(`${wide.join(";")};;;;;`)))[0]?.rows[0]?.cells).toHaveLength(100);
	});

	test("a text longer than any cell", async () => {
		expect(await refusalOf(utf8(`A;B\n1;${"x".repeat(32_768)}`))).toContain(
			"Fil: texten i rad 2, kolumn B är längre än en cell kan vara.",
		);
	});
});
