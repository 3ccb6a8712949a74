import { type IsoDate, lastDayOfMonth } from "#app/domain/dates.ts";
import type { Span } from "./reading.ts";

/** A day, month, season or year that a text names: from its first day to its last. */
export interface DateWord extends Span {
	first: IsoDate;
	last: IsoDate;
	precision: "day" | "month" | "season" | "year";
	/** The year is not written with it, but taken from the date that comes after. */
	hasBorrowedYear: boolean;
}

const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");
const MONTH = `(${MONTHS.join("|")}|jan|feb|apr|jun|jul|aug|sept|sep|okt|nov|dec)\\.?`;
const YEAR = "((?:19|20)\\d\\d)";
const ALL = new RegExp(
	[
		`(?<!\\d)(?<isoYear>20\\d\\d)[-./](?<isoMonth>\\d{1,2})[-./](?<isoDay>\\d{1,2})(?![\\d])`,
		"(?<!\\d)(?<shortYear>[12]\\d)(?<shortMonth>0[1-9]|1[0-2])(?<shortDay>[0-3]\\d)(?=[ -]{1,3}\\d{6}(?!\\d)|(?<=\\d{6}[ -]{1,3}\\d{6})(?!\\d))",
		`(?<![\\d])(?<day>\\d{1,2})(?::?e|:a)? ?${MONTH.replace("(", "(?<month>")}(?: ?,? ?${YEAR.replace("(", "(?<year>")})?(?!\\w)`,
		`(?<![\\d])(?<slashDay>\\d{1,2})/(?<slashMonth>\\d{1,2})(?:[ -/]+(?<slashYear>20\\d\\d))?(?![\\d/])`,
		`\\b(?<aloneMonth>${MONTHS.join("|")})(?: manad)? ${YEAR.replace("(", "(?<aloneYear>")}\\b`,
		`\\b(?<season>varen|vartermin(?:en)?|sommaren|hosten|hosttermin(?:en)?|vintern) ${YEAR.replace("(", "(?<seasonYear>")}\\b`,
		`(?<![\\d/-])(?<fromYear>20\\d\\d) ?(?:-{1,2}|/|och|till(?: och med)?|t\\.?o\\.?m\\.?) ?(?<toYear>20\\d\\d|\\d\\d)(?![\\d/]|-\\d|[.:]\\d)`,
		`(?<![\\d/-])(?<onlyYear>20\\d\\d)(?![\\d/]|-\\d|[.:]\\d)`,
		`\\b(?<bareMonth>${MONTHS.join("|")})(?= ?(?:-{1,2}|till\\b|t\\.?o\\.?m))`,
	].join("|"),
	"g",
);
const SEASONS: readonly { pattern: RegExp; first: number; last: number }[] = [
	{ pattern: /^var/, first: 1, last: 6 },
	{ pattern: /^sommar/, first: 6, last: 8 },
	{ pattern: /^host/, first: 7, last: 12 },
	{ pattern: /^vinter/, first: 12, last: 12 },
];

/** Every date that a folded text names, in order. What is no day of any calendar is not one. */
export function findDates(folded: string): DateWord[] {
	const dates: (DateWord & { isWithoutYear: boolean; month: number; day: number | null })[] = [];
	for (const match of folded.matchAll(ALL)) {
		const { isoYear, isoMonth, isoDay, day, month, year, slashDay, slashMonth, slashYear } = match.groups ?? {};
		const { shortYear, shortMonth, shortDay } = match.groups ?? {};
		const { aloneMonth, aloneYear, season, seasonYear, fromYear, toYear, onlyYear, bareMonth } = match.groups ?? {};
		const span = { from: match.index, to: match.index + match[0].length };
		const put = (numbers: { year: number; month: number; day: number | null }) => {
			const isWithoutYear = Number.isNaN(numbers.year);
			const read = datesOf(isWithoutYear ? { ...numbers, year: 2000 } : numbers);
			if (read)
				dates.push({
					...span,
					...read,
					precision: numbers.day === null ? "month" : "day",
					hasBorrowedYear: isWithoutYear,
					isWithoutYear,
					month: numbers.month,
					day: numbers.day,
				});
		};
		const putYears = (from: number, to: number) =>
			dates.push({
				...span,
				first: `${from}-01-01`,
				last: `${to}-12-31`,
				precision: "year",
				hasBorrowedYear: false,
				isWithoutYear: false,
				month: 1,
				day: null,
			});
		if (shortYear) put({ year: 2000 + Number(shortYear), month: Number(shortMonth), day: Number(shortDay) });
		else if (isoYear) put({ year: Number(isoYear), month: Number(isoMonth), day: Number(isoDay) });
		else if (day) put({ year: Number(year ?? Number.NaN), month: monthOf(month ?? ""), day: Number(day) });
		else if (slashDay) put({ year: Number(slashYear ?? Number.NaN), month: Number(slashMonth), day: Number(slashDay) });
		else if (aloneMonth) put({ year: Number(aloneYear), month: monthOf(aloneMonth), day: null });
		else if (bareMonth) put({ year: Number.NaN, month: monthOf(bareMonth), day: null });
		else if (season) {
			const known = SEASONS.find(({ pattern }) => pattern.test(season));
			const at = Number(seasonYear);
			if (known)
				dates.push({
					...span,
					first: `${at}-${String(known.first).padStart(2, "0")}-01`,
					last: lastDayOfMonth(at, known.last),
					precision: "season",
					hasBorrowedYear: false,
					isWithoutYear: false,
					month: known.first,
					day: null,
				});
		} else if (fromYear && toYear) {
			const to = toYear.length === 2 ? 2000 + Number(toYear) : Number(toYear);
			if (to > Number(fromYear) && to - Number(fromYear) <= 10) putYears(Number(fromYear), to);
			else putYears(Number(fromYear), Number(fromYear));
		} else if (onlyYear) putYears(Number(onlyYear), Number(onlyYear));
	}
	return dates.flatMap(({ isWithoutYear, month, day, ...date }, index) => {
		if (!isWithoutYear) return [date];
		const next = dates[index + 1];
		if (!next || next.isWithoutYear || next.from - date.to > 40 || next.precision === "season") return [];
		const year = Number(next.precision === "year" ? next.first.slice(0, 4) : next.last.slice(0, 4));
		const read = datesOf({ year, month, day });
		return read ? [{ ...date, ...read }] : [];
	});
}

function monthOf(word: string): number {
	return MONTHS.findIndex((month) => month.startsWith(word.slice(0, 3))) + 1;
}

/** null: there is no such day. */
function datesOf({
	year,
	month,
	day,
}: {
	year: number;
	month: number;
	day: number | null;
}): { first: IsoDate; last: IsoDate } | null {
	if (month < 1 || month > 12) return null;
	const last = lastDayOfMonth(year, month);
	if (day === null) return { first: `${last.slice(0, 8)}01`, last };
	const date = `${last.slice(0, 8)}${String(day).padStart(2, "0")}`;
	return day >= 1 && date <= last ? { first: date, last: date } : null;
}
