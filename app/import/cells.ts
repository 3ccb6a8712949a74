import type { IsoDate } from "#app/domain/dates.ts";
import { monthName } from "#app/domain/format.ts";
import { parseDatedInput, parseNumberInput } from "#app/domain/parseInput.ts";

/** What a cell of a date column says, or what is wrong with it, in words that follow "Datum: ". */
export type DateCell = { date: IsoDate } | { problem: string };

interface Parts {
	/** null: the cell does not say. */
	year: number | null;
	month: number;
	day: number;
}

const CENTURY = 2000;
const UNREADABLE = "dagen gick inte att läsa. Skriv som 2026-04-30, 30/4 2026 eller 30 april 2026.";
const NO_YEAR = "året saknas. Skriv ut året i filen, eller välj år för de datum som saknar det.";

/**
 * A day as people write it in a spreadsheet: 2018-04-30, 20180430, 180430, 30/4 2018, 30/4-18, 30.4.2018, 30-apr-18,
 * "mån 30 april 2018", with or without a time of day. Day before month, as in Swedish; never the other way round.
 *
 * @param year of a day that says none; null: it cannot be known
 */
export function readDateCell(text: string, year: number | null): DateCell {
	const parts = partsOf(text);
	if (!parts) return { problem: UNREADABLE };
	if (parts.month < 1 || parts.month > 12)
		return { problem: "månaden finns inte. Skriv dagen före månaden, eller som 2026-04-30." };
	const said = parts.year ?? year;
	if (said === null) return { problem: NO_YEAR };
	const date = parseDatedInput(`${said}-${parts.month}-${parts.day}`);
	return date ? { date } : { problem: `${parts.day} ${monthName(parts.month)} ${said} finns inte i kalendern.` };
}

/** Whether the cell is a day and nothing else: one without a year must have a slash or the name of a month. */
export function looksLikeDate(text: string): boolean {
	if (text.length > LONGEST_DATE || !/\d/.test(text) || /^\d{6}$/.test(text)) return false;
	const parts = partsOf(text);
	if (!parts || (parts.year === null && !/[/a-zåäö]/i.test(text))) return false;
	return "date" in readDateCell(text, CENTURY);
}

const LONGEST_DATE = 60;
const WEEKDAY = /^(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag)?(?:en)?[.,]? (?=\d|den )/;
const TIME = /(?:[ t]|,? kl\.? ?)\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:z| ?[-–+] ?\d{1,2}[:.]\d{2})?$/;
const YEAR_FIRST = [
	/^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
	/^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
	/^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$/,
	/^(?<year>\d{2})-(?<month>\d{2})-(?<day>\d{2})$/,
];
const DAY_FIRST = [
	/^(?<day>\d{1,2}) ?[/.] ?(?<month>\d{1,2})(?: ?[-/. ] ?(?<year>\d{4}|\d{2}))?$/,
	/^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})$/,
	/^(?:den )?(?<day>\d{1,2})(?::?[ae])?[- .]?(?<month>[a-z]{3,9})\.?(?:[-, ]{1,2}(?<year>\d{4}|\d{2}))?$/,
];

function partsOf(text: string): Parts | undefined {
	if (text.length > LONGEST_DATE) return undefined;
	const typed = text.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ").replace(WEEKDAY, "");
	return partsIn(typed) ?? partsIn(typed.replace(TIME, ""));
}

function partsIn(typed: string): Parts | undefined {
	for (const shape of [...YEAR_FIRST, ...DAY_FIRST]) {
		const { year, month = "", day } = shape.exec(typed)?.groups ?? {};
		const ordinal = /^\d/.test(month) ? Number(month) : monthOf(month);
		if (day === undefined || ordinal === undefined) continue;
		return { year: year === undefined ? null : fullYear(year), month: ordinal, day: Number(day) };
	}
	return undefined;
}

function fullYear(year: string): number {
	return year.length === 2 ? CENTURY + Number(year) : Number(year);
}

/** "apr", "sept" or "april"; undefined for another word. */
function monthOf(word: string): number | undefined {
	const ordinal = Array.from({ length: 12 }, (_, index) => index + 1).find((month) =>
		monthName(month).startsWith(word),
	);
	return word.length >= 3 ? ordinal : undefined;
}

const TICKED = /^(?:x|ja|j|v|✓|✔|☑)$/;
const NOTHING = /^(?:nej|n|[-–—−.])$/;
const UNIT = / ?(?:st|stycken|tim|timme|timmar|h|ggr|gånger|gång|personer|pers|tillfällen|tillfälle)\.?$/;

/**
 * How many a cell says: a Swedish number, with or without "st" or "timmar"; a tick is 1, "nej" and "–" are 0.
 * Undefined when it says no number.
 */
export function readQuantityCell(text: string): number | undefined {
	const typed = text.trim().toLowerCase();
	if (TICKED.test(typed)) return 1;
	if (NOTHING.test(typed)) return 0;
	return parseNumberInput(typed) ?? parseNumberInput(typed.replace(UNIT, ""));
}
