import { cadenceOf } from "./cadence.ts";
import { partiesOf } from "./headingParties.ts";
import { fold, type PlainText } from "./plainText.ts";
import type { Span } from "./reading.ts";
import { wordsOf } from "./words.ts";

/** A row of a pasted table that promises something. Spans are in the plain text. */
export interface TableRow {
	aktivitet: Span;
	parties: string[];
}

/** The rows of the tables of a text, and the lines that they take. */
export interface Tables {
	rows: TableRow[];
	lines: Span[];
}

interface Cell extends Span {
	text: string;
	folded: string;
}

const CELL_END = /\t+| *\| *| {4,}/g;
const PARTIES_HEADER = /^(ansvar(ig|iga|ar)?|utforare|utfors av|vem|part(er)?|aktor(er)?|verksamhet)\b/;
const PROMISED_HEADER =
	/^(aktivitet(er)?|atgard(er)?|insats(er)?|lofte(n|t)?|atagande(n)?|vad|vi lovar|beskrivning|detta ska vi gora|det har ska vi gora)\b/;
const OFTEN_HEADER = /^(hur ofta|antal|frekvens|omfattning|hur mycket|minst)\b/;
const LEAST_COLUMNS = 2;
const MOST_COLUMNS = 12;
/** A cell that may hold what is promised has at least so many words on average. */
const LEAST_WORDS = 2;

/**
 * Finds what a text has of tables: lines one after the other with cells between tabs, bars or wide spaces. Which column says what
 * is promised and which who does it, its header says, or else what its cells hold. What has neither is no table of aktiviteter.
 *
 * @param source the text that `plain` was made of
 */
export function readTables(source: string, plain: PlainText): Tables {
	const tables: Tables = { rows: [], lines: [] };
	let rows: Cell[][] = [];
	const settle = () => {
		addTable(tables, rows);
		rows = [];
	};
	for (let from = 0; from < plain.text.length; ) {
		const breakAt = plain.text.indexOf("\n", from);
		const to = breakAt === -1 ? plain.text.length : breakAt;
		const cells = to > from ? cellsOf({ from, to }, source, plain) : [];
		if (cells.length >= LEAST_COLUMNS && cells.length <= MOST_COLUMNS) {
			if (rows.length > 0 && !isLike(rows, cells)) settle();
			rows.push(cells);
		} else if (to > from) settle();
		from = to + 1;
	}
	settle();
	return tables;
}

/** A row has as many cells as its header, or fewer where one before it holds for several. */
function isLike(rows: Cell[][], cells: Cell[]): boolean {
	return cells.length <= (rows[0]?.length ?? 0);
}

/** The cells of a line, by what stands between them in the source. */
function cellsOf({ from, to }: Span, source: string, plain: PlainText): Cell[] {
	const begins = plain.starts[from] ?? 0;
	const line = source.slice(begins, plain.ends[to - 1] ?? begins);
	const cells: Cell[] = [];
	let at = 0;
	for (const end of [...line.matchAll(CELL_END), { index: line.length, 0: "" }]) {
		const cell = spanBetween(plain, begins + at, begins + (end.index ?? 0));
		if (cell)
			cells.push({
				...cell,
				text: plain.text.slice(cell.from, cell.to),
				folded: plain.folded.slice(cell.from, cell.to),
			});
		at = (end.index ?? 0) + end[0].length;
	}
	return cells;
}

/** The part of the plain text that came from a stretch of the source, without spaces at its ends. */
function spanBetween(plain: PlainText, from: number, to: number): Span | undefined {
	let first = firstFrom(plain, from);
	let end = firstFrom(plain, to);
	while (first < end && plain.text[first] === " ") first += 1;
	while (end > first && plain.text[end - 1] === " ") end -= 1;
	return end > first ? { from: first, to: end } : undefined;
}

/** The first character of the plain text that begins at or after a place in the source. */
function firstFrom(plain: PlainText, at: number): number {
	let low = 0;
	let high = plain.text.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((plain.starts[middle] ?? 0) < at) low = middle + 1;
		else high = middle;
	}
	return low;
}

interface Columns {
	promised: number;
	parties: number | null;
	often: number | null;
	hasHeader: boolean;
}

function addTable(tables: Tables, rows: Cell[][]) {
	const columns = rows.length >= 2 ? columnsOf(rows) : undefined;
	if (!columns) return;
	const width = rows[0]?.length ?? 0;
	for (const [index, cells] of rows.entries()) {
		const [first] = cells;
		const last = cells.at(-1);
		if (first && last) tables.lines.push({ from: first.from, to: last.to });
		if (index === 0 && columns.hasHeader) continue;
		// What is missing is to the left, where a cell holds for the rows beneath it.
		const missing = width - cells.length;
		const at = (column: number | null) => (column === null ? undefined : cells[column - missing]);
		const promised = at(columns.promised);
		if (promised) {
			const often = at(columns.often);
			tables.rows.push({ aktivitet: withOften(promised, often), parties: partiesOf(at(columns.parties)?.text ?? "") });
		}
	}
}

/** "Fotpatrull | 2 ggr/mån": how often, where it stands next to what is done and the words themselves do not say it. */
function withOften(promised: Cell, often: Cell | undefined): Span {
	const isNext = often !== undefined && often.from > promised.to && often.from <= promised.to + 3;
	const isSaid = /\d/.test(promised.text) || cadenceOf(wordsOf(promised.text)) !== undefined;
	const says = often && (/\d/.test(often.text) || cadenceOf(wordsOf(often.text)) !== undefined);
	return { from: promised.from, to: isNext && says && !isSaid ? often.to : promised.to };
}

function columnsOf(rows: Cell[][]): Columns | undefined {
	const [header = []] = rows;
	const named = (pattern: RegExp) => {
		const index = header.findIndex(({ folded }) => pattern.test(folded) && folded.split(" ").length <= 4);
		return index === -1 ? null : index;
	};
	const promised = named(PROMISED_HEADER);
	const parties = named(PARTIES_HEADER);
	if (promised !== null) return { promised, parties, often: named(OFTEN_HEADER), hasHeader: true };
	if (parties !== null) {
		const longest = longestColumn(rows.slice(1), parties);
		return longest === null ? undefined : { promised: longest, parties, often: named(OFTEN_HEADER), hasHeader: true };
	}
	const held = header.findIndex((_, column) => rows.every((cells) => isParties(cells[column]?.text ?? "")));
	const longest = held === -1 ? null : longestColumn(rows, held);
	return longest === null ? undefined : { promised: longest, parties: held, often: null, hasHeader: false };
}

/** The column with most to say, beside the one of the parties; null: none says enough. */
function longestColumn(rows: Cell[][], parties: number): number | null {
	const width = Math.max(0, ...rows.map((cells) => cells.length));
	const lengths = Array.from({ length: width }, (_, column) =>
		column === parties ? 0 : rows.reduce((sum, cells) => sum + (cells[column]?.text.split(" ").length ?? 0), 0),
	);
	const longest = Math.max(0, ...lengths);
	return longest >= rows.length * LEAST_WORDS ? lengths.indexOf(longest) : null;
}

/** Parties and nothing else: "Polis och kommun". */
function isParties(text: string): boolean {
	const words = fold(text).split(/[ ,/&+]+/);
	return partiesOf(text).length > 0 && words.length <= 5 && !/\b(ska|skall|lovar|kommer)\b/.test(fold(text));
}
