import type { DateWord } from "./dateWords.ts";
import type { Span } from "./reading.ts";

/** Where a text says when it was signed. */
export interface Signing extends Span {
	/** undefined: the year is not written. */
	date: DateWord | undefined;
	/** `MM-DD`, where only day and month are written. */
	monthDay: string | undefined;
}

const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");
const SIGNED =
	/\b(undertecknades|undertecknats|undertecknades|undertecknat|undertecknade|undertecknas|tecknades|skrevs (?:pa|under)|skrev (?:pa|under)|skrivs under|signerades|faststallde|faststalldes|beslutade|beslutades|antogs)\b/;
/** The last line of a dokument, before the names: "Alvesta den 28 februari 2017". */
const PLACE_AND_DAY = /^(?:(?:ort och )?datum:? ?)?(?:\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)?,? )?(?:den )?$/u;
const ABOUT_THE_PAGE =
	/^(publicera|uppdatera|andra|granska|senast|sidan|utskrift|skapad|nyhet|artikel|aktuellt|galler|fran|till|slut|start|period)/;
const DAY_OF_MONTH = new RegExp(`\\bden (\\d{1,2}) (${MONTHS.join("|")})\\b`);
const NEAR = 120;

/** Finds when a folded text was signed or decided; undefined: it does not say. */
export function findSigning(folded: string, dates: DateWord[]): Signing | undefined {
	for (const date of dates.toReversed()) {
		if (date.precision !== "day") continue;
		const lineFrom = folded.lastIndexOf("\n", date.from) + 1;
		const lineTo = folded.indexOf("\n", date.to);
		const rest = folded.slice(date.to, lineTo === -1 ? folded.length : lineTo);
		if (date.from - lineFrom < 60 && /^[ .]{0,3}$/.test(rest) && isPlaceAndDay(folded.slice(lineFrom, date.from)))
			return { from: date.from, to: date.to, date, monthDay: undefined };
	}
	for (const sentence of folded.matchAll(/[^.\n]{1,600}/g)) {
		const from = sentence.index;
		const word = SIGNED.exec(sentence[0]);
		if (!word) continue;
		const at = from + word.index;
		const near = dates.filter(
			(date) =>
				date.precision !== "season" &&
				date.from >= from &&
				date.to <= from + sentence[0].length &&
				Math.abs(date.from - at) < NEAR,
		);
		const date =
			near.find(({ precision }) => precision === "day") ?? near.find(({ precision }) => precision === "month");
		if (date) return { from, to: from + sentence[0].length, date, monthDay: undefined };
		const monthDay = monthDayIn(sentence[0]);
		if (monthDay) return { from, to: from + sentence[0].length, date: undefined, monthDay };
	}
	return undefined;
}

function isPlaceAndDay(before: string): boolean {
	return PLACE_AND_DAY.test(before) && !ABOUT_THE_PAGE.test(before);
}

function monthDayIn(sentence: string): string | undefined {
	const [, day, month] = DAY_OF_MONTH.exec(sentence) ?? [];
	if (!day || !month || Number(day) < 1 || Number(day) > 31) return undefined;
	return `${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
