import type { Span } from "#app/loftestext/reading.ts";

/** Words of the source text, and where they stand. */
export interface Quoted {
	quotation: string;
	span: Span;
}

/** What is marked may hold a whole page; what is looked for with other spaces is a line or two. */
const LONGEST_LOOKED_FOR = 4000;

/** The words of a span without the spaces around them; null: there are none. */
export function quotedAt(sourceText: string, { from, to }: Span): Quoted | null {
	const words = sourceText.slice(Math.max(0, from), Math.max(0, to));
	const quotation = words.trim();
	if (quotation === "") return null;
	const begins = Math.max(0, from) + words.indexOf(quotation);
	return { quotation, span: { from: begins, to: begins + quotation.length } };
}

/**
 * The exact part of the source text that is meant. What is copied from a page or typed may have other spaces than the text:
 * then it is the text's own that are kept.
 *
 * @param span where it stands, if that is known; another place with the same words is taken when they do not stand there
 * @returns null when the words are not in the text
 */
export function findQuotation(sourceText: string, words: string, span: Span | null = null): Quoted | null {
	const wanted = words.normalize("NFC").trim();
	if (wanted === "" || wanted.length > LONGEST_LOOKED_FOR) return null;
	const at = span && quotedAt(sourceText, span);
	if (at && isSameWords(at.quotation, wanted)) return at;
	const from = sourceText.indexOf(wanted);
	if (from !== -1) return { quotation: wanted, span: { from, to: from + wanted.length } };
	return findWithOtherSpaces(sourceText, wanted);
}

/** The same words, whatever spaces and line ends stand between them. */
export function isSameWords(one: string, other: string): boolean {
	return withOneSpace(one) === withOneSpace(other);
}

function findWithOtherSpaces(sourceText: string, wanted: string): Quoted | null {
	const starts: number[] = [];
	let plain = "";
	for (const { 0: part, index } of sourceText.matchAll(/\s+|\S+/g)) {
		const text = part.trim() === "" ? " " : part;
		for (let at = 0; at < text.length; at++) starts.push(index + at);
		plain += text;
	}
	const words = withOneSpace(wanted);
	const at = plain.indexOf(words);
	const from = starts[at];
	const last = starts[at + words.length - 1];
	if (at === -1 || from === undefined || last === undefined) return null;
	return { quotation: sourceText.slice(from, last + 1), span: { from, to: last + 1 } };
}

function withOneSpace(text: string): string {
	return text.trim().replace(/\s+/g, " ");
}
