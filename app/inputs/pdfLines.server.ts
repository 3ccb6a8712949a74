/** A stretch of text on a page of a PDF, in the order that it was written. */
export interface PdfWord {
	text: string;
	/** In points from the lower left corner of the page: where it stands, and where it ends. */
	y: number;
	left: number;
	right: number;
	/** Of the type. */
	size: number;
	/** It ends its line. */
	isLast: boolean;
}

export interface PdfPage {
	width: number;
	words: PdfWord[];
}

interface Line {
	text: string;
	y: number;
	left: number;
	right: number;
	size: number;
	/** How wide its first word is. */
	firstWord: number;
	isRow: boolean;
}

/** How much farther apart than its neighbours a line stands when a new paragraph begins. */
const PARAGRAPH_GAP = 1.3;
/** How far apart the lines of a paragraph stand at most, in sizes of the type; one where all paragraphs are single lines shows none. */
const WIDEST_LEADING = 1.6;
/** How much of the way to the edge a line reaches at most, from the left of the page, when it is short. */
const SHORT_LINE = 0.75;
/** Points that a raised figure or another font may move a word on its line. */
const SAME_LINE = 4;
/** Points of a space, and of what no typesetter is exact about. */
const SPACE = 8;
/** Points between words that are too many for a space: the line is a row of a table. */
const CELL_GAP = 20;
/** Bullets that Word draws with the fonts Symbol and Wingdings, whose characters are their own. */
const FONT_BULLETS = /[\uf0a7\uf0b7\uf0d8\uf0fc\uf02d\uf0e0]/g;
/** How an item of a list begins. */
const MARK = /^\s*([•·●▪◦○*–-]\s|\d{1,2}[.)]\s)/;
/** A word that is divided at the end of its line. */
const DIVIDED = /\p{L}{2}-$/u;
const REST_OF_WORD = /^(?!(och|eller|samt|respektive)\b)\p{Ll}/u;

/**
 * What the pages say: each paragraph one line, where the page shows that a line only ended because the next word had no
 * room, and an empty line where it leaves room between paragraphs. All other lines stay as they are.
 */
export function pdfText(pages: PdfPage[]): string {
	const lines = pages.map(({ words }) => linesOf(words));
	const size = mostCommon(lines.flat().map((line) => Math.round(line.size)));
	const usual = Math.min(
		lowerQuartile(lines.flatMap(gapsOf).filter((gap) => gap > SAME_LINE)),
		size > 0 ? size * WIDEST_LEADING : Number.POSITIVE_INFINITY,
	);
	const margin = mostCommon(lines.flat().map(({ left }) => Math.round(left)));
	let text = "";
	let last: Line | undefined;
	lines.forEach((ofPage, index) => {
		const [first] = ofPage;
		if (!first) return;
		// Both margins are as wide, unless something is seen to reach farther.
		const edge = ofPage.reduce((most, { right }) => Math.max(most, right), (pages[index]?.width ?? 0) - margin);
		const page = pageText(ofPage, { usual, edge });
		if (!last) text = page;
		else text = /^\p{Ll}/u.test(first.text) && goesOn(last, first, edge) ? joined(text, page) : `${text}\n\n${page}`;
		last = ofPage.at(-1);
	});
	return text;
}

function linesOf(words: PdfWord[]): Line[] {
	const lines: Line[] = [];
	let ofLine: PdfWord[] = [];
	const end = () => {
		const text = ofLine.map((word) => word.text).join("");
		const seen = ofLine.filter((word) => word.text.trim() !== "");
		const [first] = seen;
		if (first) {
			lines.push({
				text: text.replace(FONT_BULLETS, "•").trimEnd(),
				y: first.y,
				left: first.left,
				size: first.size,
				right: seen.reduce((most, { right }) => Math.max(most, right), 0),
				firstWord: firstWordWidth(seen),
				isRow: seen.some(({ left }, index) => index > 0 && left - (seen[index - 1]?.right ?? left) > CELL_GAP),
			});
		}
		ofLine = [];
	};
	for (const word of words) {
		ofLine.push(word);
		if (word.isLast) end();
	}
	end();
	return lines;
}

function firstWordWidth(words: PdfWord[]): number {
	let width = 0;
	for (const { text, left, right } of words) {
		const end = text.trimStart().search(/\s/);
		if (end >= 0) return width + ((right - left) * end) / text.length;
		width += right - left;
	}
	return width;
}

/** How far below the line before each line stands, from the second on; negative: above it, as where a column begins. */
function gapsOf(lines: Line[]): number[] {
	return lines.slice(1).map(({ y }, index) => (lines[index]?.y ?? y) - y);
}

function pageText(lines: Line[], { usual, edge }: { usual: number; edge: number }): string {
	let text = "";
	lines.forEach((line, index) => {
		const before = lines[index - 1];
		if (!before) text = line.text;
		else if (isApart(before, line, usual)) text += `\n\n${line.text}`;
		else if (goesOn(before, line, edge)) text = joined(text, line.text);
		else text += endsParagraph(before, edge) ? `\n\n${line.text}` : `\n${line.text}`;
	});
	return text;
}

function isApart(before: Line, line: Line, usual: number): boolean {
	const gap = before.y - line.y;
	return gap > usual * PARAGRAPH_GAP || gap < -SAME_LINE;
}

/** The line before ended because this one's first word had no room on it. */
function goesOn(before: Line, line: Line, edge: number): boolean {
	return before.right + SPACE + line.firstWord > edge && !before.isRow && !line.isRow && !MARK.test(line.text);
}

/** The next line goes on in the same paragraph, and perhaps in the same word. */
function joined(text: string, next: string): string {
	const rest = next.trimStart();
	return DIVIDED.test(text) && REST_OF_WORD.test(rest) ? text.slice(0, -1) + rest : `${text} ${rest}`;
}

/** A sentence that ends well before the edge: its paragraph is over, however close the next one stands. */
function endsParagraph({ text, right }: Line, edge: number): boolean {
	return right < edge * SHORT_LINE && /[.!?:]$/.test(text);
}

/** The lines of a paragraph stand closest: at least a quarter of all lines have their neighbour in one. */
function lowerQuartile(numbers: number[]): number {
	const sorted = numbers.toSorted((one, other) => one - other);
	return sorted[Math.floor((sorted.length - 1) / 4)] ?? 0;
}

function mostCommon(numbers: number[]): number {
	const counts = new Map<number, number>();
	for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
	let found = 0;
	let most = 0;
	for (const [number, count] of counts) if (count > most) [found, most] = [number, count];
	return found;
}
