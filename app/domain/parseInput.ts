import type { IsoDate } from "./dates.ts";

/**
 * Reads what people type. Runs in the browser on the log page, hence plain arithmetic instead of the
 * calendar library of `dates.ts`.
 */

/**
 * A day as typed: 2026-04-30, 20260430, 30/4, 30/4 2026, 30 april, "tors 30 april 2026", idag, igår.
 * A day without a year is the latest such day that is not after today.
 *
 * @returns undefined when it is no day of the calendar
 */
export function parseDateInput(text: string, today: IsoDate): IsoDate | undefined {
	return readDate(text, today, latestSuchDay);
}

/** The same for a day that lies ahead (a due date): without a year it is the first such day from today on. */
export function parseComingDateInput(text: string, today: IsoDate): IsoDate | undefined {
	return readDate(text, today, firstSuchDay);
}

/** A day that says its own year, for a form that has no "today" to choose one by. */
export function parseDatedInput(text: string): IsoDate | undefined {
	const typed = tidy(text);
	return parseYearFirst(typed) ?? parseDayFirst({ typed, today: "", chooseYear: () => undefined });
}

/** A number as typed: 1234, 1 234 (with any space), 0,5, 0.5, −3. Undefined when it is none. */
export function parseNumberInput(text: string): number | undefined {
	const typed = text
		.trim()
		.replace(/^\u2212/, "-")
		.replace(/\s/g, " ");
	const match = /^(-?)(\d{1,12}|\d{1,3}(?: \d{3}){1,3})(?:([,.])(\d{1,6}))?$/.exec(typed);
	if (!match) return undefined;
	const [, sign = "", whole = "", point, decimals = ""] = match;
	// "1.234" is a thousand to some and one and a bit to others; better to ask than to guess.
	if (point === "." && decimals.length === 3 && whole !== "0") return undefined;
	const value = Number(`${whole.replaceAll(" ", "")}.${decimals || "0"}`);
	return sign && value !== 0 ? -value : value;
}

type ChooseYear = (day: { month: number; day: number; today: IsoDate }) => IsoDate | undefined;

function readDate(text: string, today: IsoDate, chooseYear: ChooseYear): IsoDate | undefined {
	const typed = tidy(text);
	if (/^i ?dag$/.test(typed)) return today;
	if (/^i ?går$/.test(typed)) return dayBefore(today);
	return parseYearFirst(typed) ?? parseDayFirst({ typed, today, chooseYear });
}

function tidy(text: string): string {
	return text.trim().toLowerCase().replace(/\s+/g, " ");
}

function parseYearFirst(typed: string): IsoDate | undefined {
	const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
	return match ? toIsoDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

function parseDayFirst({
	typed,
	today,
	chooseYear,
}: {
	typed: string;
	today: IsoDate;
	chooseYear: ChooseYear;
}): IsoDate | undefined {
	const match =
		/^(\d{1,2}) ?\/ ?(\d{1,2})(?:[ /-](\d{4}))?$/.exec(typed) ??
		/^(?:[a-zåäö]+ )?(?:den )?(\d{1,2})(?::?[ae])? ([a-z]+)\.?(?: (\d{4}))?$/.exec(typed);
	if (!match) return undefined;
	const day = Number(match[1]);
	const month = readMonth(match[2] ?? "");
	return match[3] ? toIsoDate(Number(match[3]), month, day) : chooseYear({ month, day, today });
}

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const FULL_MONTHS =
	/^(?:jan(?:uari)?|feb(?:ruari)?|mar(?:s)?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** 1–12, or 0 for no month. */
function readMonth(typed: string): number {
	if (/^\d+$/.test(typed)) return Number(typed);
	return FULL_MONTHS.test(typed) ? MONTHS.indexOf(typed.slice(0, 3)) + 1 : 0;
}

/** Nine years hold a leap day even around 2100. */
const YEARS_TO_A_LEAP_DAY = 9;

function latestSuchDay({ month, day, today }: { month: number; day: number; today: IsoDate }): IsoDate | undefined {
	const thisYear = Number(today.slice(0, 4));
	for (let year = thisYear; year > thisYear - YEARS_TO_A_LEAP_DAY; year--) {
		const date = toIsoDate(year, month, day);
		if (date && date <= today) return date;
	}
	return undefined;
}

function firstSuchDay({ month, day, today }: { month: number; day: number; today: IsoDate }): IsoDate | undefined {
	const thisYear = Number(today.slice(0, 4));
	for (let year = thisYear; year < thisYear + YEARS_TO_A_LEAP_DAY; year++) {
		const date = toIsoDate(year, month, day);
		if (date && date >= today) return date;
	}
	return undefined;
}

function toIsoDate(year: number, month: number, day: number): IsoDate | undefined {
	if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
		return undefined;
	return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function dayBefore(date: IsoDate): IsoDate | undefined {
	const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
	if (day > 1) return toIsoDate(year, month, day - 1);
	return month > 1 ? toIsoDate(year, month - 1, daysInMonth(year, month - 1)) : toIsoDate(year - 1, 12, 31);
}

function daysInMonth(year: number, month: number): number {
	const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	if (month === 2) return isLeapYear ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
