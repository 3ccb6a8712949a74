import type { Biprodukt } from "#app/domain/biprodukter.ts";
import type { IsoDate } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";

/** What a column of the file says. `measure.<id>`: how many of that mått, a registration of its own for each row with a number. */
export type ColumnRole =
	| "date"
	| "aktivitet"
	| "quantity"
	| "plats"
	| "performedBy"
	| "note"
	| `biprodukt.${Biprodukt}`
	| `measure.${number}`
	| "unused";

/** How a file is read: guessed first, then adjusted by people. Plain JSON. */
export interface ImportMapping {
	/** Index among the sheets. */
	sheet: number;
	/** The row number of the headings; 0: there are none. */
	headerRow: number;
	/** By column, from the left; a column beyond the list is unused. */
	columns: ColumnRole[];
	/**
	 * For files without a column for it, and for rows where its cell is empty. `year` is of days that say none ("30/4");
	 * null: such a row is faulty.
	 */
	fixed: { measureId: number | null; performedBy: PerformedBy | null; year: number | null };
	/**
	 * What the file calls it (folded by `foldedName`) → the mått; null: rows with it are left out. Not there: a fault.
	 * A row whose day lies outside the mått's dokument counts toward the mått of the same name in the one in force then.
	 */
	aktiviteter: Record<string, number | null>;
	/** → the place; null: registered without a place. Not there: a fault. */
	platser: Record<string, number | null>;
	performers: Record<string, PerformedBy>;
	/** "Rows that look like what is already registered": taken in as further ones, or left out. null: not answered. */
	takesLikeExisting: boolean | null;
	/** Rows of a period whose report stands still: taken in, marked efterregistrerade, or left out. null: not answered. */
	takesLate: boolean | null;
	/** Rows with faults are left out and the others imported. */
	leavesOutFaulty: boolean;
}

/** What the kommun knows that rows are judged by. */
export interface ImportFacts {
	today: IsoDate;
	/** Of every dokument, also of those that have ended. Each with its settings on the dokument's last day or today. */
	measures: ImportMeasure[];
	/** Also those no longer offered. */
	platser: { id: number; name: string }[];
	/** Registrations that are there and not makulerade: what a row may look like. With the key of the row it came from, if any. */
	existing: { date: IsoDate; measureId: number; platsId: number | null; rowKey: string | null }[];
	/** Keys of rows that were imported before, in imports that were not undone; also where the registration was makulerad since. */
	importedKeys: ReadonlySet<string>;
	/** SHA-256 in hex: what may reach a browser has none of its own. */
	sha256: (text: string) => string;
	/** Periods whose report stands still (handed in, reviewed, signed, published). */
	stillPeriods: { dokumentId: number; from: IsoDate; to: IsoDate; name: string; isSigned: boolean }[];
}

export interface ImportMeasure {
	id: number;
	kind: MeasureKind;
	/** "Riktad insats". */
	name: string;
	aktivitetstyp: string;
	quotation: string;
	dokumentId: number;
	dokumentTitle: string;
	inForceFrom: IsoDate;
	inForceTo: IsoDate | null;
	/** null: nothing is logged against it. */
	quantityField: { label: string | null; isMeasuredValue: boolean } | null;
}

/**
 * `ready`: comes in. `late`: comes in as efterregistrerad. `like_existing`: may be registered already.
 * `already_imported`: came with an earlier import. `left_out`: the mapping says so. `faulty`: cannot come in.
 */
export type RowOutcome = "ready" | "late" | "like_existing" | "already_imported" | "left_out" | "faulty";

/** A registration that a row becomes; with `measure.<id>` columns a row may become several. */
export interface ImportedRegistration {
	date: IsoDate;
	measureId: number;
	quantity: number;
	platsId: number | null;
	performedBy: PerformedBy;
	note: string | null;
	biprodukter: { code: Biprodukt; quantity: number }[];
	/** SHA-256 of what the row says, and of which in order it is among those that say the same. */
	rowKey: string;
	/** Lies in a period whose report stands still; also of one that is `like_existing`. */
	isLate: boolean;
	outcome: Exclude<RowOutcome, "faulty" | "left_out">;
}

export interface CheckedRow {
	/** In the file, as the program that made it shows it. */
	number: number;
	/** The worst of its registrations, or of the row itself. */
	outcome: RowOutcome;
	/** "Datum: 31 april finns inte. …", each saying how to mend it. */
	faults: string[];
	/** "Summarad"; null unless it is left out. */
	leftOutBecause: string | null;
	registrations: ImportedRegistration[];
}

export interface ImportCheck {
	rows: CheckedRow[];
	/** Registrations, but rows for `faulty` and `left_out`. */
	counts: Record<RowOutcome, number>;
	/** Names in the file that the mapping does not know, in the order they come, with how many rows. */
	unknown: { aktiviteter: UnknownName[]; platser: UnknownName[]; performers: UnknownName[] };
	/** What is wrong with the mapping itself ("Ingen kolumn är vald för datum"); then no row has been judged. */
	mappingFaults: { field: string; message: string }[];
	/** The first and last day among what comes in (`comesIn`); what waits for an answer does not yet. */
	span: { from: IsoDate; to: IsoDate } | null;
	/** Of what comes in. */
	perMeasure: { measureId: number; name: string; registrations: number; quantity: number }[];
	/** Registrations that come in, or would when `takesLate` is answered so. */
	perStillPeriod: { name: string; isSigned: boolean; registrations: number }[];
}

export interface UnknownName {
	/** As first written. */
	written: string;
	folded: string;
	rows: number;
}

export const MOST_IMPORT_ROWS = 10_000;
export const LARGEST_IMPORT_FILE = 5 * 1024 * 1024;
