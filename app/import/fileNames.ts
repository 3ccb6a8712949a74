import type { SheetTable } from "#app/domain/sheetTable.ts";
import type { ColumnRole, ImportMapping, UnknownName } from "./content.ts";
import { foldedName } from "./foldedName.ts";

/** The rows under the headings of the chosen sheet. */
export function dataRows(sheets: readonly SheetTable[], { sheet, headerRow }: ImportMapping): SheetTable["rows"] {
	return (sheets[sheet]?.rows ?? []).filter(({ number }) => number > headerRow);
}

/** What stands in the column with that role: each name once, in the order they come, with how many rows have it. */
export function namesInFile(
	sheets: readonly SheetTable[],
	mapping: ImportMapping,
	role: Extract<ColumnRole, "aktivitet" | "plats" | "performedBy">,
): UnknownName[] {
	const column = mapping.columns.indexOf(role);
	if (column === -1) return [];
	const names = new Map<string, UnknownName>();
	for (const { cells } of dataRows(sheets, mapping)) {
		const written = (cells[column] ?? "").trim();
		if (foldedName(written) === "") continue;
		const folded = foldedName(written);
		const known = names.get(folded);
		if (known) known.rows += 1;
		else names.set(folded, { written, folded, rows: 1 });
	}
	return [...names.values()];
}
