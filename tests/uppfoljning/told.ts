import { eachDay, type IsoDate } from "#app/domain/dates.ts";
import type { NewDokument } from "#app/domain/dokument.schema.ts";
import type { RapportPart } from "#app/domain/rapport.ts";

/**
 * A follow-up that a kommun or the police published, and what has to be entered for the app to say the same.
 *
 * Where the text counts in words ("drygt sextio", "ungefär hundra") the number itself is registered, the smallest that the
 * words vouch for, and the words stand in the kommentar. Where it only says that something was done ("flera", or a plural)
 * as little is registered as makes it true. Where it gives no day, the registrations are spread over the period that it
 * speaks of. Nothing is registered of what the text is silent about.
 */
export interface ToldUppfoljning {
	/** As published, with its address on the first line. */
	text: string;
	kommun: { name: string; slug: string; scbCode: string; lokalpolisomrade: string | null; platser: string[] };
	dokument: NewDokument;
	/** The period that the text is about, and a day after it when the report is written. */
	period: string;
	today: IsoDate;
	summary: string;
	/** Lines of the text that say what was agreed, each with the mått that has it as its minimum. */
	promised: { says: string; measure: string }[];
	/** What the text says was done, word for word. */
	told: Told[];
}

export interface Told {
	measure: string;
	part: RapportPart;
	kommentar?: string;
	orsak?: string;
	nyPlan?: string;
	logged: Logged[];
}

export interface Logged {
	date: IsoDate;
	quantity: number;
	plats?: string;
}

/** A whole number logged bit by bit, as even as it goes: one registration on each of the days. */
export function spread(total: number, dates: readonly IsoDate[]): Logged[] {
	return dates.flatMap((date, index) => {
		const quantity = Math.floor((total * (index + 1)) / dates.length) - Math.floor((total * index) / dates.length);
		return quantity > 0 ? [{ date, quantity }] : [];
	});
}

/** The same weekday, week after week. */
export function weekly(from: IsoDate, to: IsoDate): IsoDate[] {
	return eachDay(from, to).filter((_, index) => index % 7 === 0);
}

const NUMBER_WORDS: Record<string, number> = {
	två: 2,
	tre: 3,
	fyra: 4,
	fem: 5,
	sex: 6,
	sju: 7,
	åtta: 8,
	nio: 9,
	tio: 10,
	elva: 11,
	tolv: 12,
	femton: 15,
	tjugo: 20,
	trettio: 30,
	fyrtio: 40,
	femtio: 50,
	sextio: 60,
	sjuttio: 70,
	åttio: 80,
	nittio: 90,
	hundra: 100,
	tvåhundra: 200,
	tusen: 1000,
};
const YEAR = /^(?:19|20)\d\d$/;
const DAY_OF_MONTH =
	/\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)/g;

/**
 * Every number that a text counts something with, in digits or words. Years and days of a month are dates, and "en" and
 * "ett" are articles more often than numbers, so none of them is among these.
 */
export function figuresIn(text: string): number[] {
	const words = text.replace(DAY_OF_MONTH, "").match(/[\p{L}\d]+/gu) ?? [];
	return words.flatMap((word) => {
		if (/^\d+$/.test(word)) return YEAR.test(word) ? [] : [Number(word)];
		return NUMBER_WORDS[word.toLowerCase()] ?? [];
	});
}

/** The lines of a text that count something; its address on the first line is none of them. */
export function linesWithFigures(text: string): string[] {
	return text
		.split("\n")
		.slice(1)
		.map((line) => line.replace(/^•\s*/, "").trim())
		.filter((line) => figuresIn(line).length > 0);
}
