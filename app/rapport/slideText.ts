/** A piece of running text on a screen, with who says it or what it is. */
export interface SlideText {
	term: string;
	text: string;
}

/** Letters that have room in a row of 24 px across a screen of 1280 px: in one column, in two, in three. */
const ROW = { 1: 68, 2: 42, 3: 27 };
/** The term above a text, and the air below it. */
const TERM_ROWS = 1.5;

export type Columns = keyof typeof ROW;

/** How many rows of the screen the texts take, under each other or in columns. */
export function rowsOf(texts: readonly SlideText[], columns: Columns = 1): number {
	const rows = texts.map(({ text }) => TERM_ROWS + textRows(text, ROW[columns]));
	let sum = 0;
	for (let index = 0; index < rows.length; index += columns) sum += Math.max(...rows.slice(index, index + columns));
	return sum;
}

/** One text stands alone, several stand beside each other, as many as have room. */
export function columnsFor(texts: readonly SlideText[]): Columns {
	if (texts.length > 2) return 3;
	return texts.length === 2 ? 2 : 1;
}

/**
 * The texts as screens of at most so many rows. A text that is longer than what is left goes on at the next screen, cut
 * between paragraphs where it can be, else between sentences, else between words; nothing is left out.
 */
export function screensOfTexts(texts: readonly SlideText[], rows: number): SlideText[][] {
	const screens: SlideText[][] = [];
	let screen: SlideText[] = [];
	for (const { term, text } of texts) {
		let rest = text.trim();
		let isContinued = false;
		while (rest !== "") {
			const room = Math.floor(rows - rowsOf(screen) - TERM_ROWS);
			const [fits, after] = cut(rest, room);
			// A line or two alone at the foot of a screen is worth less than the text in one piece.
			const isScrap = after !== "" && room < rows / 3;
			if (fits === "" || isScrap) {
				screens.push(screen);
				screen = [];
				continue;
			}
			screen.push({ term: isContinued ? `${term} (forts.)` : term, text: fits });
			isContinued = true;
			rest = after;
		}
	}
	return screen.length > 0 ? [...screens, screen] : screens;
}

/** The first of a text that is too long for a screen's heading: its first sentence, or as many whole words as there is room for. */
export function shortened(text: string, most: number): string {
	if (text.length <= most) return text;
	const sentence = /^.*?[.!?](?=\s)/s.exec(text)?.[0];
	if (sentence && sentence.length <= most - 2) return `${sentence} …`;
	const words = text.slice(0, most - 1);
	return `${words.slice(0, Math.max(words.lastIndexOf(" "), most / 2)).replace(/[\s,;:–-]+$/, "")} …`;
}

function textRows(text: string, row: number): number {
	return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / row)), 0);
}

/** What has room in so many rows, and what comes after. */
function cut(text: string, rows: number): [fits: string, after: string] {
	if (textRows(text, ROW[1]) <= rows) return [text, ""];
	for (const boundary of [/\n\s*/g, /(?<=[.!?])\s+/g, /\s+/g]) {
		const at = [...text.matchAll(boundary)]
			.map(({ index }) => index)
			.findLast((end) => fitsIn(text.slice(0, end), rows));
		// A cut that leaves most of the screen empty is no better than one within a sentence.
		if (at && textRows(text.slice(0, at), ROW[1]) >= rows / 2)
			return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
	}
	// A single word that is longer than all there is room for.
	const letters = Math.max(0, rows * ROW[1]);
	return [text.slice(0, letters), text.slice(letters)];
}

function fitsIn(text: string, rows: number): boolean {
	return text.trim() !== "" && textRows(text.trimEnd(), ROW[1]) <= rows;
}
