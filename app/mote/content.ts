import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { MoteState, PunktKind, PunktOutcome } from "#app/domain/mote.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { RapportPart } from "#app/domain/rapport.ts";

/** What a stored text says it is. */
export const MOTE_FORMAT = "lofteskoll-mote";

/**
 * All that a meeting says, as plain JSON: what the page, the projector, the PDF and the text are made from. Live while it is
 * planned and open; closing it stores it, and from then on it is the minutes.
 */
export interface MoteContent {
	format: typeof MOTE_FORMAT;
	version: 1;
	/** It is made of example data, and says so wherever it is shown. */
	isExample: boolean;
	kommun: { name: string; slug: string; lokalpolisomrade: string | null };
	title: string;
	heldOn: IsoDate;
	/** Swedish local time, `HH:MM`. */
	beginsAt: string;
	endsAt: string | null;
	place: string;
	state: MoteState;
	openedAt: IsoInstant | null;
	closedAt: IsoInstant | null;
	/** The account that closed it. */
	closedBy: string | null;
	/** "Ledamöter", "Räddningstjänsten"; by role, never by name. */
	deltagare: { label: string; count: number }[];
	/** Those that are taken up, in order; removed ones left out. */
	punkter: MotePunkt[];
}

export interface MotePunkt {
	/** 1, 2, 3 … as printed. */
	number: number;
	key: string;
	kind: PunktKind;
	title: string;
	/** One paragraph each. */
	lines: string[];
	/** The report of an item of kind `rapport`, as it stood; null for the others. */
	rapport: MoteRapport | null;
	/** The aktivitet of an item of kind `avvikelse`. */
	aktivitet: { id: number; quotation: string } | null;
	/** Of the item of kind `atgarder`: the kommun's åtgärder that were open when the meeting was opened (while it is planned: that are open). */
	atgarder: MoteAtgard[];
	/** What was said; line breaks stand. */
	anteckning: string;
	outcome: PunktOutcome | null;
	/** In the order they were decided; withdrawn ones left out. */
	beslut: { id: number; text: string }[];
	/** Decided under this item; makulerade left out. */
	nyaAtgarder: MoteAtgard[];
}

export interface MoteRapport {
	id: number;
	dokumentTitle: string;
	periodCode: string;
	/** "Tertial 2 2018" */
	period: string;
	edition: number;
	summary: { natt: number; withMinimum: number; withoutMinimum: number };
	/** What the parts ask the council to decide; empty ones left out. */
	begardaBeslut: { part: RapportPart; text: string }[];
}

export interface MoteAtgard {
	id: number;
	title: string;
	owner: PerformedBy;
	decidedOn: IsoDate;
	dueOn: IsoDate | null;
	doneOn: IsoDate | null;
	doneNote: string | null;
	aktivitet: { id: number; quotation: string };
}

/** Minutes out of the database: our own JSON, whole as it was stored. */
export function readMoteContent(json: string): MoteContent {
	return JSON.parse(json);
}
