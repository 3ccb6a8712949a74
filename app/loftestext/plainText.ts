import type { Span } from "./reading.ts";

/**
 * A text as it is read: letters composed, soft hyphens and emphasis gone, every kind of space one space, a word that a line's
 * end divided whole again. Each character knows where it came from, so that whatever is found points into the text itself.
 */
export interface PlainText {
	text: string;
	/** The same, character by character, in small letters without marks: "åtgärder" is "atgarder". What patterns are tried on. */
	folded: string;
	/** Where in the source each character begins. */
	starts: Uint32Array;
	/** Where in the source each character ends. */
	ends: Uint32Array;
}

/** No löfte text is near it; what lies beyond is not read, so that the work is bounded. */
export const MOST_READ = 100_000;

/** Hyphens that show only at a line's end, joiners, direction marks, byte order marks, the stars of emphasis. */
const UNSEEN = new Set("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff");
const LINE_BREAKS = new Set("\n\v\f\u0085\u2028\u2029");
const SPACE = /\s|\u00a0/;
const MARK = /\p{M}/u;
const LETTER = /\p{L}/u;
const SMALL_LETTER = /\p{Ll}/u;

/** What follows a hyphen that belongs to the word: "skol- och fritidsmiljöer". */
const KEEPS_HYPHEN = /^(och|eller|samt|respektive|resp)(?!\p{L})/u;

/** Reads a text into the form that the rest works on, in one pass. */
export function toPlainText(source: string): PlainText {
	const length = Math.min(source.length, MOST_READ);
	const starts = new Uint32Array(length + 1);
	const ends = new Uint32Array(length + 1);
	const characters: string[] = [];

	const put = (character: string, from: number, to: number) => {
		starts[characters.length] = from;
		ends[characters.length] = to;
		characters.push(character);
	};
	const last = () => characters[characters.length - 1];

	for (let at = 0; at < length; at++) {
		const character = source[at] ?? "";
		if (UNSEEN.has(character)) continue;
		if (character === "*" && (source[at + 1] === "*" || source[at - 1] === "*")) continue;
		if (character === "\r" || LINE_BREAKS.has(character)) {
			if (character === "\r" && source[at + 1] === "\n") continue;
			if (last() === " ") characters.pop();
			if (isDividedWord(characters, source, at, length)) characters.pop();
			else put("\n", at, at + 1);
		} else if (SPACE.test(character)) {
			if (last() !== " " && last() !== "\n" && characters.length > 0) put(" ", at, at + 1);
		} else if (MARK.test(character) && characters.length > 0) {
			const composed = `${last()}${character}`.normalize("NFC");
			if (composed.length === 1) characters[characters.length - 1] = composed;
			ends[characters.length - 1] = at + 1;
		} else put(character, at, at + 1);
	}
	const text = characters.join("");
	return { text, folded: fold(text), starts, ends };
}

/** Small letters without marks, exactly as long as what is given. */
export function fold(text: string): string {
	return text
		.replace(/[\p{L}]/gu, (letter) => {
			const folded = letter.toLowerCase().normalize("NFD")[0] ?? letter;
			return folded.length === letter.length ? folded : letter;
		})
		.replace(/[‐‑‒–—−]/g, "-");
}

/** The part of the source that a stretch of the plain text came from. */
export function toSource(plain: PlainText, { from, to }: Span): Span {
	if (to <= from) return { from: plain.starts[from] ?? 0, to: plain.starts[from] ?? 0 };
	return { from: plain.starts[from] ?? 0, to: plain.ends[to - 1] ?? 0 };
}

/** "trygghets-" at the end of a line, with "vandringar" first on the next. */
function isDividedWord(characters: string[], source: string, breakAt: number, length: number): boolean {
	if (characters[characters.length - 1] !== "-" || !LETTER.test(characters[characters.length - 2] ?? "")) return false;
	let next = breakAt + 1;
	while (next < length && (source[next] === " " || source[next] === "\t")) next++;
	return SMALL_LETTER.test(source[next] ?? "") && !KEEPS_HYPHEN.test(source.slice(next, next + 12));
}
