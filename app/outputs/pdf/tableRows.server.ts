import type { Atom } from "./flow.server.ts";
import { drawLine, drawRule, type Paint } from "./paint.server.ts";
import { INK } from "./sheet.ts";
import { type Cell, leftOf, type TableLayout } from "./tableLayout.server.ts";

const PADDING = 4;
/** A row of more lines than this may go on over the page. */
const MOST_KEPT_LINES = 12;

/** The header of a table: as it is said once, and as it is drawn again on later pages. */
export interface Head {
	height: number;
	draw: Atom["draw"];
	drawAgain: Atom["draw"];
}

export function headOf(cells: readonly Cell[], layout: TableLayout): Head {
	const { headStyle } = layout;
	const height = Math.max(1, ...cells.map((cell) => cell.lines.length)) * headStyle.leading + PADDING * 2;
	const drawWith =
		(around: (paint: Paint, cell: Cell, draw: () => void) => void): Atom["draw"] =>
		(paint, { x, y }) => {
			for (const [index, cell] of cells.entries()) {
				const top = y + height - PADDING - cell.lines.length * headStyle.leading;
				around(paint, cell, () => {
					for (const [place, line] of cell.lines.entries())
						drawLine(paint, line, headStyle, {
							x: x + leftOf(layout, index, line, cell.isNumeric),
							y: top + place * headStyle.leading,
							hasMore: place < cell.lines.length - 1,
						});
				});
			}
			drawRule(paint, { x, y: y + height, width: layout.width, color: INK.lineStrong, thickness: 0.9 });
		};
	return {
		height,
		draw: drawWith((paint, cell, draw) => paint.tags.mark(cell.tag, draw)),
		// It has been said: nobody hears it twice.
		drawAgain: drawWith((paint, _, draw) => paint.tags.artifact(draw, "Pagination")),
	};
}

/** One atom per line of the row's longest cell; short rows are kept whole. */
export function rowAtoms(cells: readonly Cell[], layout: TableLayout): Atom[] {
	const { style } = layout;
	const count = Math.max(1, ...cells.map((cell) => cell.lines.length));
	return Array.from({ length: count }, (_, slice) => {
		const isFirst = slice === 0;
		const isLast = slice === count - 1;
		const above = isFirst ? PADDING : 0;
		const height = style.leading + above + (isLast ? PADDING : 0);
		return {
			height,
			gap: 0,
			isKept: !isLast && (count <= MOST_KEPT_LINES || isFirst || slice === count - 2),
			draw: (paint: Paint, { x, y }: { x: number; y: number }) => {
				for (const [index, cell] of cells.entries()) {
					const line = cell.lines[slice];
					if (!line || line.items.length === 0) paint.tags.touch(cell.tag);
					else
						paint.tags.mark(cell.tag, () =>
							drawLine(paint, line, style, {
								x: x + leftOf(layout, index, line, cell.isNumeric),
								y: y + above,
								hasMore: slice < cell.lines.length - 1,
							}),
						);
				}
				if (isLast) drawRule(paint, { x, y: y + height, width: layout.width });
			},
		};
	});
}
