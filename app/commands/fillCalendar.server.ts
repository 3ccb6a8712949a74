import { type IsoDate, type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import { proposeHelgkvallar } from "#app/domain/helgkvallar.ts";
import type { Tx } from "#db/command.server.ts";
import { insertMissingHelgkvallar } from "#db/newKommun.server.ts";

/** A dokument in force for longer gets the later years of its calendar when they come. */
const MOST_CALENDAR_YEARS = 10;

interface InForceDokument {
	inForceFrom: IsoDate;
	inForceTo: IsoDate | null;
}

/** Fills the kommun's calendar of helgkvällar for the years of a dokument; ticks that somebody has given stay. */
export async function fillCalendar(
	tx: Tx,
	{ kommunId, now, ...dokument }: InForceDokument & { kommunId: number; now: IsoInstant },
): Promise<void> {
	const evenings = calendarYears(dokument, now).flatMap(proposeHelgkvallar);
	await insertMissingHelgkvallar(tx, { kommunId, evenings });
}

/** The years whose evenings the dokument may need; an open end reaches through next year. */
function calendarYears({ inForceFrom, inForceTo }: InForceDokument, now: IsoInstant): number[] {
	const first = yearOf(inForceFrom);
	const last = inForceTo === null ? Math.max(first, yearOf(stockholmDate(now)) + 1) : yearOf(inForceTo);
	return Array.from({ length: Math.min(last - first + 1, MOST_CALENDAR_YEARS) }, (_, index) => first + index);
}

function yearOf(date: IsoDate): number {
	return Number(date.slice(0, 4));
}
