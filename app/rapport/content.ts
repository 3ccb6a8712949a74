import type { Biprodukt } from "#app/domain/biprodukter.ts";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { RapportPart, SynpunktRole } from "#app/domain/rapport.ts";
import type { Status } from "#app/domain/status.ts";
import type { Figures, FigureTable } from "#app/measures/types.ts";

/** Raised when a calculation or the form of the content changes, so that a snapshot says by which rules it was made. */
export const RULE_VERSION = 1;

/** What a file says it is. */
export const RAPPORT_FORMAT = "lofteskoll-rapport";

/**
 * All that a report says, as plain JSON: what every page, file and drawing of it is made from. Live while it is utkast,
 * frozen while it is reviewed, and the signed snapshot afterwards. In it is nothing undefined and no instant of making.
 */
export interface RapportContent {
	format: typeof RAPPORT_FORMAT;
	ruleVersion: number;
	/** `offentlig`: what anybody may read; days, weeks, names, remarks and genomförande ids are left out of it. */
	audience: "intern" | "offentlig";
	/** Something in it was counted from example data: it is no real follow-up, and says so wherever it is shown. */
	isExample: boolean;
	edition: number;
	/** Why there is a later edition than the first. */
	rattelse: { reason: string } | null;
	kommun: { name: string; scbCode: string; slug: string; lokalpolisomrade: string | null };
	dokument: {
		id: number;
		title: string;
		inForceFrom: IsoDate;
		inForceTo: IsoDate | null;
		signedOn: IsoDate | null;
		undertecknare: { title: string; organisation: string }[];
		lagesbild: string | null;
	};
	period: {
		code: string;
		kind: PeriodKind;
		year: number;
		ordinal: number;
		from: IsoDate;
		to: IsoDate;
		clippedFrom: IsoDate;
		clippedTo: IsoDate;
		isClippedStart: boolean;
		isClippedEnd: boolean;
	};
	/** Who has said klar; `name` is null in the public content. */
	authors: { part: RapportPart; name: string | null; klarAt: IsoInstant | null }[];
	summary: { natt: number; withMinimum: number; withoutMinimum: number };
	/** What each part says of the whole; always both, in order polis, kommun. */
	bedomningar: { part: RapportPart; bedomning: string; begardaBeslut: string }[];
	/** In the order of the text. Aktiviteter under no löfte stand in groups of their own, by the text's heading. */
	groups: RapportGroup[];
	/** Beslutade åtgärder that were not done by the last day of the period; empty in the public content. */
	openAtgarder: { title: string; owner: PerformedBy; dueOn: IsoDate | null; aktivitetId: number }[];
	/** What the agreement asks of the next period, aktivitet by aktivitet; null when the dokument has ended by then. */
	next: { code: string; lines: { aktivitetId: number; measureName: string; agreed: string }[] } | null;
	/** The council's remarks; empty in the public content. */
	synpunkter: { aktivitetId: number | null; role: SynpunktRole; text: string; at: IsoInstant }[];
	/** null until the council has reviewed it. */
	granskadAt: IsoInstant | null;
	/** null until it is signed; `name` is null in the public content. */
	signature: { title: string; name: string | null; signedAt: IsoInstant; code: string; keyId: string } | null;
	/** SHA-256 of the public content that was signed with it; null in the public content itself and until it is signed. */
	publicSha256: string | null;
}

export interface RapportGroup {
	/** null: the aktiviteter stand under no löfte. */
	lofteId: number | null;
	/** The löfte verbatim, or the text's own heading; null when there is neither. */
	quotation: string | null;
	aktiviteter: RapportAktivitet[];
}

export interface RapportAktivitet {
	id: number;
	quotation: string;
	aktivitetstyp: string;
	/** Names of the responsible parter. */
	parter: string[];
	/** Which of the two writing parts are responsible; both when the text names neither. */
	responsible: RapportPart[];
	status: Status;
	/** It is over and not reached, or behind: it asks for a cause and a new plan. */
	isDeviation: boolean;
	/** What each part says of it; always both, in order polis, kommun. Empty strings where nothing is written. */
	texts: { part: RapportPart; kommentar: string; orsak: string; nyPlan: string }[];
	measures: RapportMeasure[];
	/** Where it was done in the period; empty in the public content. A registrering without a place counts under null. */
	platser: { name: string | null; quantity: number }[];
	/** In which weeks; empty in the public content. */
	veckor: { key: string; quantity: number }[];
	biprodukter: { code: Biprodukt; quantity: number }[];
	/** What the figures of the period were counted from, in order of id; empty in the public content. */
	genomforanden: { id: number; revision: number }[];
}

export interface RapportMeasure {
	id: number;
	kind: MeasureKind;
	name: string;
	rakneregel: string;
	/** What was agreed, in words: "Minst 10 per löftesperiod, i tillfällen." */
	agreed: string;
	isSensitive: boolean;
	status: Status;
	figure: string;
	headline: string;
	/** Empty in the public content. */
	remarks: string[];
	figures: Figures;
	/** For the kind's own `Chart`; null where it would tell more than the public may know. */
	chart: unknown;
	table: FigureTable | null;
}

/** A content out of the database: our own JSON, whole as it was stored. */
export function readContent(json: string): RapportContent {
	return JSON.parse(json);
}
