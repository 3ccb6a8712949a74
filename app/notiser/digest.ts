import { daysBetween, type IsoDate, mondayOf } from "#app/domain/dates.ts";
import { countOf } from "#app/domain/format.ts";
import type { Role } from "#app/domain/permissions.ts";
import {
	compareNotiser,
	NOTIS_KINDS,
	NOTIS_SEVERITIES,
	type Notis,
	type NotisKind,
	type NotisSeverity,
} from "./notis.ts";

/** A letter that is longer is not read; the rest is told in the next one. */
export const MOST_LINES = 25;
/** What is still open so many weeks after it was told is told again, and then each time as many have passed. */
const AGAIN_WEEKS = 4;
const LONGEST_KEY = 120;

/** What letters have told a person: the key of each thing, and the day. */
export type Told = ReadonlyMap<string, IsoDate>;

/** What a letter tells of. */
export interface Digest {
	/** Told in detail, the worst first. */
	lines: DigestLine[];
	/** How many are new and how many are told again, also those that the letter has no room for. */
	newCount: number;
	againCount: number;
	/** How many the letter has no room for. */
	leftCount: number;
	/** What was told before and is still open, summed: "2 åtgärder är försenade". */
	earlier: string[];
	/** To be kept as told; none of them was before. */
	toldKeys: string[];
}

export interface DigestLine {
	notis: Notis;
	/** So many weeks ago it was told for the first time, and it stands still. null: new. */
	weeks: number | null;
}

/** All that a letter is written from. */
export interface LetterContent {
	kommun: { name: string };
	person: { name: string };
	roles: readonly Role[];
	/** The day that it tells of; it may arrive later. */
	today: IsoDate;
	digest: Digest;
}

/**
 * What a person is to be told this week, or null when there is nothing to tell. A thing is told in detail once, and once more
 * for every four weeks that it stands still after that.
 *
 * @param notiser what is open for the person in the kommun
 */
export function digestOf(notiser: readonly Notis[], { told, today }: { told: Told; today: IsoDate }): Digest | null {
	const sorted = [...notiser].sort(compareNotiser);
	const lineOf = (notis: Notis): DigestLine => ({ notis, weeks: weeksStill(notis, { told, today }) });
	const isDue = (line: DigestLine) => !told.has(keyOf(line));
	const lines = sorted.map(lineOf);
	const due = lines.filter(isDue);
	if (due.length === 0) return null;
	const shown = due.slice(0, MOST_LINES);
	const newCount = due.filter(({ weeks }) => weeks === null).length;
	return {
		lines: shown,
		newCount,
		againCount: due.length - newCount,
		leftCount: due.length - shown.length,
		earlier: summed(lines.filter((line) => !isDue(line)).map(({ notis }) => notis)),
		toldKeys: shown.map(keyOf),
	};
}

/** The told keys of what is no longer open: should the same come back, it is new again. */
export function mendedKeys(notiser: readonly Notis[], told: Told): string[] {
	const open = new Set(notiser.map(({ key }) => key));
	return [...told.keys()].filter((key) => !open.has(key.replace(/:\d+v$/, "")));
}

/** `atgard:12:overdue`, and `atgard:12:overdue:8v` when it is told eight weeks later. */
function keyOf({ notis, weeks }: DigestLine): string {
	const key = weeks ? `${notis.key}:${weeks}v` : notis.key;
	return key.length <= LONGEST_KEY ? key : notis.key;
}

/** In whole fours of weeks from the week in which it was first told; null where it never was, or less ago than that. */
function weeksStill({ key }: Notis, { told, today }: { told: Told; today: IsoDate }): number | null {
	const toldOn = told.get(key);
	if (toldOn === undefined) return null;
	const weeks = daysBetween(mondayOf(toldOn), mondayOf(today)) / 7;
	return Math.floor(weeks / AGAIN_WEEKS) * AGAIN_WEEKS || null;
}

const NOUN: Record<NotisKind, { one: string; many: string; isNeuter?: true }> = {
	atgard: { one: "åtgärd", many: "åtgärder" },
	rapport: { one: "rapport", many: "rapporter" },
	efter: { one: "aktivitet", many: "aktiviteter" },
	mote: { one: "möte", many: "möten", isNeuter: true },
};

const STANDING: Record<NotisSeverity, { one: string; neuter?: string; many?: string }> = {
	forsenat: { one: "är försenad", neuter: "är försenat", many: "är försenade" },
	ej_natt: { one: "nåddes inte" },
	efter: { one: "ligger efter" },
	vantar: { one: "väntar på dig" },
	snart: { one: "närmar sig" },
};

/** "2 åtgärder är försenade", "1 rapport väntar på dig": the worst first. */
function summed(notiser: readonly Notis[]): string[] {
	return NOTIS_SEVERITIES.flatMap((severity) =>
		NOTIS_KINDS.flatMap((kind) => {
			const count = notiser.filter((notis) => notis.severity === severity && notis.kind === kind).length;
			return count > 0 ? [sentenceOf(count, kind, severity)] : [];
		}),
	);
}

function sentenceOf(count: number, kind: NotisKind, severity: NotisSeverity): string {
	const { one, many, isNeuter } = NOUN[kind];
	const standing = STANDING[severity];
	const form = count > 1 ? standing.many : isNeuter && standing.neuter;
	return `${countOf(count, one, many)} ${form || standing.one}`;
}
