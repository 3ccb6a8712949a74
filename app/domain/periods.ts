import { addDays, countDays, earliest, type IsoDate, lastDayOfMonth, latest } from "./dates.ts";

/** How often a dokument is followed up. Tertial is the default; real dokument also use the others. */
export const PERIOD_KINDS = ["tertial", "quarter", "half_year", "year"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A follow-up period, whole: `2018-T2`, `2018-Q3`, `2018-H1` or `2018`. Closed interval of dates. */
export interface Period {
	code: string;
	kind: PeriodKind;
	year: number;
	/** 1-based place within the year. */
	ordinal: number;
	from: IsoDate;
	to: IsoDate;
}

/** A period cut to the days a dokument is in force. */
export interface ClippedPeriod extends Period {
	clippedFrom: IsoDate;
	clippedTo: IsoDate;
	isClippedStart: boolean;
	isClippedEnd: boolean;
}

/** The days a dokument is in force; `to` is null for an open end ("until new ones are signed"). */
export interface InForce {
	from: IsoDate;
	to: IsoDate | null;
}

/** Whether what is in force from the one day to the other, or without an end, is so on the day. */
export function isInForce(
	{ inForceFrom, inForceTo }: { inForceFrom: IsoDate; inForceTo: IsoDate | null },
	date: IsoDate,
): boolean {
	return inForceFrom <= date && (inForceTo === null || date <= inForceTo);
}

const MONTHS: Record<PeriodKind, number> = { tertial: 4, quarter: 3, half_year: 6, year: 12 };
const LETTER: Record<PeriodKind, string> = { tertial: "T", quarter: "Q", half_year: "H", year: "" };
const KIND_OF_LETTER: Record<string, PeriodKind> = { T: "tertial", Q: "quarter", H: "half_year" };

/** The period of the given kind that holds the date. */
export function periodOf(date: IsoDate, kind: PeriodKind): Period {
	const month = Number(date.slice(5, 7));
	return makePeriod(kind, Number(date.slice(0, 4)), Math.floor((month - 1) / MONTHS[kind]) + 1);
}

/** Reads a period code; undefined when it is none. */
export function parsePeriod(code: string): Period | undefined {
	const match = /^(\d{4})(?:-([TQH])([1-4]))?$/.exec(code);
	if (!match) return undefined;
	const kind = match[2] ? KIND_OF_LETTER[match[2]] : "year";
	const ordinal = match[3] ? Number(match[3]) : 1;
	if (!kind || ordinal > 12 / MONTHS[kind]) return undefined;
	return makePeriod(kind, Number(match[1]), ordinal);
}

export function nextPeriod(period: Period): Period {
	return periodOf(addDays(period.to, 1), period.kind);
}

export function previousPeriod(period: Period): Period {
	return periodOf(addDays(period.from, -1), period.kind);
}

/** Every period of the kind that touches the closed interval, in order, whole. */
export function periodsBetween(from: IsoDate, to: IsoDate, kind: PeriodKind): Period[] {
	const periods: Period[] = [];
	for (let period = periodOf(from, kind); period.from <= to; period = nextPeriod(period)) periods.push(period);
	return periods;
}

/** Cuts a period to the days in force; undefined when they do not meet. */
export function clipPeriod(period: Period, inForce: InForce): ClippedPeriod | undefined {
	const clippedFrom = latest(period.from, inForce.from);
	const clippedTo = inForce.to === null ? period.to : earliest(period.to, inForce.to);
	if (clippedFrom > clippedTo) return undefined;
	return {
		...period,
		clippedFrom,
		clippedTo,
		isClippedStart: clippedFrom !== period.from,
		isClippedEnd: clippedTo !== period.to,
	};
}

/** The dokument's periods that have begun by `through`, clipped to its days in force. */
export function periodsInForce(inForce: InForce, kind: PeriodKind, through: IsoDate): ClippedPeriod[] {
	const last = inForce.to === null ? through : earliest(inForce.to, through);
	if (inForce.from > last) return [];
	return periodsBetween(inForce.from, last, kind).flatMap((period) => clipPeriod(period, inForce) ?? []);
}

/** Days in force within a clipped period. */
export function daysInPeriod(period: ClippedPeriod): number {
	return countDays(period.clippedFrom, period.clippedTo);
}

function makePeriod(kind: PeriodKind, year: number, ordinal: number): Period {
	const lastMonth = ordinal * MONTHS[kind];
	const firstMonth = lastMonth - MONTHS[kind] + 1;
	return {
		code: kind === "year" ? String(year) : `${year}-${LETTER[kind]}${ordinal}`,
		kind,
		year,
		ordinal,
		from: `${String(year).padStart(4, "0")}-${String(firstMonth).padStart(2, "0")}-01`,
		to: lastDayOfMonth(year, lastMonth),
	};
}
