import { cadenceOf } from "#app/loftestext/cadence.ts";
import { findDates } from "#app/loftestext/dateWords.ts";
import { toPlainText } from "#app/loftestext/plainText.ts";
import type { ReadSentence, Span } from "#app/loftestext/reading.ts";
import { readSentence } from "#app/loftestext/readSentence.ts";
import { wordsOf } from "#app/loftestext/words.ts";

/** A sentence of the source text with what it says. Spans are counted in the text. */
export interface SaidSentence extends ReadSentence {
	/** An exact part of the source text. */
	quotation: string;
}

/** Reads a sentence that somebody has marked, or reads one again. */
export function readMarked(
	{ quotation, span }: { quotation: string; span: Span | null },
	{ hasPeriodOverAYear }: { hasPeriodOverAYear: boolean },
): SaidSentence {
	const said = readSentence(quotation.replace(/\n/g, " "), { parties: [], hasPeriodOverAYear });
	const begins = span?.from ?? 0;
	const move = (found: Span): Span => ({ from: found.from + begins, to: found.to + begins });
	const point = <Found extends { span: Span | null }>(found: Found): Found => ({
		...found,
		span: span && found.span && move(found.span),
	});
	return {
		quotation,
		responsible: point(said.responsible),
		measure: point(said.measure),
		minimum: point(said.minimum),
		per: point(said.per),
		weekdays: point(said.weekdays),
		places: point(said.places),
		unit: point(said.unit),
		activityType: point(said.activityType),
		questions: said.questions.map((question) => ({ ...question, span: move(question.span) })),
	};
}

/** "varannan vecka": a rhythm that no period holds. */
export function hasOddCadence(quotation: string): boolean {
	return cadenceOf(wordsOf(quotation))?.isOdd ?? false;
}

/** The first day that a text names with its year: "senast den 31 december 2018". */
export function dayNamedIn(text: string): string | null {
	return daysNamedIn(text)[0] ?? null;
}

export function daysNamedIn(text: string): string[] {
	return findDates(toPlainText(text).folded)
		.filter(({ precision }) => precision === "day")
		.map(({ first }) => first);
}

const MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december";
const SEASON = new RegExp(
	`\\b(${MONTHS}) ?(?:–|-|till och med|t\\.?o\\.?m\\.?|till) ?(${MONTHS})\\b(?! ?(?:19|20)\\d\\d)`,
	"i",
);

/** "april–oktober", without a year: every year from the first month to the last. */
export function seasonOf(quotation: string): { fromMonth: number; toMonth: number } | null {
	const [, first, last] = SEASON.exec(quotation) ?? [];
	if (!first || !last) return null;
	return { fromMonth: monthOf(first), toMonth: monthOf(last) };
}

function monthOf(name: string): number {
	return MONTHS.split("|").indexOf(name.toLowerCase()) + 1;
}

const OPENING = /(öppettid|fasta? tid(er|punkt)|bestämda tid)/i;
const DAILY = /(?<!\p{L})(dagligen|varje dag|alla dagar)(?!\p{L})/iu;
const WEEKDAYS_ALL = /(?<!\p{L})(varje vardag|alla vardagar|vardagar)(?!\p{L})/iu;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WORKING_DAYS = [1, 2, 3, 4, 5];
const DAY_NAMES = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

/** The days of a weekly cadence, Monday 1; empty: none are named. */
export function weekdaysIn({ weekdays, per, quotation }: SaidSentence): number[] {
	if (weekdays.value && per.value !== "month") return weekdays.value.map((day) => DAY_NAMES.indexOf(day) + 1);
	if (weekdays.value) return [];
	if (DAILY.test(quotation)) return EVERY_DAY;
	return WEEKDAYS_ALL.test(quotation) ? WORKING_DAYS : [];
}

/** "fasta öppettider" */
export function hasOpeningHours({ quotation, weekdays, minimum }: SaidSentence): boolean {
	return OPENING.test(quotation) && weekdays.value === null && minimum.value === null;
}

/** "andra helgkvällar": evenings of the kommun's own calendar. */
export function namesHelgkvallar(quotation: string): boolean {
	return /helgkväll|helgkvall|storhelg|kvällar före helg/i.test(quotation);
}

/** "helgfri torsdag" */
export function namesHelgfria(quotation: string): boolean {
	return /helgfri|vardag/i.test(quotation);
}

/** "alla fredagar, lördagar": each of the days is meant. */
export function meansEachDay(quotation: string): boolean {
	return /(?<!\p{L})(alla|samtliga|varje)\s+(?:helgfri[a]?\s+)?(mån|tis|ons|tors|fre|lör|sön)dag/iu.test(quotation);
}

const AREAS =
	/(?<!\p{L})(?:de\s+olika|olika|samtliga|alla|var\s+och\s+en\s+av|kommunens(?:\s+olika)?)\s+(\p{L}*(?:stadsdelar|kommundelar|tätorter|orter|skolor|områden|byar)(?:na)?)(?!\p{L})/iu;

/** Places that a sentence names as several of a kind beside its cadence: "i de olika stadsdelarna". */
export function areasIn(quotation: string): { words: string; area: string; at: number } | null {
	const match = AREAS.exec(quotation);
	const [words, area] = match ?? [];
	return match && words && area ? { words, area: area.toLowerCase(), at: match.index } : null;
}
