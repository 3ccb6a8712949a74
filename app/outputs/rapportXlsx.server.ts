import writeExcelFile, { type CellObject, type Sheet } from "write-excel-file/node";
import type { RapportContent } from "#app/rapport/content.ts";
import { factLines, type RapportTable, rapportTables, summaryLine } from "#app/rapport/tables.ts";
import { cellText, shownNumber } from "./figureCell.server.ts";
import { isFormulaLike } from "./inertText.server.ts";
import { sheetNames } from "./sheetName.server.ts";
import { removeZipTimes } from "./zipTimes.server.ts";

/** Widths in characters. What is longer than the widest is wrapped. */
const NARROWEST = 9;
const WIDEST = 60;
const MARGIN = 4;
/** Height of a line in points, and Excel's own limit on the height of a row. */
const LINE = 15;
const HIGHEST = 409;
/** Excel's own limit on the text of a cell. */
const LONGEST_TEXT = 32_767;
const FACTS = "Rapport";
const MISSING = "Ingen uppgift";
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

type Cell = RapportTable["rows"][number][number];

/**
 * The report as a workbook: a sheet `Rapport` of facts, then one sheet per table of the report. Numbers and dates are typed,
 * in formats that each reader's program says in its own language; a figure that is missing reads "Ingen uppgift", as on the
 * page. Text is text even when it looks like a formula. The same content is always the same bytes.
 */
export async function rapportXlsx(content: RapportContent): Promise<Uint8Array> {
	const tables = rapportTables(content);
	const [first = "", ...names] = sheetNames([FACTS, ...tables.map(({ title }) => title)]);
	const sheets = [
		sheetOf(factTable(content, { tables, names }), first),
		...tables.map((table, index) => sheetOf(table, names[index] ?? "")),
	];
	return removeZipTimes(await writeExcelFile(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer());
}

/** The facts, and what the sheets hold whose names had to be shortened. */
function factTable(
	content: RapportContent,
	{ tables, names }: { tables: readonly RapportTable[]; names: readonly string[] },
): RapportTable {
	const shortened = tables
		.map(({ title }, index) => [`Blad: ${names[index]}`, title])
		.filter((_, index) => names[index] !== tables[index]?.title);
	return {
		key: "rapport",
		title: FACTS,
		columns: [{ label: "Uppgift" }, { label: "Innehåll" }],
		rows: [
			...factLines(content).map(({ term, description }) => [term, description]),
			["Resultat", summaryLine(content)],
			...shortened,
		],
	};
}

function sheetOf({ columns, rows }: RapportTable, name: string): Sheet<never> {
	const widths = columns.map(({ label }, index) => widthOf([label, ...rows.map((row) => row[index] ?? null)]));
	const header = columns.map(({ label, isNumeric }) => ({
		...textCell(label),
		fontWeight: "bold" as const,
		align: isNumeric ? ("right" as const) : ("left" as const),
	}));
	const body = rows.map((row) => columns.map(({ isNumeric }, index) => typedCell(row[index] ?? null, { isNumeric })));
	return {
		sheet: name,
		data: [header, ...body.map((cells, index) => withHeight(cells, heightOf(rows[index] ?? [], widths)))],
		columns: widths.map((width) => ({ width })),
		stickyRowsCount: 1,
		orientation: "landscape",
	};
}

/** The height of a row is said on its first cell. */
function withHeight([first, ...others]: CellObject[], height: number): CellObject[] {
	return first ? [{ ...first, height }, ...others] : [];
}

/** As high as its longest text, wrapped; some programs do not work that out when they open the file. */
function heightOf(row: readonly Cell[], widths: readonly number[]): number {
	const lines = row.map((cell, index) => {
		const width = (widths[index] ?? WIDEST) - MARGIN;
		return linesOf(cell).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
	});
	return Math.min(HIGHEST, Math.max(1, ...lines) * LINE);
}

function typedCell(cell: Cell, { isNumeric }: { isNumeric?: boolean }): CellObject {
	if (typeof cell === "number") return numberCell(cell);
	if (cell !== null && isDay(cell))
		return { ...TOP, type: Date, value: new Date(cell), format: "yyyy-mm-dd", align: "left" };
	return { ...textCell(cell ?? MISSING), align: isNumeric ? "right" : "left" };
}

const TOP = { alignVertical: "top" } as const;

function numberCell(value: number): CellObject {
	const shown = shownNumber(value);
	return { ...TOP, type: Number, value: shown, format: Number.isInteger(shown) ? "#,##0" : "#,##0.0#" };
}

/** How a workbook spells a letter that XML cannot have. ISO/IEC 29500-1, 22.4.2.4: text that looks like it begins otherwise. */
const SPELLED_LETTER = /_(?=x[\dA-F]{4}_)/gi;

/** Of type text, whatever it says. The format `@` keeps it so when somebody edits the cell. */
function textCell(text: string): CellObject {
	const value = cellText(text).slice(0, LONGEST_TEXT).replace(SPELLED_LETTER, "_x005F_");
	return { ...TOP, type: String, value, wrap: true, ...(isFormulaLike(value) && { format: "@" }) };
}

function isDay(text: string): boolean {
	return ISO_DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

function widthOf(cells: readonly Cell[]): number {
	const longest = cells.flatMap(linesOf).reduce((length, line) => Math.max(length, line.length), 0);
	return Math.min(WIDEST, Math.max(NARROWEST, longest + MARGIN));
}

function linesOf(cell: Cell): string[] {
	return cellText(String(cell ?? MISSING)).split("\n");
}
