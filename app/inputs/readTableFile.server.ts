import { containsPersonalNumber, tidyText } from "#app/domain/personalData.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import { isCsvFormula } from "./csvFormula.ts";
import { inWorker, type TableRows } from "./inWorker.server.ts";
import {
	brokenTable,
	type CellPlace,
	emptyTable,
	formulaIn,
	hiddenTable,
	largeTable,
	oversizedTable,
	personalNumberIn,
	personalNumberInName,
	personalNumberInSheetName,
	protectedTable,
	tableRefusal,
} from "./tableFault.server.ts";
import { checkWorkbook, type TableKind, tableKindOf } from "./tableKind.server.ts";
import { zipEntriesIn } from "./zip.server.ts";

const MB = 1024 * 1024;
/** The largest file that is read. */
export const LARGEST_TABLE_FILE = 5 * MB;
/** The most rows on a sheet, besides one with headings. */
export const MOST_TABLE_ROWS = 10_000;
const MOST_COLUMNS = 100;
const MOST_ENTRIES = 2000;
const MOST_MS = 20_000;
const LIMITS = {
	mostRows: MOST_TABLE_ROWS + 1,
	mostColumns: MOST_COLUMNS,
	/** As long as a cell of Excel's can be. */
	longestCell: 32_767,
	mostText: 10 * MB,
	mostUnpacked: 50 * MB,
};
/** Longer than anything that a column may say: what is behind it is read by nobody. */
const LONGEST_KEPT = 2000;
/** What a text of these signs says is what it shows; others may hide something, and are tidied. */
const PLAIN = /^[\t\n\x20-\x7eåäöÅÄÖéÉüÜ–]*$/;

/**
 * The tables of a spreadsheet file that somebody hands in (.xlsx or .csv), as text. The bytes may be anything. They are read
 * in a thread of their own, nothing is written to disk, and nothing that a file points at is fetched.
 *
 * Hidden rows and columns are read, since a filter only hides what is meant all the same; hidden sheets are not, nor are
 * those where nothing stands. Of merged cells only the first has a text. A cell is cut at 2 000 characters.
 *
 * @param bytes the file
 * @param name of it; decides only what the content leaves open
 * @returns one table or more, each with one row or more; texts composed (NFC), trimmed, without control characters
 * @throws Fault `invalid` on the field `file` for what is too large, empty, protected, broken or in another format, and for
 *   macros, formulas, links to other files and personal numbers; never with what a cell says
 */
export async function readTableFile(bytes: Uint8Array, name: string): Promise<{ sheets: SheetTable[] }> {
	if (containsPersonalNumber(name)) throw personalNumberInName();
	if (bytes.length > LARGEST_TABLE_FILE) throw largeTable();
	if (bytes.length === 0) throw emptyTable();
	const kind = tableKindOf(bytes, name);
	const check = new CellCheck(kind);
	const answer = await inWorker(questionOf(kind, bytes), { mostMs: MOST_MS, onRows: (rows) => check.add(rows) });
	if (!("sheets" in answer)) throw tableRefusal(answer, { mostRows: MOST_TABLE_ROWS, mostColumns: MOST_COLUMNS });
	const names = answer.sheets.map((sheet) => sheet.name);
	if (names.some((each) => each !== null && containsPersonalNumber(each))) throw personalNumberInSheetName();
	const tables = check.tables(names).map((table, index) => ({ table, isHidden: answer.sheets[index]?.isHidden }));
	const written = tables.filter(({ table }) => table.rows.length > 0);
	const sheets = written.filter(({ isHidden }) => !isHidden).map(({ table }) => table);
	if (sheets.length === 0) throw written.length > 0 ? hiddenTable() : emptyTable();
	return { sheets };
}

function questionOf(kind: TableKind, bytes: Uint8Array) {
	if (kind === "csv") return { kind, bytes, limits: LIMITS };
	const entries = zipEntriesIn(bytes, { most: MOST_ENTRIES });
	if (!entries) throw brokenTable();
	if (entries.length > MOST_ENTRIES || entries.reduce((sum, { size }) => sum + size, 0) > LIMITS.mostUnpacked)
		throw oversizedTable();
	if (entries.some(({ isEncrypted }) => isEncrypted)) throw protectedTable();
	checkWorkbook(entries);
	const packed = entries.map((entry) => ({
		name: entry.name,
		method: entry.method,
		crc: entry.crc,
		start: entry.start,
		end: entry.end,
	}));
	return { kind, bytes, entries: packed, limits: LIMITS };
}

/** Looks at the cells as they come, some at a time, so that a large file keeps nobody else waiting. */
class CellCheck {
	readonly #rows: SheetTable["rows"][] = [];
	readonly #personalNumbers: Finding[] = [];
	readonly #formulas: Finding[] = [];
	readonly #kind: TableKind;

	constructor(kind: TableKind) {
		this.#kind = kind;
	}

	add({ sheet, rows }: TableRows): void {
		const kept = this.#rows[sheet] ?? [];
		this.#rows[sheet] = kept;
		for (const { number, cells } of rows) {
			cells.forEach((cell, column) => {
				const place = { sheet, row: number, column };
				if (containsPersonalNumber(cell)) this.#personalNumbers.push(place);
				if (this.#kind === "csv" && isCsvFormula(cell)) this.#formulas.push(place);
			});
			const texts = cells.map((cell) => keptText(cell));
			if (texts.some((text) => text !== "")) kept.push({ number, cells: texts });
		}
	}

	/** @throws Fault where there is something that must not be */
	tables(names: (string | null)[]): SheetTable[] {
		const placeOf = ({ sheet, row, column }: Finding): CellPlace => ({ sheet: names[sheet] ?? null, row, column });
		const [personalNumber] = this.#personalNumbers;
		if (personalNumber) throw personalNumberIn(placeOf(personalNumber), this.#personalNumbers.length);
		const [formula] = this.#formulas;
		if (formula) throw formulaIn(placeOf(formula), this.#formulas.length);
		return names.map((name, index) => ({ name: name && keptText(name), rows: this.#rows[index] ?? [] }));
	}
}

interface Finding {
	/** Index among the sheets. */
	sheet: number;
	row: number;
	column: number;
}

function keptText(text: string): string {
	const tidy = PLAIN.test(text) ? text : tidyText(text);
	if (tidy.length <= LONGEST_KEPT) return tidy;
	return tidy.slice(0, LONGEST_KEPT).replace(/[\ud800-\udbff]$/, "");
}
