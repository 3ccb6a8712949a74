import * as z from "zod";

/**
 * Personal numbers are refused in every text field, and what was refused is never logged or echoed. Recognised:
 * personnummer and samordningsnummer (day + 60), with 10 or 12 digits.
 */
export function containsPersonalNumber(text: string): boolean {
	if (hasTooFewDigits(text)) return false;
	const plain = toPlainCharacters(text);
	return candidatesIn(plain).some((candidate) => isPersonalNumber(candidate) && !isSomethingElse(candidate, plain));
}

/** Printable ASCII and the letters of western Europe: each is one character, and only `0`–`9` of them are digits. */
const PLAIN = /^[ -~\u00c0-\u00ff]*$/;
const FEWEST_DIGITS = 10;

/** Spares most of the many thousand cells of a spreadsheet the search. */
function hasTooFewDigits(text: string): boolean {
	return PLAIN.test(text) && text.replace(/\D+/g, "").length < FEWEST_DIGITS;
}

/**
 * A text field without personal data, for forms and actions alike. Trims, and makes the line breaks of a browser (CRLF)
 * one character each, so that the limit is the one that the field itself shows.
 *
 * @param label the field's own label, first in every message
 */
export function safeText(label: string, maxLength: number) {
	return z
		.string({ error: `${label}: fyll i fältet.` })
		.transform(tidyText)
		.superRefine((text, context) => {
			const problem = textProblem({ label, text, maxLength });
			if (problem) context.addIssue({ code: "custom", message: problem });
		});
}

/** What is wrong with an already tidied text, in words that never repeat it; undefined when nothing is. */
export function textProblem({
	label,
	text,
	maxLength,
}: {
	label: string;
	text: string;
	maxLength: number;
}): string | undefined {
	if (containsPersonalNumber(text))
		return `${label}: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.`;
	if (text.length > maxLength) return `${label}: korta texten till högst ${maxLength} tecken.`;
	return undefined;
}

/** As browsers, word processors and other systems break a line. */
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** What no XML can say and nobody sees: control characters, half a character, what is no character at all. */
const UNSAYABLE = /(?![\n\t])\p{Cc}|\p{Cs}|[\ufdd0-\ufdef\ufffe\uffff]/gu;

/** One kind of line break, nothing around the text, and nothing in it that a page or a file cannot show. */
export function tidyText(text: string): string {
	return sayableText(text).trim();
}

/** The same with the spaces around it kept: for a text that others quote word for word. */
export function sayableText(text: string): string {
	return text.replace(LINE_BREAK, "\n").replace(UNSAYABLE, "");
}

interface Candidate {
	century: string;
	year: string;
	month: string;
	day: string;
	last: string;
	/** What stands between year, month and day: `-` in 1964-08-23. */
	dateSeparator: string;
	/** What stands before the last four. */
	separator: string;
	index: number;
}

/** Marks put over a digit, direction marks, soft hyphens, control characters: all that stands in a number unseen. */
const INVISIBLE = /[\p{M}\ufeff]|(?!\s)\p{C}/gu;

/** Wide digits, all kinds of hyphens and invisible characters are other spellings of the plain ones. */
function toPlainCharacters(text: string): string {
	return text
		.normalize("NFKC")
		.replace(INVISIBLE, "")
		.replace(/[\u2010-\u2015\u2212\u2043\ufe58\ufe63]/g, "-")
		.replace(/\s+/g, " ");
}

/**
 * Every spot that has the shape of a personal number, overlapping ones included ("kl 20 640823-…"). Year, month and day
 * are parted the same way or not at all, which is what keeps grouped phone numbers (070-123 45 67) out.
 */
function candidatesIn(text: string): Candidate[] {
	return [WITH_CENTURY, WITHOUT_CENTURY].flatMap((shape) =>
		[...text.matchAll(shape)].map(({ groups = {}, index }) => ({
			century: groups.century ?? "",
			year: groups.year ?? "",
			month: groups.month ?? "",
			day: groups.day ?? "",
			last: groups.last ?? "",
			dateSeparator: groups.dateSeparator ?? "",
			separator: groups.separator ?? "",
			index,
		})),
	);
}

const SHAPE =
	"(?<year>\\d\\d)(?<dateSeparator>[-./ ]?)(?<month>\\d\\d)\\k<dateSeparator>(?<day>\\d\\d)" +
	"(?<separator> ?[-+] ?|[ ./]?)(?<last>\\d{4})(?!\\d)";
/** They look ahead instead of consuming, so that matches may overlap. */
const WITH_CENTURY = new RegExp(`(?<!\\d)(?=(?<century>18|19|20) ?${SHAPE})`, "g");
const WITHOUT_CENTURY = new RegExp(`(?<!\\d)(?=${SHAPE})`, "g");

function isPersonalNumber({ century, year, month, day, last }: Candidate): boolean {
	return (
		isBirthDate({ century, year, month, day }) && !last.startsWith("000") && hasLuhnDigit(year + month + day + last)
	);
}

/** A day of the calendar, or one raised by 60 (samordningsnummer). Without a century 29 February needs any leap year. */
function isBirthDate({ century, year, month, day }: { century: string; year: string; month: string; day: string }) {
	const ordinal = Number(month);
	const dayOfMonth = Number(day) > 60 ? Number(day) - 60 : Number(day);
	if (ordinal < 1 || ordinal > 12 || dayOfMonth < 1) return false;
	const fullYear = Number((century || "20") + year);
	return dayOfMonth <= new Date(Date.UTC(fullYear, ordinal, 0)).getUTCDate();
}

/** Luhn: every other digit doubled from the first, digit sums, a multiple of ten. */
function hasLuhnDigit(tenDigits: string): boolean {
	const sum = [...tenDigits].reduce((total, digit, position) => {
		const value = Number(digit) * (position % 2 === 0 ? 2 : 1);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10 === 0;
}

/** What is written next to it, or the way it is written, says that it is a phone number or a date with a time. */
function isSomethingElse(candidate: Candidate, text: string): boolean {
	const isUnbroken = candidate.dateSeparator === "" && candidate.separator === "";
	const isPhone =
		isUnbroken &&
		candidate.century === "" &&
		candidate.year.startsWith("0") &&
		PHONE.test(text.slice(Math.max(0, candidate.index - LONGEST_PHONE_WORD), candidate.index));
	const isDateAndTime =
		candidate.century === "20" &&
		candidate.dateSeparator !== "" &&
		candidate.separator === " " &&
		TIME.test(candidate.last);
	return isPhone || isDateAndTime;
}

/** Looking no further back keeps a long text with many phone numbers from taking minutes. */
const LONGEST_PHONE_WORD = 40;
const PHONE = /(?:tel|tele|telefon|tfn|mobil|ring|sms|nummer)[a-zåäö]*[.:]? ?$/i;
const TIME = /^(?:[01]\d|2[0-3])[0-5]\d$/;
