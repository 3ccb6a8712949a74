import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inWorker, type TableRows } from "#app/inputs/inWorker.server.ts";
import { excelFiles, excelOf, excelRows } from "./sheetOf.ts";
import { cellsOf, realFile, refusalOf } from "./sheetReading.ts";
import { zipOf } from "./zipOf.ts";

const MB = 1024 * 1024;
const sheet = { name: "Blad1", rows: [["Datum"], ["2018-04-30"]] };
const files = excelFiles({ sheets: [sheet] });
const SHEET = "xl/worksheets/sheet1.xml";
const MEDIA = "xl/media/image1.png";
const UNPACKED = "Fil: den är för stor när den packas upp.";
const BROKEN = "Fil: den går inte att läsa som Excel-fil. Den kan vara skadad.";

describe("a small file that unpacks to a large one is refused", () => {
	const zeroes = Buffer.alloc(60 * MB);
	test.each([
		["and says so", zipOf({ ...files, [MEDIA]: zeroes })],
		["and says something else", zipOf({ ...files, [MEDIA]: zeroes }, { [MEDIA]: { size: 10 } })],
		[
			"in several parts",
			zipOf(
				{ ...files, a: zeroes.subarray(0, 26 * MB), b: zeroes.subarray(0, 26 * MB) },
				{ a: { size: 1 }, b: { size: 1 } },
			),
		],
		["in a sheet", zipOf({ ...files, [SHEET]: `${files[SHEET]}${" ".repeat(60 * MB)}` }, { [SHEET]: { size: 1 } })],
		[
			"in more parts than any workbook has",
			zipOf({ ...files, ...Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`a${at}`, ""])) }),
		],
	])("%s", async (_what, bytes) => {
		expect(bytes.length).toBeLessThan(MB);
		expect(await refusalOf(bytes)).toContain(UNPACKED);
	});

	test("as is one text in a great many cells", async () => {
		const cells = '<c t="s"><v>0</v></c>'.repeat(90);
		const data = `<row>${cells}</row>`.repeat(500);
		const strings = `<sst><si><t>${"x".repeat(30_000)}</t></si></sst>`;
		expect(
			await refusalOf(excelOf({ sheets: [{ name: "Blad1", data }], parts: { "xl/sharedStrings.xml": strings } })),
		).toContain(UNPACKED);
	});

	test("while one that is large for an honest reason is read", async () => {
		expect(await cellsOf(zipOf({ ...files, [MEDIA]: Buffer.alloc(40 * MB) }))).toEqual([["Datum"], ["2018-04-30"]]);
	});
});

describe("a zip that says different things to different readers is refused", () => {
	const bytes = excelOf({ sheets: [sheet] });

	test("parts within each other", () => {
		const overlapping = Buffer.from(bytes);
		const directory = overlapping.readUInt32LE(overlapping.length - 6);
		const second = directory + 46 + overlapping.readUInt16LE(directory + 28);
		overlapping.writeUInt32LE(overlapping.readUInt32LE(directory + 42), second + 42);
		return expect(refusalOf(overlapping)).resolves.toContain(BROKEN);
	});

	test("two parts of one name", async () => {
		expect(await refusalOf(zipOf({ ...files, [SHEET.toUpperCase()]: "<x/>" }))).toContain(BROKEN);
	});

	test("a part that is not what its sum says", async () => {
		const stored = zipOf(files, { [SHEET]: { stored: true } });
		const at = stored.indexOf("2018-04-30");
		if (at >= 0) stored.write("2019", at);
		else stored.write("7", stored.indexOf("<v>1</v>") + 3);
		expect(await refusalOf(stored)).toContain(BROKEN);
	});
});

describe("XML that is written to do harm does none", () => {
	const withSheet = (xml: string) => zipOf({ ...files, [SHEET]: xml });
	const body = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData>';
	test.each([
		[
			"an entity that reads a file",
			`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet>${body}</worksheet>`,
		],
		["entities within entities", `<!DOCTYPE x [<!ENTITY b "bb"><!ENTITY a "&b;&b;">]><worksheet>${body}</worksheet>`],
		["an entity of its own", `<worksheet>${body}</worksheet>`],
		["elements within elements without end", "<worksheet>".repeat(100_000)],
		["never closed", "<worksheet><sheetData>"],
		["closed crosswise", "<worksheet><sheetData></worksheet></sheetData>"],
		["a tag of white space", `<worksheet ${" ".repeat(200_000)}<`],
		["a name without end", `<${"a".repeat(200_000)}`],
		["nothing but attributes", `<worksheet ${'a="" '.repeat(100_000)}`],
		["bytes that are no letters", Buffer.from([0x3c, 0xff, 0xfe, 0x3e]).toString("latin1")],
		["a cell before the one before", '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>'],
		[
			"a row beyond the last",
			'<worksheet><sheetData><row r="99999999999"><c><v>1</v></c></row></sheetData></worksheet>',
		],
		[
			"a column beyond the last",
			'<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>',
		],
		[
			"a text that is not there",
			'<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>',
		],
	])("%s", async (_what, xml) => {
		expect(await refusalOf(withSheet(xml))).toContain(BROKEN);
	});
});

describe("a file that keeps the reader busy is left behind", () => {
	test("when its time is out, and the next one is read all the same", async () => {
		const bytes = Buffer.from("1;2\n".repeat(1_200_000));
		const limits = { mostRows: 1, mostColumns: 9, longestCell: 9, mostText: 9, mostUnpacked: 9 };
		const [late, next] = await Promise.all([
			inWorker({ kind: "csv", bytes, limits }, { mostMs: 60 }),
			cellsOf(excelRows(["Nästa"])),
		]);
		expect([late, next]).toEqual([{ refused: "time" }, [["Nästa"]]]);
	});

	test("what is thrown while rows come ends it, and the next one is read all the same", async () => {
		const limits = { mostRows: 9, mostColumns: 9, longestCell: 9, mostText: 99, mostUnpacked: 9 };
		const onRows = () => {
			throw new RangeError("enough");
		};
		const reading = inWorker({ kind: "csv", bytes: Buffer.from("1;2"), limits }, { mostMs: 9000, onRows });
		await expect(reading).rejects.toThrow("enough");
		expect(await cellsOf(excelRows(["Nästa"]))).toEqual([["Nästa"]]);
	});
});

test("a large file comes in batches that keep nobody waiting, in the order of its rows", async () => {
	const limits = { mostRows: 10_001, mostColumns: 9, longestCell: 40_000, mostText: 10 * MB, mostUnpacked: 9 };
	const lines = Array.from(
		{ length: 10_000 },
		(_, index) => `${index};Riktad insats;1;${index % 99 === 0 ? "x".repeat(30_000) : "y"}`,
	);
	const batches: TableRows["rows"][] = [];
	const onRows = ({ rows }: TableRows) => void batches.push(rows);
	await inWorker({ kind: "csv", bytes: Buffer.from(lines.join("\n")), limits }, { mostMs: 20_000, onRows });
	expect(batches.flat().map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
	for (const rows of batches) {
		const cells = rows.flatMap((row) => row.cells);
		expect(cells.length).toBeLessThan(2100);
		expect(cells.join("").length).toBeLessThan(100_000);
	}
});

describe("any bytes end in tables or a Fault", () => {
	const names = fc.constantFrom("a.csv", "a.xlsx", "a.txt", "a.ods", "", "Ä.CSV", ".xlsx");

	test("bytes at random, and texts of what means something", async () => {
		const beginnings = fc.constantFrom(
			"",
			"PK\x03\x04",
			"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
			"\xff\xfe",
			"\xfe\xff",
			"sep=;\n",
		);
		const text = fc.array(
			fc.constantFrom(";", ",", "\t", "\n", "\r", '"', "=", "1", "2,5", "å", "Datum", "\0", "\ud83d", " "),
			{ maxLength: 60 },
		);
		const content = fc.oneof(
			fc.uint8Array({ maxLength: 300 }),
			text.map((parts) => Buffer.from(parts.join(""))),
		);
		await fc.assert(
			fc.asyncProperty(beginnings, content, names, async (beginning, bytes, name) => {
				const file = Buffer.concat([Buffer.from(beginning, "latin1"), bytes]);
				expect(await refusalOf(file, name)).toMatch(/^(Fil|read): /);
			}),
			{ numRuns: 150 },
		);
	}, 60_000);

	test("a workbook that is cut off is always refused", async () => {
		const whole = realFile("flera-blad.xlsx");
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), names, async (length, name) => {
				expect(await refusalOf(whole.subarray(0, length), name)).toMatch(
					/^Fil: den (går inte att läsa som Excel-fil|är ett)/,
				);
			}),
			{ numRuns: 200 },
		);
	});

	test("a real file with some bytes changed, or a .csv that is cut off", async () => {
		const real = fc.constantFrom("logg.xlsx", "flera-blad.xlsx", "logg.csv", "logg-tabb-windows1252.csv").map(realFile);
		const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 5 });
		const kept = fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));
		await fc.assert(
			fc.asyncProperty(real, changes, kept, async (whole, bytes, share) => {
				const file = Buffer.from(whole).subarray(0, Math.ceil(whole.length * share));
				for (const [at, byte] of bytes) file[at % file.length] = byte;
				expect(await refusalOf(file, "a.bin")).toMatch(/^(Fil|read): /);
			}),
			{ numRuns: 100 },
		);
	}, 60_000);

	test("a sheet whose XML is changed at random", async () => {
		const pieces = [
			"<row>",
			"</row>",
			'<c r="A1">',
			"<v>",
			"</v>",
			"</c>",
			"&amp;",
			"&",
			"<",
			">",
			'"',
			"<f/>",
			"<is><t>",
			"1",
			"å",
			"<!--",
			"]]>",
			"<?",
		];
		const xml = String(files[SHEET]);
		await fc.assert(
			fc.asyncProperty(
				fc.nat(xml.length),
				fc.array(fc.constantFrom(...pieces), { maxLength: 6 }),
				async (at, inserted) => {
					const changed = xml.slice(0, at) + inserted.join("") + xml.slice(at);
					expect(await refusalOf(zipOf({ ...files, [SHEET]: changed }))).toMatch(/^(Fil|read): /);
				},
			),
			{ numRuns: 100 },
		);
	}, 60_000);
});
