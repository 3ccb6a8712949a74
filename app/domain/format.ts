import { countDays, type IsoDate, weekdayOf } from "./dates.ts";
import type { ClippedPeriod, Period, PeriodKind } from "./periods.ts";

/**
 * Swedish for people. Dates in tables stay `2026-04-30`; in text they are "30 april 2026".
 * Everything here is pure text; nothing depends on the machine's locale.
 */
const MONTHS = [
	"januari",
	"februari",
	"mars",
	"april",
	"maj",
	"juni",
	"juli",
	"augusti",
	"september",
	"oktober",
	"november",
	"december",
] as const;
const WEEKDAYS = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"] as const;
const SHORT_WEEKDAYS = ["mån", "tis", "ons", "tors", "fre", "lör", "sön"] as const;
const NO_BREAK_SPACE = "\u00a0";

const collator = new Intl.Collator("sv");

/** For `Array.sort` on Swedish text: å, ä and ö after z. */
export function compareSwedish(a: string, b: string): number {
	return collator.compare(a, b);
}

/** "30 april 2026" */
export function formatDate(date: IsoDate): string {
	return `${formatDay(date)} ${date.slice(0, 4)}`;
}

/** "30 april" */
export function formatDay(date: IsoDate): string {
	return `${Number(date.slice(8, 10))} ${monthName(Number(date.slice(5, 7)))}`;
}

/** "måndag 15 oktober 2018" */
export function formatWeekdayAndDate(date: IsoDate): string {
	return `${weekdayName(weekdayOf(date))} ${formatDate(date)}`;
}

/** "tors 30 april" */
export function formatWeekdayAndDay(date: IsoDate): string {
	return `${SHORT_WEEKDAYS[weekdayOf(date) - 1]} ${formatDay(date)}`;
}

/** 1 → "måndag" … 7 → "söndag" */
export function weekdayName(weekday: number): string {
	return WEEKDAYS[weekday - 1] ?? "";
}

/** 1 → "januari" … 12 → "december" */
export function monthName(month: number): string {
	return MONTHS[month - 1] ?? "";
}

/** 12345.6 → "12 345,6" with no-break spaces and at most two decimals. */
export function formatNumber(value: number): string {
	const rounded = Math.round(Math.abs(value) * 100) / 100;
	const [whole = "0", decimals] = String(rounded).split(".");
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
	return `${value < 0 && rounded !== 0 ? "−" : ""}${grouped}${decimals ? `,${decimals}` : ""}`;
}

/** "tertial 2 2018": a period's name within a sentence. An abbreviation keeps its capitals: "BRÅ-arbete". */
export function lowerFirst(text: string): string {
	const [first = ""] = text.split(/[^\p{L}]/u, 1);
	const isAbbreviation = first.length > 1 && first === first.toUpperCase();
	return isAbbreviation ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

export function upperFirst(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "2018-W41" → "v. 41" */
export function formatWeek(key: string): string {
	return `v.${NO_BREAK_SPACE}${Number(key.slice(6))}`;
}

/** 1 → "1 möte", 4 → "4 möten" */
export function countOf(count: number, one: string, many: string): string {
	return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** A wait in seconds as whole minutes, rounded up: "en minut", "15 minuter" */
export function formatMinutes(seconds: number): string {
	const count = Math.ceil(seconds / 60);
	return count === 1 ? "en minut" : `${count} minuter`;
}

/** "a", "a och b", "a, b och c" */
export function listOf(words: readonly string[]): string {
	if (words.length < 2) return words.join("");
	return `${words.slice(0, -1).join(", ")} och ${words[words.length - 1]}`;
}

interface PeriodWords {
	/** "tertial" */
	noun: string;
	/** "detta tertial" */
	thisOne: string;
	/** "Tertialet" */
	subject: string;
}

export const PERIOD_WORDS: Record<PeriodKind, PeriodWords> = {
	tertial: { noun: "tertial", thisOne: "detta tertial", subject: "Tertialet" },
	quarter: { noun: "kvartal", thisOne: "detta kvartal", subject: "Kvartalet" },
	half_year: { noun: "halvår", thisOne: "detta halvår", subject: "Halvåret" },
	year: { noun: "år", thisOne: "detta år", subject: "Året" },
};

/** "Tertial 2 2018", "Kvartal 3 2018", "Halvår 1 2018", "2018" */
export function formatPeriod(period: Pick<Period, "kind" | "year" | "ordinal">): string {
	const word = upperFirst(PERIOD_WORDS[period.kind].noun);
	return period.kind === "year" ? `${word} ${period.year}` : `${word} ${period.ordinal} ${period.year}`;
}

/** "T2 2018", "kv 3 2018", "hå 1 2018", "2018": for axes and narrow columns. */
export function formatPeriodShort(period: Pick<Period, "kind" | "year" | "ordinal">): string {
	const letter = { tertial: "T", quarter: "kv ", half_year: "hå ", year: "" }[period.kind];
	return period.kind === "year" ? String(period.year) : `${letter}${period.ordinal} ${period.year}`;
}

/** "gäller från 10 april", "gäller till 9 april", both, or null when the period is whole. */
export function describeClip(period: ClippedPeriod): string | null {
	const from = period.isClippedStart ? ` från ${formatDay(period.clippedFrom)}` : "";
	const to = period.isClippedEnd ? ` till ${formatDay(period.clippedTo)}` : "";
	return from || to ? `gäller${from}${to}` : null;
}

/** "1 januari–31 december 2016", "10 april 2018–9 april 2020", "från 1 januari 2016 tills vidare" */
export function formatInForce(from: IsoDate, to: IsoDate | null): string {
	if (to === null) return `från ${formatDate(from)} tills vidare`;
	if (countDays(from, to) === 1) return formatDate(from);
	return from.slice(0, 4) === to.slice(0, 4)
		? `${formatDay(from)}–${formatDate(to)}`
		: `${formatDate(from)}–${formatDate(to)}`;
}

/** What is longer than so many characters ends after a whole word, with "…". */
export function shortened(text: string, longest: number): string {
	if (text.length <= longest) return text;
	const start = text.slice(0, longest - 1);
	const lastSpace = start.lastIndexOf(" ");
	return `${start.slice(0, lastSpace > 0 ? lastSpace : longest - 2).replace(/[\s,;:.–-]+$/, "")} …`;
}
