/**
 * A sheet of cells as text: what a .csv holds, or one sheet of an .xlsx. Days of date cells are `2018-04-30`, numbers of
 * number cells are written in Swedish (`2,5`), and what is else written in a cell stands as it is, trimmed.
 */
export interface SheetTable {
	/** null: a .csv has none. */
	name: string | null;
	/** Rows that hold anything, each with its number in the file as the program that made it shows it (from 1). */
	rows: { number: number; cells: string[] }[];
}
