/** A number in words or digits. */
export interface Numeral {
	value: number;
	/** "ett hundratal", "ett par": about so many. */
	isRounded: boolean;
	/** It is written in digits. */
	isDigits: boolean;
	/** How many words it takes. */
	length: number;
}

/** A map, since a word may be the name of what every object has: "constructor". */
function mapOf(numbers: Record<string, number>): ReadonlyMap<string, number> {
	return new Map(Object.entries(numbers));
}

const UNITS: ReadonlyMap<string, number> = mapOf({
	en: 1,
	ett: 1,
	två: 2,
	tre: 3,
	fyra: 4,
	fem: 5,
	sex: 6,
	sju: 7,
	åtta: 8,
	nio: 9,
});
const TEENS: ReadonlyMap<string, number> = mapOf({
	tio: 10,
	elva: 11,
	tolv: 12,
	tretton: 13,
	fjorton: 14,
	femton: 15,
	sexton: 16,
	sjutton: 17,
	arton: 18,
	aderton: 18,
	nitton: 19,
});
const TENS: ReadonlyMap<string, number> = mapOf({
	tjugo: 20,
	trettio: 30,
	fyrtio: 40,
	förtio: 40,
	femtio: 50,
	sextio: 60,
	sjuttio: 70,
	åttio: 80,
	nittio: 90,
});
/** "ett hundratal": about so many. */
const ROUNDED: ReadonlyMap<string, number> = mapOf({
	tiotal: 10,
	dussin: 12,
	femtontal: 15,
	tjugotal: 20,
	hundratal: 100,
	par: 2,
});
const GROUP_OF_THREE = /^\d{3}$/;

/**
 * Reads the number that a row of words begins with: "15", "1 000", "femton", "ett hundra tjugo", "ett hundratal"; null:
 * they begin with none. Takes as many words as belong to it.
 */
export function readNumeral(words: { lower: string; isGlued: boolean }[]): Numeral | null {
	const first = words[0]?.lower ?? "";
	if (/^\d/.test(first)) return readTens(first, 1) ?? readDigits(words);
	const second = words[1]?.lower ?? "";
	if (first === "ett") {
		const tens = readTens(second, 2);
		if (tens) return tens;
	}
	if ((first === "ett" || first === "en") && ROUNDED.has(second))
		return { value: ROUNDED.get(second) ?? 0, isRounded: true, isDigits: false, length: 2 };
	let found: Numeral | null = null;
	let joined = "";
	for (const [index, { lower }] of words.entries()) {
		// The longest number in words has 45 letters.
		if (lower.length > 45) break;
		joined += lower;
		const value = readNumber(joined);
		if (value !== undefined) found = { value, isRounded: false, isDigits: false, length: index + 1 };
	}
	return found;
}

/** A whole number in Swedish words without spaces, 1–999 999 ("tvåtusentrehundrafyrtiofem"); undefined: it is none. */
export function readNumber(word: string): number | undefined {
	const at = word.indexOf("tusen");
	if (at === -1) return readBelowThousand(word);
	// Of three t's in a row two are written: "ettusen".
	const before = word.slice(0, at);
	const thousands =
		before === "" || before === "et" ? 1 : (readBelowThousand(before) ?? readBelowThousand(`${before}t`));
	const after = word.slice(at + "tusen".length);
	const rest = after === "" ? 0 : readBelowThousand(after);
	return thousands === undefined || rest === undefined ? undefined : thousands * 1000 + rest;
}

function readBelowThousand(word: string): number | undefined {
	const at = word.indexOf("hundra");
	if (at === -1) return readBelowHundred(word);
	const before = word.slice(0, at);
	const hundreds = before === "" ? 1 : UNITS.get(before);
	const after = word.slice(at + "hundra".length);
	const rest = after === "" ? 0 : readBelowHundred(after);
	return hundreds === undefined || rest === undefined ? undefined : hundreds * 100 + rest;
}

function readBelowHundred(word: string): number | undefined {
	const known = UNITS.get(word) ?? TEENS.get(word) ?? TENS.get(word);
	if (known !== undefined) return known;
	const tens = [...TENS].find(([ten]) => word.startsWith(ten));
	if (!tens) return undefined;
	const unit = UNITS.get(word.slice(tens[0].length));
	return unit === undefined ? undefined : tens[1] + unit;
}

/** "20-tal": about so many. */
function readTens(word: string, length: number): Numeral | null {
	const digits = /^(\d{1,4})-(?:tal|talet)$/.exec(word)?.[1];
	const value = Number(digits ?? 0);
	// "1990-talet" is a time.
	return value === 0 || value >= 1900 ? null : { value, isRounded: true, isDigits: true, length };
}

function readDigits(words: { lower: string; isGlued: boolean }[]): Numeral | null {
	let digits = words[0]?.lower ?? "";
	if (!/^\d{1,7}$/.test(digits)) return null;
	let length = 1;
	// "1 000": groups of three after one of at most three.
	if (digits.length <= 3) {
		for (const { lower, isGlued } of words.slice(1, 3)) {
			if (isGlued || !GROUP_OF_THREE.test(lower)) break;
			digits += lower;
			length += 1;
		}
	}
	return { value: Number(digits), isRounded: false, isDigits: true, length };
}
