import type { SheetTable } from "#app/domain/sheetTable.ts";
import { looksLikeDate, readDateCell } from "./cells.ts";
import type { ImportFacts, ImportMapping } from "./content.ts";
import { foldedName } from "./foldedName.ts";
import { guessColumns, type Matchers } from "./guessColumns.ts";
import { dataRows, findHeaderRow } from "./guessHeader.ts";
import { guessNames } from "./guessNames.ts";
import { amountMatcher, measureMatcher, platsMatcher } from "./nameMatch.ts";
import { remembered } from "./remembered.ts";
import { performerOf } from "./words.ts";

/**
 * How a file is probably read, for people to adjust: the sheet with most dated rows, its row of headings, what each column
 * is by its heading and by what its cells hold, and what the names in it stand for. What is not clear is left open, so that
 * the page asks: an unknown name, who did it, the year of days without one.
 */
export function guessMapping(sheets: readonly SheetTable[], facts: ImportFacts): ImportMapping {
	const matchers: Matchers = {
		measure: remembered(measureMatcher(facts)),
		plats: remembered(platsMatcher(facts)),
		performer: performerOf,
		isAmount: amountMatcher(facts),
	};
	const guesses = sheets.map((sheet, index) => guessSheet({ sheet, index, matchers }));
	const [best] = guesses.sort((a, b) => b.dated - a.dated);
	return guessNames({ sheets, mapping: best?.mapping ?? emptyMapping(), facts });
}

function emptyMapping(): ImportMapping {
	return {
		sheet: 0,
		headerRow: 0,
		columns: [],
		fixed: { measureId: null, performedBy: null, year: null },
		aktiviteter: {},
		platser: {},
		performers: {},
		takesLikeExisting: null,
		takesLate: null,
		leavesOutFaulty: false,
	};
}

function guessSheet({ sheet, index, matchers }: { sheet: SheetTable; index: number; matchers: Matchers }): {
	mapping: ImportMapping;
	/** How many rows have a day. */
	dated: number;
} {
	const headerRow = findHeaderRow(sheet.rows, matchers);
	const rows = dataRows(sheet.rows, headerRow);
	const columns = guessColumns({ rows, header: sheet.rows.find(({ number }) => number === headerRow), matchers });
	const saysWhat = columns.some((role) => role === "aktivitet" || role.startsWith("measure."));
	const date = columns.indexOf("date");
	const days = rows.map(({ cells }) => cells[date] ?? "").filter(remembered(looksLikeDate));
	return {
		dated: days.length,
		mapping: {
			...emptyMapping(),
			sheet: index,
			headerRow,
			columns,
			fixed: {
				measureId: saysWhat || sheet.name === null ? null : (matchers.measure(foldedName(sheet.name)) ?? null),
				performedBy: null,
				year: yearOf(days, { sheet, headerRow }),
			},
		},
	};
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/**
 * The year of days that say none: the only one that is named above the table or in the sheet's name, or else the only one
 * that the other days say, if the days then come in their order: after "20/12 2017" comes a "3/1" of another year. null when
 * every day says its own, or when it is not clear.
 */
function yearOf(
	days: readonly string[],
	{ sheet, headerRow }: { sheet: SheetTable; headerRow: number },
): number | null {
	const saying = days.filter((text) => text.match(YEAR) !== null);
	if (saying.length === days.length) return null;
	const above = sheet.rows.filter(({ number }) => number <= headerRow).flatMap(({ cells }) => cells);
	const others = onlyYear(saying);
	return onlyYear([sheet.name ?? "", ...above]) ?? (isInOrder(days, others) ? others : null);
}

function isInOrder(days: readonly string[], year: number | null): boolean {
	let latest = "";
	for (const text of days) {
		const read = readDateCell(text, year);
		if ("problem" in read || read.date < latest) return false;
		latest = read.date;
	}
	return true;
}

function onlyYear(texts: readonly string[]): number | null {
	const years = new Set(texts.flatMap((text) => text.match(YEAR) ?? []));
	const [year] = years;
	return years.size === 1 && year !== undefined ? Number(year) : null;
}
