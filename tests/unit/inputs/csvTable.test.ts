import { describe, expect, test } from "vitest";
import { cellsOf, realFile, refusalOf, sheetsOf } from "./sheetReading.ts";

const utf8 = (text: string) => Buffer.from(text, "utf8");
const latin1 = (text: string) => Buffer.from(text, "latin1");
const HEADINGS = ["Datum", "Plats", "Antal"];

describe("the same table, whichever way it is written", () => {
	const TABLE = [HEADINGS, ["2018-05-04", "Ängö; öst", "2,5"], ["2018-05-11", "Åsen", "1"]];
	const lines = (delimiter: string, end: string, quote = '"') =>
		TABLE.map((row) => row.map((cell) => (/[;,]/.test(cell) ? `${quote}${cell}${quote}` : cell)).join(delimiter)).join(
			end,
		);
	test.each([
		["UTF-8 and semicolons", utf8(lines(";", "\r\n"))],
		["a byte order mark", utf8(`\ufeff${lines(";", "\r\n")}`)],
		["Windows-1252", latin1(lines(";", "\r\n"))],
		["UTF-16, as Excel's Unicode text", Buffer.from(`\ufeff${lines("\t", "\r\n")}`, "utf16le")],
		["UTF-16, big-endian", Buffer.from(`\ufeff${lines("\t", "\r\n")}`, "utf16le").swap16()],
		["tabs without quotes", utf8(lines("\t", "\n", ""))],
		["commas", utf8(lines(",", "\n"))],
		["line ends of old Macs", latin1(lines(";", "\r"))],
		["the delimiter said on the first line", utf8(`sep=,\r\n${lines(",", "\r\n")}`)],
		["in quotes, and against what is likely", utf8(`"sep=|"\n${lines("|", "\n")}`)],
		["a line end after the last row", utf8(`${lines(";", "\r\n")}\r\n`)],
	])("%s", async (_what, bytes) => {
		expect(await cellsOf(bytes, "logg.csv")).toEqual(TABLE);
	});

	test.each(["logg.csv", "logg-tabb-windows1252.csv", "logg-komma-utf8.csv"])(
		"%s, made by LibreOffice",
		async (name) => {
			const [sheet] = await sheetsOf(realFile(name), name);
			expect(sheet?.name).toBeNull();
			expect(sheet?.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
			expect(sheet?.rows[2]?.cells).toEqual([
				"2018-05-11",
				"Riktad insats",
				"2,5",
				"Vetlandavägen",
				"Polisen",
				'Kallade platsen "hörnet"',
			]);
		},
	);
});

describe("the delimiter is told by what parts the lines alike", () => {
	test.each([
		["decimal commas in a file with semicolons", "Datum;Antal\n2018-05-04;2,5\n2018-05-11;3,5", ["2018-05-04", "2,5"]],
		["without headings", "2018-05-04;2,5\n2018-05-11;3,5", ["2018-05-11", "3,5"]],
		["more commas than semicolons", "Datum;Text\n1;a, b, c\n2;d, e, f, g", ["1", "a, b, c"]],
		["rows of different lengths", "A;B;C;D\n1;2,5\n1;2,5;3\n1;2,5\n1;2,5", ["1", "2,5"]],
		["a title with a comma above", "Logg, Sävsjö\nA;B\n1;2,5\n2;3,5", ["A", "B"]],
		["semicolons in a file with commas", "Datum,Text\n1,a; b\n2,c", ["1", "a; b"]],
		["commas in quotes", 'A;B\n"1,2,3,4";"5,6,7"', ["1,2,3,4", "5,6,7"]],
		["quotes in quotes", 'A;B\n"ett "";"" två";3', ['ett ";" två', "3"]],
		["a quote within a text", 'A;B\nrör 5" långt;x', ['rör 5" långt', "x"]],
		["tabs before all", "A\tB\n1;2\t2,5", ["1;2", "2,5"]],
		["one column alone", "Datum\n2018-05-04", ["2018-05-04"]],
	])("%s", async (_what, text, second) => {
		expect((await cellsOf(utf8(text)))[1]).toEqual(second);
	});
});

describe("rows are numbered as a spreadsheet shows them", () => {
	test.each([
		["an empty line is a row", "A;B\n\n1;2", [1, 3]],
		["so is one with only delimiters", "A;B\r\n;;\r\n1;2", [1, 3]],
		["a text of two lines is in one", 'A;B\n"ett\r\ntvå";2\n3;4', [1, 2, 3]],
		["the line with the delimiter is none", "sep=;\nA;B\n1;2", [1, 2]],
	])("%s", async (_what, text, numbers) => {
		expect((await sheetsOf(utf8(text)))[0]?.rows.map(({ number }) => number)).toEqual(numbers);
	});

	test("and hold what stands in them, however many cells that is", async () => {
		expect(await cellsOf(utf8('A;B;C\n1\n1;2;3;4;;\n ;"ett\rtvå"; x '))).toEqual([
			["A", "B", "C"],
			["1"],
			["1", "2", "3", "4"],
			["", "ett\ntvå", "x"],
		]);
	});

	test("control characters are left out, and letters with their marks put together", async () => {
		expect(await cellsOf(utf8("Plats som är lång;B\nTor\u0007get och mer;a\u030a"))).toEqual([
			["Plats som är lång", "B"],
			["Torget och mer", "å"],
		]);
	});
});

describe("what a decimal comma has cut in two is not read as two numbers", () => {
	test.each(["Datum,Antal\n2018-05-04,1\n2018-05-11,2,5", "Datum,Antal,Plats\n2018-05-11,2,5,Torget"])(
		"%s",
		async (text) => {
			expect(await refusalOf(utf8(text))).toMatch(
				/^Fil: rad [23] har fler värden än rubrikraden\. Kommatecken skiljer kolumnerna åt/,
			);
		},
	);

	test("while in quotes it is one", async () => {
		expect((await cellsOf(utf8('Datum,Antal\n2018-05-11,"2,5"')))[1]).toEqual(["2018-05-11", "2,5"]);
	});
});

test("a quote that is never closed is told with its row", async () => {
	expect(await refusalOf(utf8('A;B\n1;2\n3;"fyra\n5;6'))).toMatch(
		/^Fil: på rad 3 börjar en text med ett citattecken \("\) som aldrig avslutas\./,
	);
});

describe("a formula in a .csv", () => {
	test.each([
		"=1+1",
		" =SUMMA(A1:A3)",
		'=HYPERLINK("http://exempel.se")',
		"+SUM(A1)",
		"-SUMMA(A1)",
		"@SUM(1+1)*cmd|' /C calc'!A0",
		"+cmd|' /C calc'!A0",
		"-2+3+cmd|' /C calc'!A0",
		"+A1",
		"-b12*2",
		"@A1:B2",
		"＝1+1",
		"\u200b=1",
	])("%s", async (cell) => {
		const text = `Datum;Anteckning\n2018-05-04;x\n2018-05-11;"${cell.replaceAll('"', '""')}"`;
		expect(await refusalOf(utf8(text))).toMatch(/^Fil: den innehåller formler: cell B3\. Kopiera cellerna/);
	});

	test.each([
		"-2",
		"−2,5",
		"+1",
		"+46 70 123 45 67",
		"+46-70-123 45 67",
		"- samverkan (möte)",
		"– paus",
		"-",
		"---",
		"@polisen_savsjo",
		"a=b",
		"2-3",
		"'=1+1",
		"-K4-området",
		"+ två ordningsvakter",
	])("while %s is none", async (cell) => {
		expect(await cellsOf(utf8(`Datum;Anteckning\n1;"${cell}"`))).toEqual([
			["Datum", "Anteckning"],
			["1", cell],
		]);
	});

	test("the number of them is told", async () => {
		expect(await refusalOf(utf8("A;B\n=1;=2\n=3;4"))).toContain("formler: cell A2 och 2 celler till.");
	});
});

describe("rows that a stray quote would swallow are told, not lost", () => {
	const HEAD = "Datum;Aktivitet;Anteckning";
	test.each([
		["and the next quote stands within a text", '2018-05-04;A;"lugnt\n2018-05-05;B;\n2018-05-06;C;"bråk" på torget'],
		["and the next one begins a text", '2018-05-04;A;"lugnt\n2018-05-05;B;"stökigt\n2018-05-06;C;x'],
		["and the next one ends a text", '2018-05-04;A;"lugnt\n2018-05-05;B;\n4/5-18;C;bråk på ”torget"'],
	])("%s", async (_what, lines) => {
		expect(await refusalOf(utf8(`${HEAD}\n${lines}`), "logg.csv")).toMatch(/^Fil: på rad 2 börjar en text med/);
	});

	test.each([
		["a text of several lines", '2018-05-04;A;"lugnt;\n2018-05-05 igen; och så"'],
		["words in quotes first", '2018-05-04;A;"Lugnt" sa de;x'],
	])("%s is a text", async (_what, lines) => {
		const [, row] = await cellsOf(utf8(`${HEAD};Övrigt\n${lines}`), "logg.csv");
		expect(row?.slice(0, 2)).toEqual(["2018-05-04", "A"]);
	});
});

test("a title above headings parted by commas is no row of headings", async () => {
	const text = "Insatser 2018,,,,\nDatum,Aktivitet,Antal,Beslag,Plats\n2018-05-04,A,2,4,B";
	expect((await cellsOf(utf8(text), "logg.csv")).at(-1)).toEqual(["2018-05-04", "A", "2", "4", "B"]);
	const split = "Insatser 2018,,\nDatum,Antal,Beslag\n2018-05-04,2,5,1";
	expect(await refusalOf(utf8(split), "logg.csv")).toMatch(/^Fil: rad 3 har fler värden än rubrikraden/);
});
