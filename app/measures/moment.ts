import { earliest, type IsoDate } from "#app/domain/dates.ts";
import { describeClip, formatDate, PERIOD_WORDS } from "#app/domain/format.ts";
import type { ClippedPeriod } from "#app/domain/periods.ts";
import type { CalculationInput, Entry, SettingsVersion } from "./types.ts";

/** Where an evaluation stands in time. */
export interface Moment {
	/** The evaluated day: today, or the last day of a period that is over. What happened later is not known yet. */
	day: IsoDate;
	hasBegun: boolean;
	isOver: boolean;
	/** The dokument has ended and the period looked at is its last. */
	isDokumentOver: boolean;
}

/** In a table, for a period that has not begun. "Ingen uppgift" would say that something is missing. */
export const NOT_YET = "ej dags";

type Facts = Pick<CalculationInput<unknown>, "period" | "today" | "inForce">;

export function momentOf({ period, today, inForce }: Facts): Moment {
	return {
		day: earliest(today, period.clippedTo),
		hasBegun: period.clippedFrom <= today,
		isOver: period.clippedTo < today,
		isDokumentOver: inForce.to !== null && inForce.to < today && inForce.to === period.clippedTo,
	};
}

/** The entries that may count: within the dokument's days in force and known by the day. */
export function countedEntries(
	{ entries, inForce }: Pick<CalculationInput<unknown>, "entries" | "inForce">,
	through: IsoDate,
): Entry[] {
	return entries.filter(
		({ date }) => date >= inForce.from && (inForce.to === null || date <= inForce.to) && date <= through,
	);
}

/** Sum of quantities without the dust of binary fractions (0,1 + 0,2 hours). */
export function sumQuantities(entries: readonly Pick<Entry, "quantity">[]): number {
	return sumOf(entries.map((entry) => entry.quantity));
}

/** Sum of numbers with at most two decimals, without the dust either. */
export function sumOf(numbers: readonly number[]): number {
	return Math.round(numbers.reduce((sum, number) => sum + number, 0) * 100) / 100;
}

export function within(entries: readonly Entry[], from: IsoDate, to: IsoDate): Entry[] {
	return entries.filter((entry) => entry.date >= from && entry.date <= to);
}

/** The version that holds for a period that begins on the date: the last one valid by then, else the first. */
export function versionIndexFor(versions: readonly SettingsVersion<unknown>[], periodBegins: IsoDate): number {
	let index = 0;
	for (const [position, version] of versions.entries()) if (version.validFrom <= periodBegins) index = position;
	return index;
}

/** @throws RangeError when there is no version at all */
export function settingsFor<Settings>(versions: readonly SettingsVersion<Settings>[], periodBegins: IsoDate): Settings {
	const version = versions[versionIndexFor(versions, periodBegins)];
	if (!version) throw new RangeError("a measure has at least one version of its settings");
	return version.settings;
}

/** What the period itself explains: that it has not begun, or that it is cut by the dokument's first or last day. */
export function periodRemarks(period: ClippedPeriod, { hasBegun }: Moment): string[] {
	const { subject } = PERIOD_WORDS[period.kind];
	const clip = describeClip(period);
	return [
		...(hasBegun ? [] : [`${subject} börjar ${formatDate(period.clippedFrom)}.`]),
		...(clip ? [`${subject} ${clip}.`] : []),
	];
}
