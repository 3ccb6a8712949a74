import { type Numeral, readNumeral } from "./numerals.ts";

/** A word or a single sign of a sentence, and where it stands. */
export interface Word {
	text: string;
	/** As it is compared: composed letters in lower case. */
	lower: string;
	from: number;
	to: number;
	/** First word after a full stop, or of all. */
	isFirst: boolean;
	/** Nothing, not even a space, stands between it and the one before. */
	isGlued: boolean;
	/** The number that begins here, over `numeral.length` words. */
	numeral: Numeral | null;
}

/** No sentence of an agreement has more; what comes after is not read. */
const MAX_WORDS = 600;

const TOKEN =
	/\d+(?:-[\p{L}\p{M}][\p{L}\p{M}-]*)?|[\p{L}\p{M}][\p{L}\p{M}\d]*(?:-[\p{L}\p{M}][\p{L}\p{M}\d]*)*|[^\s\p{L}\p{M}\d]/gu;
const HAS_LETTER = /\p{L}/u;

/** The words of a sentence in order, at most 600; signs are words of their own. */
export function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	for (const match of text.matchAll(TOKEN)) {
		if (words.length === MAX_WORDS) break;
		const last = words.at(-1);
		words.push({
			text: match[0],
			lower: match[0].normalize("NFC").toLowerCase(),
			from: match.index,
			to: match.index + match[0].length,
			isFirst: last === undefined || (/^[.!?•]$/.test(last.text) && last.to < match.index),
			isGlued: last !== undefined && last.to === match.index,
			numeral: null,
		});
	}
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (!word) continue;
		word.numeral = readNumeral(words.slice(index, index + 6));
		index += Math.max(0, (word.numeral?.length ?? 1) - 1);
	}
	return words;
}

/** Whether it is a word and not a sign or a bare number. */
export function isLetters(word: Word | undefined): word is Word {
	return word !== undefined && HAS_LETTER.test(word.text);
}

/** Where the first of several sentences ends: the index of the word after it. */
export function firstSentenceEnd(words: Word[]): number {
	const next = words.findIndex((word, index) => index > 0 && word.isFirst && /^\p{Lu}/u.test(word.text));
	return next === -1 ? words.length : next;
}

/** Where a phrase stands: the first word, the one after the last. */
export interface Match {
	first: number;
	end: number;
}

/** The characters that the words cover. */
export function spanOf(words: Word[], { first, end }: Match): { from: number; to: number } {
	return { from: words[first]?.from ?? 0, to: words[end - 1]?.to ?? 0 };
}

/**
 * A phrase to look for, a term for each word: `a|b` one of these, `tid*`, `*tid`, `*tid*` what it begins, ends or has in
 * it, `#` a number, `_` any word of letters; a `?` after a term lets it be missing.
 */
export type Phrase = (words: Word[], at: number) => number;

/** A phrase made ready to be looked for: gives the word after the last, or -1 when it does not stand there. */
export function phrase(pattern: string): Phrase {
	const terms = pattern.split(" ").map((term) => {
		const isOptional = term.length > 1 && term.endsWith("?");
		return { isOptional, fits: oneOf(isOptional ? term.slice(0, -1) : term) };
	});
	const fitFrom = (words: Word[], at: number, termAt: number): number => {
		const term = terms[termAt];
		if (!term) return at;
		const word = words[at];
		const isFitting = word !== undefined && term.fits(word);
		const length = term.fits === isNumber ? (word?.numeral?.length ?? 1) : 1;
		const end = isFitting ? fitFrom(words, at + length, termAt + 1) : -1;
		// At most three terms of a phrase may be missing, so that there are few ways to try.
		return end === -1 && term.isOptional ? fitFrom(words, at, termAt + 1) : end;
	};
	return (words, at) => fitFrom(words, at, 0);
}

/** Where the first of the phrases stands in the words, searched phrase by phrase; undefined: none does. */
export function findPhrase(words: Word[], phrases: Phrase[], from = 0): Match | undefined {
	for (const fits of phrases) {
		for (let first = from; first < words.length; first++) {
			const end = fits(words, first);
			if (end > first) return { first, end };
		}
	}
	return undefined;
}

/** Several phrases, written one after the other with `;` between. */
export function phrases(patterns: string): Phrase[] {
	return patterns.split(";").map((pattern) => phrase(pattern.trim()));
}

const isNumber = (word: Word) => word.numeral !== null;

function oneOf(term: string): (word: Word) => boolean {
	if (term === "#") return isNumber;
	if (term === "_") return isLetters;
	const alternatives = term.split("|");
	const whole = new Set(alternatives.filter((alternative) => !alternative.includes("*")));
	const parts = alternatives.filter((alternative) => alternative.includes("*")).map(fitOf);
	return ({ lower }) => whole.has(lower) || parts.some((fits) => fits(lower));
}

function fitOf(term: string): (lower: string) => boolean {
	const bare = term.replaceAll("*", "");
	if (term.startsWith("*") && term.endsWith("*") && term.length > 1) return (lower) => lower.includes(bare);
	if (term.startsWith("*") && term.length > 1) return (lower) => lower.endsWith(bare);
	return (lower) => lower.startsWith(bare);
}
