import type { Faces } from "./faces.server.ts";
import { type Line, type Words, widestLine, widestWord } from "./lines.server.ts";
import { COLUMN, INK, type TextStyle, TYPE } from "./sheet.ts";
import { columnWidths } from "./tableWidths.ts";
import type { Tag } from "./tags.server.ts";

export interface Column {
	label: string;
	isNumeric?: boolean;
}

export interface Cell {
	lines: Line[];
	isNumeric: boolean;
	tag: Tag;
}

/** Where the columns of a table stand, and how its words are set. */
export interface TableLayout {
	/** Of the whole table. */
	width: number;
	lefts: number[];
	widths: number[];
	style: TextStyle;
	headStyle: TextStyle;
}

const GUTTER = 10;

/** Fits a table into the column; where its words have no room in the size asked for, they are set smaller. */
export function layoutOf(
	faces: Faces,
	columns: readonly Column[],
	texts: readonly (readonly Words[])[],
	style: TextStyle,
): TableLayout {
	const room = COLUMN.width - GUTTER * (columns.length - 1);
	const needsIn = (body: TextStyle) =>
		columns.map(({ label }, index) => {
			const cells = texts.map((row) => row[index] ?? "");
			const head = headStyleOf(body);
			return {
				least: Math.max(widestWord(faces, label, head), ...cells.map((cell) => widestWord(faces, cell, body))),
				most: Math.max(widestLine(faces, label, head), ...cells.map((cell) => widestLine(faces, cell, body))),
			};
		});
	const needs = needsIn(style);
	const isTight = needs.reduce((total, need) => total + need.least, 0) > room;
	const own = isTight ? TYPE.tiny : style;
	const widths = columnWidths(isTight ? needsIn(own) : needs, room);
	const lefts = widths.map((_, index) => widths.slice(0, index).reduce((left, width) => left + width + GUTTER, 0));
	const width = (lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0);
	return { width, lefts, widths, style: own, headStyle: headStyleOf(own) };
}

/** Where a line begins, from the left of its table: numbers stand at the right of their column. */
export function leftOf({ lefts, widths }: TableLayout, index: number, line: Line, isNumeric: boolean): number {
	const left = lefts[index] ?? 0;
	return isNumeric ? left + (widths[index] ?? 0) - line.width : left;
}

function headStyleOf(style: TextStyle): TextStyle {
	return { ...style, isStrong: true, color: INK.muted };
}
