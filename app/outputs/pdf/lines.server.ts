import type { Faces, Run } from "./faces.server.ts";
import { isShape } from "./shapes.server.ts";
import type { TextStyle } from "./sheet.ts";

/** A stretch of a text that is set otherwise than the rest. */
export interface Piece {
	text: string;
	isStrong?: boolean;
	color?: string;
}

export type Words = string | readonly Piece[];

interface Item {
	width: number;
	isStrong: boolean;
	color: string | undefined;
	/** A shape is drawn; everything else is set in runs. */
	shape: string | null;
	runs: Run[];
}

export interface Line {
	items: Item[];
	width: number;
}

/** How wide a shape is within a text, in shares of the size; a little air after it belongs to it. */
export const SHAPE_SIZE = 0.92;
const WORD_SPACE = " ";

/** Breaks a text into lines no wider than the width; a word that is wider than a line is broken where it must. */
export function breakLines(faces: Faces, words: Words, style: TextStyle, width: number): Line[] {
	const pieces: readonly Piece[] = typeof words === "string" ? [{ text: words }] : words;
	const lines: Line[] = [];
	let line: Line = { items: [], width: 0 };
	let hasSpace = false;
	const end = () => {
		lines.push(line);
		line = { items: [], width: 0 };
		hasSpace = false;
	};
	for (const [text, piece] of pieces.flatMap((piece) => splitWords(piece.text).map((text) => [text, piece] as const))) {
		if (text === "\n") end();
		else if (text === WORD_SPACE) hasSpace = line.items.length > 0;
		else {
			let items = itemsOf(faces, text, piece, style);
			const space = hasSpace ? itemsOf(faces, WORD_SPACE, piece, style) : [];
			if (hasSpace && line.width + widthOf(space) + widthOf(items) > width) end();
			else for (const item of space) append(line, item);
			if (line.items.length > 0 && line.width + widthOf(items) > width) end();
			while (widthOf(items) > width) {
				const [fitting, rest] = cut(faces, items, style, width);
				if (rest.length === 0) break;
				for (const item of fitting) append(line, item);
				end();
				items = rest;
			}
			for (const item of items) append(line, item);
			hasSpace = false;
		}
	}
	if (line.items.length > 0 || lines.length === 0) lines.push(line);
	return lines;
}

/** The width of the text when nothing breaks it but its own line breaks. */
export function widestLine(faces: Faces, words: Words, style: TextStyle): number {
	return Math.max(0, ...breakLines(faces, words, style, Number.POSITIVE_INFINITY).map((line) => line.width));
}

/** The width of its widest word: narrower than this a column breaks words. */
export function widestWord(faces: Faces, words: Words, style: TextStyle): number {
	const pieces: readonly Piece[] = typeof words === "string" ? [{ text: words }] : words;
	return Math.max(
		0,
		...pieces.flatMap((piece) =>
			splitWords(piece.text)
				.filter((text) => text !== "\n")
				.map((text) => widthOf(itemsOf(faces, text, piece, style))),
		),
	);
}

/** Longer than any word of any language, and than a line: measured whole, time would grow with the square of it. */
const LONGEST_WORD = /.{1,120}/gsu;

/** Words, single spaces and line breaks, in order. A no-break space belongs to its word. */
function splitWords(text: string): string[] {
	return text
		.replace(/\r\n?/g, "\n")
		.replace(/\t/g, WORD_SPACE)
		.split(/( +|\n)/)
		.filter((part) => part !== "")
		.flatMap((part) => (/^ +$/.test(part) ? [WORD_SPACE] : (part.match(LONGEST_WORD) ?? [])));
}

function itemsOf(faces: Faces, text: string, piece: Piece, style: TextStyle): Item[] {
	const isStrong = piece.isStrong ?? style.isStrong ?? false;
	const color = piece.color ?? style.color;
	const base = { isStrong, color };
	const items: Item[] = [];
	let letters = "";
	const flush = () => {
		if (letters === "") return;
		const runs = faces.runsOf(letters, isStrong ? 600 : 400);
		items.push({ ...base, shape: null, runs, width: faces.widthOf(runs, style.size) });
		letters = "";
	};
	for (const letter of text) {
		if (isShape(letter)) {
			flush();
			items.push({ ...base, shape: letter, runs: [], width: style.size * SHAPE_SIZE });
		} else letters += letter;
	}
	flush();
	return items;
}

function widthOf(items: readonly Item[]): number {
	return items.reduce((width, item) => width + item.width, 0);
}

function append(line: Line, item: Item): void {
	const last = line.items[line.items.length - 1];
	const isLikeLast = last && last.isStrong === item.isStrong && last.color === item.color;
	line.width += item.width;
	if (!last || !isLikeLast || last.shape !== null || item.shape !== null) {
		line.items.push({ ...item, runs: item.runs.map((run) => ({ ...run })) });
		return;
	}
	last.width += item.width;
	for (const run of item.runs) {
		const lastRun = last.runs[last.runs.length - 1];
		if (lastRun?.font === run.font) lastRun.text += run.text;
		else last.runs.push({ ...run });
	}
}

/** Cuts what is wider than the room into what fits, at least one letter, and the rest. */
function cut(faces: Faces, items: readonly Item[], style: TextStyle, room: number): [Item[], Item[]] {
	const fitting: Item[] = [];
	let left = room;
	for (const [index, item] of items.entries()) {
		const after = items.slice(index + 1);
		if (item.width <= left) {
			fitting.push(item);
			left -= item.width;
		} else if (item.shape !== null) {
			return fitting.length > 0 ? [fitting, [item, ...after]] : [[item], after];
		} else {
			const letters = [...item.runs.map((run) => run.text).join("")];
			const piece = { text: "", isStrong: item.isStrong, color: item.color };
			const fits = (count: number) => widthOf(itemsOf(faces, letters.slice(0, count).join(""), piece, style)) <= left;
			const most = largestThat(fits, letters.length);
			const count = fitting.length > 0 ? most : Math.max(1, most);
			const head = itemsOf(faces, letters.slice(0, count).join(""), piece, style);
			const rest = itemsOf(faces, letters.slice(count).join(""), piece, style);
			return [
				[...fitting, ...head],
				[...rest, ...after],
			];
		}
	}
	return [fitting, []];
}

/** The largest whole number up to `most` for which it holds, by halving: it holds for all below one that it holds for. */
function largestThat(holds: (value: number) => boolean, most: number): number {
	let low = 0;
	let high = most;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (holds(middle)) low = middle;
		else high = middle - 1;
	}
	return low;
}
