import type { IsoDate } from "#app/domain/dates.ts";
import { compareSwedish } from "#app/domain/format.ts";

/**
 * How much something needs somebody, the worst first: past its day, not reached, behind, standing still until the reader
 * does something, and coming up.
 */
export const NOTIS_SEVERITIES = ["forsenat", "ej_natt", "efter", "vantar", "snart"] as const;
export type NotisSeverity = (typeof NOTIS_SEVERITIES)[number];

export const NOTIS_SEVERITY_WORD: Record<NotisSeverity, string> = {
	forsenat: "Försenat",
	ej_natt: "Ej nått",
	efter: "Efter",
	vantar: "Väntar",
	snart: "Snart",
};

export const NOTIS_KINDS = ["atgard", "rapport", "efter", "mote"] as const;
export type NotisKind = (typeof NOTIS_KINDS)[number];

/** Something in a kommun that needs this person: a line of `/intern`, of the header's count and of the weekly letter. */
export interface Notis {
	/**
	 * What is said, stable from day to day; a letter tells it once, and again when it has stood still (decision 0016): `atgard:12:due`, `atgard:12:overdue`,
	 * `efter:7:2018-T3:efter`, `rapport:3:2018-T2:1:markPolisKlar` (3: the dokument), `mote:4:2018-10-20`, `mote:4:open`. No
	 * longer than 120 characters. Unique within a kommun.
	 */
	key: string;
	kind: NotisKind;
	severity: NotisSeverity;
	kommun: { id: number; slug: string; name: string };
	/** What it is about: "Rapport tertial 2 2018", the åtgärd's title, the aktivitet's words. Never a whole letter's worth. */
	title: string;
	/** Why it is here, one phrase: "Klarmarkera polisens del", "Försenad sedan 1 oktober, 14 dagar", "0 av minst 10. Jämn takt vore 8,1 till i dag". */
	why: string;
	/** Path of the page where it is mended: `/intern/savsjo/logga?matt=11`. */
	to: string;
	/** Since when, or the day it comes; for the order within a severity (earliest first). null: unknown, last. */
	day: IsoDate | null;
	/** Counted from example data. */
	isExample: boolean;
}

/** The worst first; among equals the earliest day, then the kommun by name. What is alike in all of it keeps its order. */
export function compareNotiser(a: Notis, b: Notis): number {
	return (
		NOTIS_SEVERITIES.indexOf(a.severity) - NOTIS_SEVERITIES.indexOf(b.severity) ||
		compareDays(a.day, b.day) ||
		compareSwedish(a.kommun.name, b.kommun.name)
	);
}

function compareDays(a: IsoDate | null, b: IsoDate | null): number {
	if (a === b) return 0;
	if (a === null || b === null) return a === null ? 1 : -1;
	return a < b ? -1 : 1;
}
