import { addDays, countDays, earliest, type IsoDate, latest } from "#app/domain/dates.ts";
import { proposeFordelning } from "#app/domain/fordelning.ts";
import {
	type ClippedPeriod,
	clipPeriod,
	daysInPeriod,
	type InForce,
	type PeriodKind,
	parsePeriod,
	periodsInForce,
} from "#app/domain/periods.ts";
import { versionIndexFor } from "../moment.ts";
import type { FordelningFacts, FordelningWhole, SettingsVersion } from "../types.ts";
import { type Window, windowsMeeting, yearsThrough } from "../windows.ts";
import type { CountSettings } from "./settings.ts";

/** What a period, cut to a window, has to bring of the window's minimum. */
export interface PlannedPart {
	period: ClippedPeriod;
	part: number;
	/** The window's minimum through this period. */
	minimumThrough: number;
}

export interface PlanFacts {
	versions: readonly SettingsVersion<CountSettings>[];
	inForce: InForce;
	periodKind: PeriodKind;
	/** Agreed whole numbers per period code; they replace the proposal where they are given. */
	fordelning: Readonly<Record<string, number>> | null;
}

/**
 * Spreads a window's minimum over its periods: agreed parts stand, periods that began before the version
 * keep the number they had, and the rest is proposed by days in force. The window's last period brings what is left, so
 * that the parts always sum to the whole; unless it too began before the version, when nothing is left to bring.
 *
 * @param versionIndex the version whose minimum holds, an index of `facts.versions`
 * @returns one part per period of the window; empty when the window has no end, since nothing can be spread towards it
 */
export function planWindow(
	facts: PlanFacts,
	{ window, versionIndex }: { window: InForce; versionIndex: number },
): PlannedPart[] {
	const settings = facts.versions[versionIndex]?.settings;
	if (window.to === null || settings === undefined) return [];
	const periods = periodsInForce(window, facts.periodKind, window.to);
	const earlier = periods.map((period) => earlierPart(facts, { period, versionIndex }));
	const fixed = periods.map(
		(period, position) => agreedPart(facts, { period, window, versionIndex, settings }) ?? earlier[position] ?? null,
	);
	const rest = Math.max(0, settings.minimum - sum(fixed));
	const isFree = (position: number) => fixed[position] === null;
	const proposed = proposeFordelning(
		rest,
		periods.map((period, position) => (isFree(position) ? daysInPeriod(period) : 0)),
	);
	const parts = periods.map((_, position) => fixed[position] ?? proposed[position] ?? 0);
	const last = parts.length - 1;
	if (earlier[last] === null) parts[last] = Math.max(0, settings.minimum - sum(parts.slice(0, -1)));
	return periods.map((period, position) => ({
		period,
		part: parts[position] ?? 0,
		minimumThrough: sum(parts.slice(0, position + 1)),
	}));
}

/** An even pace through the day: all of the earlier periods and the elapsed share of this one. */
export function evenPace({ part, minimumThrough, period }: PlannedPart, day: IsoDate): number {
	const elapsed = countDays(period.clippedFrom, earliest(day, period.clippedTo));
	return minimumThrough - part + (part * elapsed) / countDays(period.clippedFrom, period.clippedTo);
}

/**
 * The wholes that the parties spread over periods, with the app's proposal. Under a changed minimum the periods that began
 * before the change keep their numbers, and the rest is proposed for the others.
 *
 * @param facts `through`: where the end is open, the years that begin by this day are proposed
 * @returns null when there is nothing to spread: a minimum per period, or for a löfte without an end
 */
export function proposeCountFordelning(facts: FordelningFacts<CountSettings>): FordelningWhole[] | null {
	const versionIndex = facts.versions.length - 1;
	const settings = facts.versions[versionIndex]?.settings;
	if (!settings || settings.per === "period" || (settings.per === "lofte" && facts.inForce.to === null)) return null;
	const windows = allWindows(settings, facts);
	const kept = { ...facts, fordelning: standingParts(facts, { windows, versionIndex }) };
	return windows.map((window) => {
		const plan = planWindow(kept, { window, versionIndex });
		return {
			label: window.label,
			total: sum(plan.map(({ part }) => part)),
			parts: plan.map(({ period, part }) => ({ periodCode: period.code, part })),
		};
	});
}

/**
 * The parts that no new proposal is made for. Where something is agreed for some of the periods only, the rest have been
 * released: by a new version, or by another last day of the dokument.
 */
function standingParts(
	facts: PlanFacts,
	{ windows, versionIndex }: { windows: readonly Window[]; versionIndex: number },
): Record<string, number> {
	const agreed = facts.fordelning ?? {};
	const periods = windows.flatMap((window) =>
		window.to === null ? [] : periodsInForce(window, facts.periodKind, window.to),
	);
	return periods.some(({ code }) => !Object.hasOwn(agreed, code)) ? { ...agreed } : agreedBefore(facts, versionIndex);
}

/** What was agreed for the periods that began before the version; it stands, and no new proposal is made for them. */
function agreedBefore({ versions, inForce, fordelning }: PlanFacts, versionIndex: number): Record<string, number> {
	return Object.fromEntries(
		Object.entries(fordelning ?? {}).filter(([code]) => {
			const period = parsePeriod(code);
			const clipped = period && clipPeriod(period, inForce);
			return clipped !== undefined && versionIndexFor(versions, clipped.clippedFrom) < versionIndex;
		}),
	);
}

function allWindows(settings: CountSettings, { inForce, through }: FordelningFacts<CountSettings>): Window[] {
	const last = inForce.to ?? through;
	if (settings.per === "year") return yearsThrough(settings, { inForce, through: last });
	const [first] = periodsInForce(inForce, "year", last);
	return first ? windowsMeeting(settings, { inForce, period: first }) : [];
}

/**
 * The agreed part of a period within a window. A period that an agreement year cuts has one agreed number: the year that
 * ends in it takes what it lacks, the next takes the rest.
 */
function agreedPart(
	facts: PlanFacts,
	{
		period,
		window,
		versionIndex,
		settings,
	}: { period: ClippedPeriod; window: InForce; versionIndex: number; settings: CountSettings },
): number | null {
	if (settings.per === "period") return null;
	const agreed = facts.fordelning?.[period.code];
	if (agreed === undefined) return null;
	const whole = wholePeriod(facts, period);
	const isBegunByEarlierWindow = window.from > whole.clippedFrom;
	if (!isBegunByEarlierWindow) return agreed;
	const before = windowsMeeting(settings, { inForce: facts.inForce, period: whole }).filter(
		(earlier) => earlier.from < window.from,
	);
	const taken = sum(
		before.map(
			(earlier) =>
				planWindow(facts, { window: earlier, versionIndex }).find((part) => part.period.code === period.code)?.part ??
				0,
		),
	);
	return Math.max(0, agreed - taken);
}

/** What a period that began before the version had to bring under the version that held then; null when none did. */
function earlierPart(
	facts: PlanFacts,
	{ period, versionIndex }: { period: ClippedPeriod; versionIndex: number },
): number | null {
	const whole = wholePeriod(facts, period);
	const ownIndex = versionIndexFor(facts.versions, whole.clippedFrom);
	const own = facts.versions[ownIndex]?.settings;
	if (own === undefined || ownIndex >= versionIndex) return null;
	return sum(
		windowsMeeting(own, { inForce: facts.inForce, period: whole }).map((window) => {
			const planned = planWindow(facts, { window, versionIndex: ownIndex }).find(
				(part) => part.period.code === period.code,
			);
			return planned ? shareWithin(planned, period) : 0;
		}),
	);
}

/** The share of a planned part that falls on the days of another cut of the same period. */
function shareWithin({ period, part }: PlannedPart, { clippedFrom, clippedTo }: ClippedPeriod): number {
	const from = latest(period.clippedFrom, clippedFrom);
	const to = earliest(period.clippedTo, clippedTo);
	if (from > to) return 0;
	const days = [
		countDays(period.clippedFrom, addDays(from, -1)),
		countDays(from, to),
		countDays(addDays(to, 1), period.clippedTo),
	];
	return proposeFordelning(part, days)[1] ?? 0;
}

/** The period as the dokument cuts it, before any window did. */
function wholePeriod({ inForce }: PlanFacts, period: ClippedPeriod): ClippedPeriod {
	const whole = parsePeriod(period.code);
	return (whole && clipPeriod(whole, inForce)) ?? period;
}

function sum(numbers: readonly (number | null)[]): number {
	return numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
}
