import { formatNumber } from "#app/domain/format.ts";
import type { Faces } from "./faces.server.ts";
import type { Atom } from "./flow.server.ts";
import { breakLines, type Piece, type Words } from "./lines.server.ts";
import { COLUMN, INK, type TextStyle, TYPE } from "./sheet.ts";
import { type Cell, type Column, layoutOf, type TableLayout } from "./tableLayout.server.ts";
import { type Head, headOf, rowAtoms } from "./tableRows.server.ts";
import type { Tag } from "./tags.server.ts";
import { paragraph } from "./textBlocks.server.ts";

export interface TableData {
	caption?: string;
	columns: readonly Column[];
	rows: readonly (readonly CellContent[])[];
}

/** A value as the report has it, or words that are set otherwise than the rest. */
type CellContent = string | number | null | readonly Piece[];

/** A table cell as people read it, as on the pages; what is missing is "Ingen uppgift", never 0. */
export function cellText(value: string | number | null): string {
	if (value === null) return "Ingen uppgift";
	return typeof value === "number" ? formatNumber(value) : value;
}

/**
 * A table whose header is repeated on every page that it reaches. The first cell of a row is its header. A long and
 * narrow one stands in several columns beside each other, and is read as one.
 */
export function table(
	faces: Faces,
	parent: Tag,
	{ caption, columns, rows }: TableData,
	{ gap = 8, style = TYPE.small }: { gap?: number; style?: TextStyle } = {},
): Atom[] {
	const tag = parent.add("Table");
	const texts = rows.map((row) => row.map((cell): Words => (isValue(cell) ? cellText(cell) : cell)));
	const layout = layoutOf(faces, columns, texts, style);
	const cellsOf = (row: readonly Words[], tr: Tag, isHead: boolean): Cell[] =>
		columns.map(({ isNumeric = false }, index) => ({
			lines: breakLines(faces, row[index] ?? "", isHead ? layout.headStyle : layout.style, layout.widths[index] ?? 0),
			isNumeric,
			tag: isHead ? tr.add("TH", { scope: "Column" }) : index === 0 ? tr.add("TH", { scope: "Row" }) : tr.add("TD"),
		}));
	const labels = columns.map((column) => column.label);
	const captionAtoms = caption
		? paragraph(faces, tag.add("Caption"), caption, { style: { ...TYPE.small, color: INK.muted }, gap, isKept: true })
		: [];
	const head = headOf(cellsOf(labels, tag.add("THead").add("TR"), true), layout);
	const body = tag.add("TBody");
	const cells = texts.map((row) => cellsOf(row, body.add("TR"), false));
	const atoms = foldedAtoms(cells, { head, layout }) ?? longAtoms(cells, { head, layout });
	return [...captionAtoms, ...atoms.map((atom, index) => (index === 0 ? { ...atom, gap: caption ? 3 : gap } : atom))];
}

interface Made {
	head: Head;
	layout: TableLayout;
}

function longAtoms(cells: readonly Cell[][], { head, layout }: Made): Atom[] {
	const rows = cells.flatMap((row, index) =>
		rowAtoms(row, layout).map((atom, slice, slices) => ({
			...atom,
			header: { height: head.height, draw: head.drawAgain },
			// No row stands alone at the head of a page or at the foot of one.
			isKept: atom.isKept || (slice === slices.length - 1 && cells.length > 2 && [0, cells.length - 2].includes(index)),
		})),
	);
	return [{ height: head.height, gap: 0, isKept: rows.length > 0, draw: head.draw }, ...rows];
}

const FEWEST_FOLDED = 6;
const MOST_FOLDS = 4;
const BETWEEN_FOLDS = 24;

/** Months with a number each: twelve short rows are four beside each other, three times. */
function foldedAtoms(cells: readonly Cell[][], { head, layout }: Made): Atom[] | null {
	const step = layout.width + BETWEEN_FOLDS;
	const folds = Math.min(MOST_FOLDS, Math.floor((COLUMN.width + BETWEEN_FOLDS) / step), Math.ceil(cells.length / 3));
	const isShort = cells.every((row) => row.every((cell) => cell.lines.length === 1));
	if (layout.widths.length > 2 || cells.length < FEWEST_FOLDED || folds < 2 || !isShort) return null;
	const high = Math.ceil(cells.length / folds);
	const used = Math.ceil(cells.length / high);
	const atoms = cells.flatMap((row) => rowAtoms(row, layout));
	const drawHead: Atom["draw"] = (paint, { x, y }) => {
		for (let fold = 0; fold < used; fold += 1)
			(fold === 0 ? head.draw : head.drawAgain)(paint, { x: x + fold * step, y });
		// Their places in the structure are in the order of the rows, not in that of the drawing.
		for (const cell of cells.flat()) paint.tags.touch(cell.tag);
	};
	const rows = Array.from({ length: high }, (_, place): Atom => {
		const own = atoms.filter((_row, index) => index % high === place);
		return {
			height: own[0]?.height ?? 0,
			gap: 0,
			isKept: place < high - 1,
			draw: (paint, { x, y }) => {
				for (const [fold, atom] of own.entries()) atom.draw(paint, { x: x + fold * step, y });
			},
		};
	});
	return [{ height: head.height, gap: 0, isKept: true, draw: drawHead }, ...rows];
}

function isValue(cell: CellContent): cell is string | number | null {
	return cell === null || typeof cell !== "object";
}
