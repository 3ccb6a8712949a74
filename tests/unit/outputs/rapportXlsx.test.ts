import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { rapportXlsx } from "#app/outputs/rapportXlsx.server.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { rapportTables } from "#app/rapport/tables.ts";
import { emptyRapportContent, rapportContent, signedRapportContent } from "#tests/factories/rapportContent.ts";
import { partsOf, readWorkbook } from "./workbook.ts";

afterEach(() => {
	vi.useRealTimers();
});

test("has a sheet of facts first and then one per table of the report", async () => {
	const content = signedRapportContent();
	const sheets = await readWorkbook(await rapportXlsx(content));
	expect([...sheets.keys()].slice(0, 3)).toEqual(["Rapport", "Minimum och utfall", "Avtalat och räkneregler"]);
	expect(sheets.size).toBe(rapportTables(content).length + 1);
	const facts = new Map(sheets.get("Rapport")?.map(([term, description]) => [term, description]));
	expect(facts.get("Kommun")).toBe("Sävsjö");
	expect(facts.get("Resultat")).toBe("1 av 6 nådda");
	expect(facts.get("Kontrollkod")).toBe("7K3M-9QXA-2B4C-6D8E");
});

test("says in full what a sheet holds whose name had to be shortened", async () => {
	const sheets = await readWorkbook(await rapportXlsx(rapportContent()));
	const facts = new Map(sheets.get("Rapport")?.map(([term, description]) => [term, description]));
	expect(sheets.has("Mått antal Antal riktade")).toBe(true);
	expect(facts.get("Blad: Mått antal Antal riktade")).toBe(
		"Mått antal: Antal riktade insatser per period och sammanlagt",
	);
	expect(facts.has("Blad: Platser")).toBe(false);
});

test("a report without an aktivitet is its facts alone", async () => {
	expect([...(await readWorkbook(await rapportXlsx(emptyRapportContent()))).keys()]).toEqual(["Rapport"]);
});

describe("a cell", () => {
	test("with a number is a number, also below zero and with decimals", async () => {
		expect(await figureCells({ thisPeriod: 303, cumulative: 12345.6 })).toEqual([4, 303, 10, 12345.6]);
		expect(await figureCells({ thisPeriod: -3.25, cumulative: 0.1 + 0.2 })).toEqual([4, -3.25, 10, 0.3]);
	});

	test("whose figure nobody knows says so and is never 0", async () => {
		expect(await figureCells({ thisPeriod: null })).toEqual([4, "Ingen uppgift", 10, 4]);
	});

	test("whose figure is not told keeps the words", async () => {
		expect(await figureCells({ thisPeriod: "färre än 5" })).toEqual([4, "färre än 5", 10, 4]);
	});

	test("with a day is a date of that very day", async () => {
		const sheets = await readWorkbook(await rapportXlsx(rapportContent()));
		expect(sheets.get("Öppna åtgärder")?.[1]?.[2]).toEqual(new Date("2018-08-01T00:00:00.000Z"));
		expect(sheets.get("Mått milstolpe Planerat och")?.[1]).toEqual([
			new Date("2018-06-01T00:00:00.000Z"),
			new Date("2018-06-13T00:00:00.000Z"),
			12,
		]);
	});

	test("that only looks like a day stays text", async () => {
		for (const text of ["2018-02-30", "2018-13-01", "2018-06-01 och framåt"])
			expect(await kommentarCell(text)).toBe(text);
	});
});

describe("text that looks like a formula", () => {
	test.each(["=1+1", "+46 36 10 20 30", "-", "@SUM(A1)", "\t=1+1", "＝1+1", '"=1+1', "'=1+1"])(
		"%j stands in the cell as it was written",
		async (text) => {
			expect(await kommentarCell(text)).toBe(text);
		},
	);

	test("never makes a formula, whatever the parties wrote", async () => {
		const hostile = fc
			.tuple(
				fc.constantFrom("", " ", '"', "\t"),
				fc.constantFrom(..."=+-@＝"),
				fc.string({ unit: "grapheme", maxLength: 20 }),
			)
			.map((parts) => parts.join(""));
		await fc.assert(
			fc.asyncProperty(hostile, async (text) => {
				const parts = partsOf(await rapportXlsx(withKommentar(text)));
				const sheets = [...parts].filter(([path]) => path.startsWith("xl/worksheets/"));
				expect(sheets.length).toBeGreaterThan(1);
				for (const [, xml] of sheets) expect(xml).not.toContain("<f>");
			}),
			{ numRuns: 20 },
		);
	});

	test("keeps being text when somebody edits the cell", async () => {
		const parts = partsOf(await rapportXlsx(withKommentar("=1+1")));
		const style = styleOf(parts, "=1+1");
		expect(parts.get("xl/styles.xml")).toMatch(/formatCode="@"/);
		expect(style).not.toBe(styleOf(parts, "Hela rapporten"));
	});
});

test("line breaks of a kommentar are kept, and a form's own kind of them is not told apart", async () => {
	expect(await kommentarCell("Först detta.\r\n\r\nSedan det.")).toBe("Först detta.\n\nSedan det.");
});

test("å, ä, ö, quotes and angle brackets come back as they were written", async () => {
	const text = `Åäö & <b>"citat"</b> ”så” 🙂 –`;
	expect(await kommentarCell(text)).toBe(text);
});

test("what looks like Excel's own code for a letter comes back as it was written", async () => {
	const text = "_x0041_ och _x005F_x0041_ och _x41_";
	expect(await kommentarCell(text)).toBe(text);
});

test("the header is bold and stays in place, and the columns are as wide as what is in them", async () => {
	const parts = partsOf(await rapportXlsx(rapportContent()));
	const [xml = ""] = [...parts].filter(([path]) => path === "xl/worksheets/sheet1.xml").map(([, text]) => text);
	expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
	const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
	expect(widths).toHaveLength(2);
	expect(widths.every((width) => width > 9 && width <= 61)).toBe(true);
	expect(parts.get("xl/styles.xml")).toContain("<b/>");
});

test("the same content is the same bytes, whenever the file is made", async () => {
	const content = signedRapportContent();
	vi.useFakeTimers({ toFake: ["Date"], now: new Date("2018-09-24T13:37:00Z") });
	const first = await rapportXlsx(content);
	vi.setSystemTime(new Date("2026-02-03T04:05:06Z"));
	expect(Buffer.from(await rapportXlsx(content)).equals(first)).toBe(true);
	expect(Buffer.from(await rapportXlsx({ ...content, edition: 2 })).equals(first)).toBe(false);
});

test("every cell of every table is in its sheet", async () => {
	const content = signedRapportContent();
	const sheets = [...(await readWorkbook(await rapportXlsx(content))).values()].slice(1);
	const written = rapportTables(content).map(({ columns, rows }) => [columns.map(({ label }) => label), ...rows]);
	const shown = sheets.map((rows) => rows.map((row) => row.map(asWritten)));
	expect(shown).toEqual(
		written.map((rows) => rows.map((row) => row.map((cell) => asWritten(cell ?? "Ingen uppgift")))),
	);
});

/** A date as the day it is, and an empty text as an empty cell. */
function asWritten(cell: unknown): unknown {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10);
	return cell === "" ? null : cell;
}

/** The four numeric cells of the first mått when its figures are changed. */
async function figureCells(figures: Partial<Figures>): Promise<unknown[]> {
	const content = rapportContent();
	const [group] = content.groups;
	const [aktivitet] = group?.aktiviteter ?? [];
	const [measure] = aktivitet?.measures ?? [];
	if (!group || !aktivitet || !measure) throw new Error("the content has no mått");
	const changed = { ...measure, figures: { ...measure.figures, ...figures } };
	const sheets = await readWorkbook(
		await rapportXlsx({ ...content, groups: [{ ...group, aktiviteter: [{ ...aktivitet, measures: [changed] }] }] }),
	);
	return sheets.get("Minimum och utfall")?.[1]?.slice(4, 8) ?? [];
}

type Figures = RapportContent["groups"][0]["aktiviteter"][0]["measures"][0]["figures"];

async function kommentarCell(text: string): Promise<unknown> {
	const sheets = await readWorkbook(await rapportXlsx(withKommentar(text)));
	return sheets.get("Bedömning")?.[1]?.[1];
}

function withKommentar(bedomning: string): RapportContent {
	return rapportContent({ bedomningar: [{ part: "polis", bedomning, begardaBeslut: "" }] });
}

/** The style of the first cell that says this. */
function styleOf(parts: ReadonlyMap<string, string>, text: string): string | undefined {
	const strings = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
		([, said]) => said,
	);
	const index = strings.indexOf(text);
	expect(index).toBeGreaterThan(-1);
	const cell = new RegExp(`<c [^>]*s="(\\d+)"[^>]*t="s"[^>]*><v>${index}</v>`);
	return [...parts.values()].flatMap((xml) => cell.exec(xml)?.[1] ?? [])[0];
}
