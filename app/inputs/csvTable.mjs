// @ts-check
import { parse } from "csv-parse/sync";
import { plainText } from "./plainText.mjs";
import { Refused, RowCollector, TextRoom } from "./rowCollector.mjs";

/** In the order in which they are believed: a comma is also what Swedish numbers and sentences have. */
const DELIMITERS = ["\t", ";", ","];
/** By so many lines the delimiter is told. */
const LINES_TO_JUDGE = 60;
/** Excel's own way to say the delimiter, on a line that it does not show. */
const SAID_DELIMITER = /^"?sep=([;,\t|])"?[;,\t]*\n/i;
/** Control characters besides white space: a few are dirt, many are something else than text. */
const CONTROLS = /(?!\s)\p{Cc}/gu;
/** So many delimiters on one line of a text are no punctuation. */
const SURELY_A_ROW = 3;
const MOST_CONTROLS = { any: 3, share: 0.01 };

/**
 * The table of a .csv, whichever of the usual ways it is written. Rows are numbered as a spreadsheet shows them when it opens
 * the file: a text of several lines is in one row, an empty line is a row, and the line `sep=;` is none.
 *
 * @param {Uint8Array} bytes
 * @param {import("./rowCollector.mjs").TableLimits} limits
 * @throws Refused
 */
export function readCsv(bytes, limits) {
	const decoded = plainText(bytes);
	if (decoded === undefined || isGarbage(decoded)) throw new Refused("garbage");
	// One kind of line end, also within quotes: Windows, Mac of old, Unix.
	const lines = decoded.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
	const said = SAID_DELIMITER.exec(lines);
	const text = said ? lines.slice(said[0].length) : lines;
	const delimiter = said?.[1] ?? delimiterOf(text);
	const collector = new RowCollector(limits, null, new TextRoom(limits.mostText));
	let number = 0;
	let headerWidth = 0;
	let isBelowHeadings = false;
	try {
		parse(text, {
			delimiter,
			relax_quotes: true,
			relax_column_count: true,
			record_delimiter: "\n",
			// Kept here, so that a million rows too many take no room.
			on_record: (/** @type {string[]} */ cells) => {
				number += 1;
				// A title stands in one cell, whatever comes below it.
				if (headerWidth < 2) headerWidth = widthOf(cells);
				if (delimiter === "," && isBelowHeadings && isSplitNumber(cells, headerWidth))
					throw new Refused("decimals", { row: number });
				if (cells.some((cell) => holdsRows(cell, { delimiter, width: headerWidth })))
					throw new Refused("quote", { row: number });
				isBelowHeadings ||= headerWidth > 1;
				collector.add(number, cells);
				return null;
			},
		});
	} catch (error) {
		if (error instanceof Refused) throw error;
		throw new Refused("quote", { row: number + 1 });
	}
	return [{ name: null, isHidden: false, rows: collector.all() }];
}

/** @param {string} text */
function isGarbage(text) {
	if (text.includes("\0")) return true;
	return (text.match(CONTROLS)?.length ?? 0) > MOST_CONTROLS.any + text.length * MOST_CONTROLS.share;
}

/** @param {string[]} cells */
function widthOf(cells) {
	return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
}

/**
 * A row that is longer than the headings, with a number that its own decimal comma seems to have cut in two.
 *
 * @param {string[]} cells
 * @param {number} headerWidth
 */
function isSplitNumber(cells, headerWidth) {
	if (widthOf(cells) <= headerWidth) return false;
	return cells.some((cell, index) => /^[-−]?\d+$/.test(cell.trim()) && /^\d+$/.test(cells[index + 1] ?? ""));
}

/** A line that begins with a day, or a number, of its own. */
const BEGINS_ROW = /^\s*"?\d[\d\-/.]*\s*"?$/;

/**
 * Whether a text of several lines holds what looks like rows of the table: between two stray quotes they would be lost.
 *
 * @param {string} cell
 * @param {{ delimiter: string, width: number }} table
 */
function holdsRows(cell, { delimiter, width }) {
	if (!cell.includes("\n")) return false;
	return cell
		.split("\n")
		.slice(1)
		.some((line) => {
			const [first = "", ...others] = line.split(delimiter);
			if (delimiter !== "," && others.length >= Math.max(SURELY_A_ROW, width - 1)) return true;
			return others.length >= (delimiter === "," ? 2 : 1) && BEGINS_ROW.test(first);
		});
}

/** @typedef {{ count: number, isDecimal: boolean }} Line how often a delimiter stands on it, and whether only within numbers */

/**
 * The one that parts most lines, most of them alike, and into most.
 *
 * @param {string} text
 */
function delimiterOf(text) {
	const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(linesIn(text, delimiter)) }));
	const best = Math.max(...scores.map(({ score }) => score));
	return scores.find(({ score }) => score === best && score > 0)?.delimiter ?? ";";
}

/** @param {Line[]} lines */
function scoreOf(lines) {
	/** @type {Map<number, number>} */
	const perCount = new Map();
	let parted = 0;
	for (const { count, isDecimal } of lines.filter((line) => line.count > 0)) {
		const weight = isDecimal ? 0.5 : 1;
		perCount.set(count, (perCount.get(count) ?? 0) + weight);
		parted += weight;
	}
	const alike = [...perCount].map(([count, weight]) => ((weight + parted) / lines.length) * Math.log2(1 + count));
	return Math.max(0, ...alike);
}

/**
 * The first lines that say anything, and how many of the delimiter stand on each outside quotes.
 *
 * @param {string} text
 * @param {string} delimiter
 */
function linesIn(text, delimiter) {
	/** @type {Line[]} */
	const lines = [];
	let line = { count: 0, isDecimal: true };
	let start = 0;
	let isQuoted = false;
	let isFieldStart = true;
	for (let at = 0; at <= text.length && lines.length < LINES_TO_JUDGE; at += 1) {
		const char = text[at] ?? "\n";
		if (isQuoted && char === '"' && text[at + 1] === '"') at += 1;
		else if (char === '"' && (isQuoted || isFieldStart)) isQuoted = !isQuoted;
		else if (char === delimiter && !isQuoted) {
			line.count += 1;
			line.isDecimal &&= /^\d,\d$/.test(text.slice(at - 1, at + 2));
		} else if (char === "\n" && (!isQuoted || at === text.length)) {
			if (text.slice(start, at).trim() !== "") lines.push(line);
			start = at + 1;
			line = { count: 0, isDecimal: true };
		}
		isFieldStart = char === delimiter || char === "\n";
	}
	return lines;
}
