import { addDays, addMonths, type IsoDate } from "#app/domain/dates.ts";
import type { FollowUpDokument } from "#app/domain/followUp.ts";
import { compareSwedish, formatDate, formatPeriod } from "#app/domain/format.ts";
import { clipPeriod, type InForce, periodOf } from "#app/domain/periods.ts";
import { measureModule } from "#app/measures/index.ts";
import { settingsFor } from "#app/measures/moment.ts";

/** Something that begins or ends on a day. */
export interface Kommande {
	day: IsoDate;
	/** "Medborgarlöfte 2018 slutar gälla" */
	text: string;
}

/** How far ahead a meeting looks: about until the next one after it. */
const MONTHS_AHEAD = 4;

/**
 * What begins or ends from a day on, for about a tertial: dokument, the period that runs (and with it that its report can be
 * handed in), planned days and seasons. In order of day, each thing once.
 */
export function kommandeFrom(dokument: readonly FollowUpDokument[], day: IsoDate): Kommande[] {
	const window = { from: day, to: addMonths(day, MONTHS_AHEAD) };
	const all = dokument.flatMap((one) => {
		const inForce: InForce = { from: one.inForceFrom, to: one.inForceTo };
		return [...boundsOf(one), ...periodEnd(one, { inForce, day }), ...measuresOf(one, { inForce, ...window })];
	});
	const within = all.filter((one) => one.day >= window.from && one.day <= window.to);
	const once = new Map(within.map((one) => [`${one.day} ${one.text}`, one]));
	return [...once.values()].sort((a, b) => compareDays(a.day, b.day) || compareSwedish(a.text, b.text));
}

function boundsOf({ title, inForceFrom, inForceTo }: FollowUpDokument): Kommande[] {
	return [
		{ day: inForceFrom, text: `${title} börjar gälla` },
		...(inForceTo === null ? [] : [{ day: inForceTo, text: `${title} slutar gälla` }]),
	];
}

function periodEnd({ periodKind }: FollowUpDokument, { inForce, day }: { inForce: InForce; day: IsoDate }): Kommande[] {
	const isInForce = inForce.from <= day && (inForce.to === null || inForce.to >= day);
	const running = isInForce ? clipPeriod(periodOf(day, periodKind), inForce) : undefined;
	if (!running) return [];
	const next = formatDate(addDays(running.clippedTo, 1));
	return [
		{
			day: running.clippedTo,
			text: `${formatPeriod(running)} slutar, och dess rapport kan klarmarkeras från och med ${next}`,
		},
	];
}

function measuresOf(
	{ aktiviteter }: FollowUpDokument,
	window: { inForce: InForce; from: IsoDate; to: IsoDate },
): Kommande[] {
	return aktiviteter
		.flatMap(({ measures }) => measures)
		.flatMap(({ kind, name, versions, entries }) => {
			const settings = settingsFor(versions, window.from);
			const days = measureModule(kind).upcoming?.(settings, { ...window, entries }) ?? [];
			return days.map(({ day, text }) => ({ day, text: `${name}, ${text}` }));
		});
}

function compareDays(a: IsoDate, b: IsoDate): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
