import { looksLikeDate } from "./cells.ts";
import { foldedName } from "./foldedName.ts";
import type { SheetRow } from "./plan.ts";
import { headingGuesses } from "./words.ts";

/** Old files have a title, a sender and a date of printing above their table. */
const LAST_ROW_OF_HEADINGS = 25;

/**
 * The number of the row of headings: the one with most words that columns go by, or else the one above the first day.
 * 0 when the table begins at once.
 */
export function findHeaderRow(
	rows: readonly SheetRow[],
	matchers: { measure: (folded: string) => number | undefined },
): number {
	const first = rows.slice(0, LAST_ROW_OF_HEADINGS);
	const firstDated = first.findIndex(({ cells }) => cells.some(looksLikeDate));
	const above = firstDated === -1 ? first : first.slice(0, firstDated);
	const [best] = above
		.map((row) => ({ row, known: countKnown(row, matchers) }))
		.filter(({ known }) => known > 0)
		.sort((a, b) => b.known - a.known);
	if (best) return best.row.number;
	return firstDated === -1 ? 0 : (above.at(-1)?.number ?? 0);
}

/** The rows below the headings. */
export function dataRows(rows: readonly SheetRow[], headerRow: number): readonly SheetRow[] {
	return rows.filter(({ number }) => number > headerRow);
}

/** How many columns it names. A row of one cell is a title, whatever it says. */
function countKnown({ cells }: SheetRow, matchers: { measure: (folded: string) => number | undefined }): number {
	const said = cells.filter((text) => text.trim() !== "");
	const roles = new Set(said.flatMap((text) => headingGuesses(text)[0]?.role ?? []));
	const measures = new Set(said.flatMap((text) => matchers.measure(foldedName(text)) ?? []));
	return said.length < 2 && roles.size === 0 ? 0 : roles.size + measures.size;
}
