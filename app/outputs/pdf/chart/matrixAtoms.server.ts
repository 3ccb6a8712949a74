import type { Faces } from "../faces.server.ts";
import type { Atom } from "../flow.server.ts";
import { breakLines, type Line, type Piece, widestLine } from "../lines.server.ts";
import { drawLine, drawRule, type Paint } from "../paint.server.ts";
import { INK, type TextStyle, TYPE } from "../sheet.ts";
import type { Tag } from "../tags.server.ts";
import { DONE, EXCUSED, MISSING } from "./chartStyles.ts";
import { childrenNamed, classesOf, type Element, isElement } from "./markup.ts";

interface Cell {
	pieces: Piece[];
	isStart: boolean;
}

interface Grid {
	head: Cell[] | null;
	rows: Cell[][];
	/** A matrix of words needs more air than one of marks. */
	isMatrix: boolean;
}

const STYLE: TextStyle = TYPE.tiny;
const PADDING = 3;
const MOST_OF_WIDTH = 0.42;
const GLYPH_COLOR: Readonly<Record<string, string>> = {
	done: DONE,
	missed: MISSING,
	excused: EXCUSED,
	open: MISSING,
};

/**
 * A chart that is a table of marks. What is wider than the column goes on in bands below each other, each with the
 * row's names; the figures are said once more by the table that belongs to the chart.
 */
export function matrixAtoms(
	faces: Faces,
	table: Element,
	tag: Tag,
	{ width, gap }: { width: number; gap: number },
): Atom[] {
	const grid = gridOf(table);
	const names = grid.rows.map((row) => row[0]).filter((cell) => cell !== undefined);
	const first = Math.min(
		width * MOST_OF_WIDTH,
		Math.max(0, ...[...names, ...(grid.head?.slice(0, 1) ?? [])].map((cell) => widestLine(faces, cell.pieces, STYLE))) +
			8,
	);
	const count = Math.max(grid.head?.length ?? 0, ...grid.rows.map((row) => row.length));
	const gutter = grid.isMatrix ? 12 : 5;
	const needs = Array.from({ length: count - 1 }, (_, index) => {
		const cells = [grid.head?.[index + 1], ...grid.rows.map((row) => row[index + 1])];
		const widest = Math.max(8, ...cells.map((cell) => (cell ? widestLine(faces, cell.pieces, STYLE) : 0)));
		return Math.min(widest + gutter, width - first);
	});
	return bandsOf(needs, width - first).flatMap((band, index) => {
		const columns = [0, ...band.columns];
		const widths = [first, ...band.columns.map((column) => needs[column - 1] ?? 0)];
		const rows = [...(grid.head ? [grid.head] : []), ...grid.rows];
		return rows.map((row, place) =>
			rowAtom(
				faces,
				columns.map((column) => row[column] ?? { pieces: [], isStart: false }),
				{
					widths,
					tag,
					isHead: grid.head !== null && place === 0,
					isLast: place === rows.length - 1,
					gap: place > 0 ? 0 : index > 0 ? 8 : gap,
				},
			),
		);
	});
}

/** The columns that have room beside each other. */
function bandsOf(needs: readonly number[], room: number): { columns: number[] }[] {
	const bands: { columns: number[]; width: number }[] = [{ columns: [], width: 0 }];
	for (const [index, need] of needs.entries()) {
		let band = bands[bands.length - 1];
		if (!band || (band.width + need > room && band.columns.length > 0)) {
			band = { columns: [], width: 0 };
			bands.push(band);
		}
		band.columns.push(index + 1);
		band.width += need;
	}
	return bands;
}

function rowAtom(
	faces: Faces,
	cells: Cell[],
	{ widths, tag, isHead, isLast, gap }: { widths: number[]; tag: Tag; isHead: boolean; isLast: boolean; gap: number },
): Atom {
	const lines = cells.map((cell, index) =>
		breakLines(faces, cell.pieces, STYLE, (widths[index] ?? 0) - (index === 0 ? 4 : 2)),
	);
	const total = widths.reduce((sum, width) => sum + width, 0);
	const height = Math.max(1, ...lines.map((own) => own.length)) * STYLE.leading + PADDING * 2;
	return {
		height,
		gap,
		isKept: !isLast,
		draw: (paint, { x, y }) => {
			let left = x;
			for (const [index, own] of lines.entries()) {
				const width = widths[index] ?? 0;
				const isStart = index === 0 || (cells[index]?.isStart ?? false);
				drawCell(paint, own, tag, { x: left, y: y + PADDING, width, isStart });
				left += width;
			}
			drawRule(paint, { x, y: y + height, width: total, color: isHead ? INK.lineStrong : INK.line, thickness: 0.6 });
		},
	};
}

function drawCell(
	paint: Paint,
	lines: readonly Line[],
	tag: Tag,
	{ x, y, width, isStart }: { x: number; y: number; width: number; isStart: boolean },
): void {
	for (const [index, line] of lines.entries()) {
		if (line.items.length === 0) continue;
		const at = { x: isStart ? x : x + (width - line.width) / 2, y: y + index * STYLE.leading };
		paint.tags.mark(tag, () => drawLine(paint, line, STYLE, at));
	}
}

function gridOf(table: Element): Grid {
	const [head] = childrenNamed(table, "thead");
	const isHeadSeen = head && !classesOf(head).includes("visually-hidden");
	const rowsIn = (section: Element | undefined) => (section ? childrenNamed(section, "tr") : []);
	return {
		head: isHeadSeen
			? (rowsIn(head)[0]
					?.children.filter(isElement)
					.map((cell) => cellOf(cell, true)) ?? null)
			: null,
		rows: rowsIn(childrenNamed(table, "tbody")[0]).map((row) =>
			row.children.filter(isElement).map((cell) => cellOf(cell, false)),
		),
		isMatrix: classesOf(table).includes("measure-matrix"),
	};
}

function cellOf(cell: Element, isHead: boolean): Cell {
	const classes = classesOf(cell);
	return {
		pieces: piecesOf(cell, isHead ? { color: INK.muted } : {}),
		isStart: classes.includes("measure-matrix-verdict"),
	};
}

/** The words and marks of an element in order, without what is only read aloud. */
export function piecesOf(element: Element, inherited: Omit<Piece, "text"> = {}): Piece[] {
	const classes = classesOf(element);
	if (classes.includes("visually-hidden")) return [];
	const own = { ...inherited };
	const state = element.attributes["data-state"];
	if (classes.includes("measure-glyph") && state) own.color = GLYPH_COLOR[state] ?? INK.text;
	if (classes.includes("measure-matrix-hit") || element.name === "strong") own.isStrong = true;
	if (classes.includes("measure-matrix-none")) own.color = INK.muted;
	return element.children.flatMap((child) => (isElement(child) ? piecesOf(child, own) : [{ ...own, text: child }]));
}
