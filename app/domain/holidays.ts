import { addDays, type IsoDate, weekdayOf } from "./dates.ts";

/** A named day of the Swedish calendar. */
export interface Holiday {
	date: IsoDate;
	name: string;
	/** A day off by law (lag 1989:253 om allmänna helgdagar); the other days are eves. */
	isPublicHoliday: boolean;
}

const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

interface Rule {
	name: string;
	isPublicHoliday: boolean;
	dateIn(year: number): IsoDate;
	/** First year as public holiday. */
	since?: number;
}

/** In the order of the year. Eves are the ones that Swedish calendars name, and the evening before every public holiday. */
const RULES: readonly Rule[] = [
	publicHoliday("nyårsdagen", fixed("01-01")),
	eve("trettondagsafton", fixed("01-05")),
	publicHoliday("trettondedag jul", fixed("01-06")),
	eve("skärtorsdagen", easter(-3)),
	publicHoliday("långfredagen", easter(-2)),
	eve("påskafton", easter(-1)),
	publicHoliday("påskdagen", easter(0)),
	publicHoliday("annandag påsk", easter(1)),
	eve("valborgsmässoafton", fixed("04-30")),
	publicHoliday("första maj", fixed("05-01")),
	eve("dagen före Kristi himmelsfärdsdag", easter(38)),
	publicHoliday("Kristi himmelsfärdsdag", easter(39)),
	eve("pingstafton", easter(48)),
	publicHoliday("pingstdagen", easter(49)),
	eve("nationaldagens afton", fixed("06-05"), 2005),
	publicHoliday("nationaldagen", fixed("06-06"), 2005),
	eve("midsommarafton", firstOnOrAfter("06-19", FRIDAY)),
	publicHoliday("midsommardagen", firstOnOrAfter("06-20", SATURDAY)),
	eve("allhelgonaafton", firstOnOrAfter("10-30", FRIDAY)),
	publicHoliday("alla helgons dag", firstOnOrAfter("10-31", SATURDAY)),
	eve("julafton", fixed("12-24")),
	publicHoliday("juldagen", fixed("12-25")),
	publicHoliday("annandag jul", fixed("12-26")),
	eve("nyårsafton", fixed("12-31")),
];

/**
 * The public holidays of a year and their eves, in order of date. Two that fall on one day stand in the table's order
 * (första maj on Kristi himmelsfärdsdag, 2008).
 */
export function holidaysOf(year: number): Holiday[] {
	return RULES.filter((rule) => rule.since === undefined || year >= rule.since)
		.map((rule) => ({ date: rule.dateIn(year), name: rule.name, isPublicHoliday: rule.isPublicHoliday }))
		.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** A public holiday or a Sunday, which is what "helgfri" leaves out. Eves such as julafton are not helgdagar. */
export function isHelgdag(date: IsoDate): boolean {
	return weekdayOf(date) === SUNDAY || publicHolidays(Number(date.slice(0, 4))).has(date);
}

/**
 * The evenings that a kommun can tick as "helgkvällar": the one before every public holiday and the one of the holiday
 * itself, one per date, in order. Which of them count is for the parties to say; the law knows no helgkvällar.
 */
export function helgkvallarOf(year: number): { date: IsoDate; name: string }[] {
	const byDate = new Map<IsoDate, string>();
	for (const { date, name, isPublicHoliday } of holidaysOf(year))
		if (isPublicHoliday || !byDate.has(date)) byDate.set(date, name);
	return [...byDate].map(([date, name]) => ({ date, name }));
}

const publicHolidaysByYear = new Map<number, ReadonlySet<IsoDate>>();

function publicHolidays(year: number): ReadonlySet<IsoDate> {
	const known = publicHolidaysByYear.get(year);
	if (known) return known;
	const dates = new Set(
		holidaysOf(year)
			.filter((holiday) => holiday.isPublicHoliday)
			.map((holiday) => holiday.date),
	);
	publicHolidaysByYear.set(year, dates);
	return dates;
}

function publicHoliday(name: string, dateIn: Rule["dateIn"], since?: number): Rule {
	return { name, dateIn, since, isPublicHoliday: true };
}

function eve(name: string, dateIn: Rule["dateIn"], since?: number): Rule {
	return { name, dateIn, since, isPublicHoliday: false };
}

function fixed(monthAndDay: string): Rule["dateIn"] {
	return (year) => `${year}-${monthAndDay}`;
}

function easter(offset: number): Rule["dateIn"] {
	return (year) => addDays(easterSunday(year), offset);
}

function firstOnOrAfter(monthAndDay: string, weekday: number): Rule["dateIn"] {
	return (year) => {
		const first = `${year}-${monthAndDay}`;
		return addDays(first, (weekday - weekdayOf(first) + 7) % 7);
	};
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as in Meeus). */
function easterSunday(year: number): IsoDate {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const inCentury = year % 100;
	const correction = Math.floor((8 * century + 13) / 25);
	const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
	const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
	const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
	const march22Offset = epact + toSunday - 7 * shift;
	return addDays(`${year}-03-22`, march22Offset);
}
