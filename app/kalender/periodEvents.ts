import { addDays, type IsoDate } from "#app/domain/dates.ts";
import { describeClip, formatDate, formatDay, PERIOD_WORDS, upperFirst } from "#app/domain/format.ts";
import {
	type ClippedPeriod,
	clipPeriod,
	nextPeriod,
	type PeriodKind,
	periodOf,
	previousPeriod,
} from "#app/domain/periods.ts";
import { described, type EventKommun, type KalenderEvent, onDay, withKommun } from "./event.ts";

/** What the calendar knows of a dokument. */
export interface CalendarDokument {
	id: number;
	title: string;
	inForceFrom: IsoDate;
	/** null: until new ones are signed. */
	inForceTo: IsoDate | null;
	periodKind: PeriodKind;
}

/**
 * The dokument's period that holds the day, the one before, in whose last week the day may be, and the one after, cut to its
 * days in force; none when it ended earlier.
 */
export function periodsAround(
	{ inForceFrom, inForceTo, periodKind }: CalendarDokument,
	today: IsoDate,
): ClippedPeriod[] {
	const running = periodOf(today, periodKind);
	return [previousPeriod(running), running, nextPeriod(running)].flatMap(
		(period) => clipPeriod(period, { from: inForceFrom, to: inForceTo }) ?? [],
	);
}

/** The last day of the last, the running and the next period of each dokument, and of the dokument itself. */
export function periodEvents(
	allDokument: readonly CalendarDokument[],
	{ kommun, today }: { kommun: EventKommun; today: IsoDate },
): KalenderEvent[] {
	const rows = allDokument.flatMap((dokument) =>
		periodsAround(dokument, today).map((period) => ({ dokument, period })),
	);
	const ends = rows.map(({ dokument, period }) => {
		const isShared = rows.some((one) => one.period.code === period.code && one.dokument.id !== dokument.id);
		return periodEnd(dokument, { period, kommun, to: rapportPath(dokument, { period, kommun, today, isShared }) });
	});
	return [...ends, ...allDokument.flatMap((dokument) => dokumentEnd(dokument, kommun) ?? [])];
}

function periodEnd(
	{ id, title }: CalendarDokument,
	{ period, kommun, to }: { period: ClippedPeriod; kommun: EventKommun; to: string },
): KalenderEvent {
	const { noun, subject } = PERIOD_WORDS[period.kind];
	const name = `${upperFirst(noun)} ${period.kind === "year" ? period.year : period.ordinal}`;
	const clip = describeClip(period);
	const nextDay = addDays(period.clippedTo, 1);
	return {
		uid: `period-${id}-${period.code}`,
		summary: withKommun(`${name} slutar, rapporten kan klarmarkeras från ${formatDay(nextDay)}`, kommun),
		description: described(title, clip && `${subject} ${clip}.`),
		location: null,
		to,
		when: onDay(period.clippedTo),
		isBusy: false,
		isCancelled: false,
		sequence: 0,
	};
}

/** The report of a period that has begun; before that there is none to show, and the list says so. */
function rapportPath(
	{ id }: CalendarDokument,
	{
		period,
		kommun,
		today,
		isShared,
	}: { period: ClippedPeriod; kommun: EventKommun; today: IsoDate; isShared: boolean },
): string {
	const list = `/intern/${kommun.slug}/rapport`;
	if (period.clippedFrom > today) return list;
	return `${list}/${period.code}${isShared ? `?dokument=${id}` : ""}`;
}

function dokumentEnd({ id, title, inForceTo }: CalendarDokument, kommun: EventKommun): KalenderEvent | undefined {
	if (inForceTo === null) return undefined;
	return {
		uid: `dokument-${id}`,
		summary: withKommun(`Sista dagen: ${title}`, kommun),
		description: described(`Löftesdokumentet gäller till och med ${formatDate(inForceTo)}.`),
		location: null,
		to: `/intern/${kommun.slug}/dokument/${id}`,
		when: onDay(inForceTo),
		isBusy: false,
		isCancelled: false,
		sequence: 0,
	};
}
