import { isLeftOutLine, isPageNumber } from "./leftOut.ts";
import type { PlainText } from "./plainText.ts";
import type { Span } from "./reading.ts";

/** How a line of a list begins: with a bullet, a dash, a number, a label ("Aktivitet 2:"), or (`#`) as a heading of marked-up text. */
export type Marker = "bullet" | "dash" | "number" | "subnumber" | "letter" | "label" | "#";

/** A line with something on it. */
export interface Line {
	/** Where its words begin, after the marker. */
	from: number;
	to: number;
	/** Where it begins, its marker included. */
	begins: number;
	marker: Marker | null;
	/** Something empty, or something left out, stands before it. */
	isApart: boolean;
	/** A page ended just before it. */
	isAfterPage: boolean;
}

/** Tried on the folded line. In order: what is most particular first. */
const MARKERS: readonly { marker: Marker; pattern: RegExp }[] = [
	{ marker: "label", pattern: /^(?:aktivitet|atgard|insats|atagande)(?: ?(?:nr )?\d{1,2}[a-h]?)? ?: ?(?=\S)/ },
	{ marker: "#", pattern: /^#{1,6} ?(?=\S)/ },
	{ marker: "bullet", pattern: /^[•·●▪■□◦‣⁃∙○►▶➢➤✓✔❖\uf0a7\uf0b7\uf0d8*] ?/ },
	{ marker: "bullet", pattern: /^[o§] (?=\S)/ },
	{ marker: "dash", pattern: /^(?:--? (?=[^\s-])|--?(?=[^\s\d-]))/ },
	{ marker: "dash", pattern: /^-$/ },
	{ marker: "subnumber", pattern: /^\d{1,2}\.\d{1,2}[.):]? (?=[^\d\s])/ },
	{ marker: "number", pattern: /^\(?\d{1,2}[.):](?: (?=\S)|(?=[^\d\s]))/ },
	{ marker: "letter", pattern: /^\(?[a-h]\) ?(?=\S)/ },
	{ marker: "letter", pattern: /^[a-h]\. (?=\S)/ },
];

/** No dokument has more; what comes after is not read, so that the work is bounded. */
export const MOST_LINES = 4_000;

/**
 * The lines that may say something: without the empty ones, pages' numbers and what a web page puts around its text.
 *
 * @param tables lines that are read as tables, in order, and left out here
 */
export function readLines(plain: PlainText, tables: Span[] = []): Line[] {
	const lines: Line[] = [];
	let isApart = true;
	let isAfterPage = false;
	let waiting: Marker | null = null;
	let table = 0;
	const endOfLine = lineEndsIn(plain.text);
	for (let from = 0; from < plain.text.length && lines.length < MOST_LINES; ) {
		const end = endOfLine(from);
		const to = plain.text[end - 1] === " " ? end - 1 : end;
		const folded = plain.folded.slice(from, to);
		while ((tables[table]?.to ?? Number.POSITIVE_INFINITY) <= from) table += 1;
		if (folded.length === 0 || (tables[table]?.from ?? Number.POSITIVE_INFINITY) < end) {
			isApart = true;
		} else if (isPageNumber(folded)) {
			isAfterPage = true;
		} else if (isLeftOutLine(folded, plain.text[from] ?? "")) {
			isApart = true;
			waiting = null;
		} else {
			const { marker, length } = markerOf(folded);
			if (from + length >= to) waiting = marker;
			else {
				lines.push({ from: from + length, to, begins: from, marker: marker ?? waiting, isApart, isAfterPage });
				isApart = false;
				isAfterPage = false;
				waiting = null;
			}
		}
		from = end + 1;
	}
	return lines;
}

/**
 * Finds line after line where it ends: at its break, or where the next point begins within it ("Polisen lovar: • fler patruller • fler
 * samtal"). Asked in order, it goes over the text once.
 */
function lineEndsIn(text: string): (from: number) => number {
	const ends = [...text.matchAll(LINE_END)].map(({ index }) => index);
	let next = 0;
	return (from) => {
		while ((ends[next] ?? text.length) < from) next += 1;
		return ends[next] ?? text.length;
	};
}

const LINE_END = /\n| (?=[•●▪■◦‣⁃∙►➢➤❖\uf0a7\uf0b7\uf0d8] ?\p{L})/gu;

function markerOf(folded: string): { marker: Marker | null; length: number } {
	for (const { marker, pattern } of MARKERS) {
		const length = pattern.exec(folded)?.[0].length ?? 0;
		if (length > 0) return { marker, length };
	}
	return { marker: null, length: 0 };
}
