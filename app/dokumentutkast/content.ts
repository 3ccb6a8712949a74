import type { IsoDate } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { ReadingQuestion, Span } from "#app/loftestext/reading.ts";

/**
 * A löftesdokument on its way in: what the löftestolk proposed and what people have answered and changed since. Plain JSON.
 * Keys are made when the thing is (`l1`, `a3`, `m2`, `q7`) and never used again within the utkast.
 */
export interface DokumentutkastContent {
	title: string;
	/** null: not known yet. */
	inForceFrom: IsoDate | null;
	/** null together with `isOpenEnded`: until new ones are signed; else not known yet. */
	inForceTo: IsoDate | null;
	isOpenEnded: boolean;
	signedOn: IsoDate | null;
	periodKind: PeriodKind;
	lagesbild: string | null;
	followUpRule: string | null;
	sourceNote: string | null;
	/** By role and organisation, never by personal name. */
	undertecknare: { title: string; organisation: string }[];
	loften: UtkastLofte[];
	/** In the order of the text; those left out stay, so that they can be taken in again. */
	aktiviteter: UtkastAktivitet[];
	/** About the whole. */
	fragor: UtkastFraga[];
	/** Where in the source text the values of the whole were found. */
	spans: Partial<Record<"kommun" | "inForceFrom" | "inForceTo" | "signedOn" | "followUpRule", Span>>;
	/** Pairs that somebody has said are two promises: not proposed for merging again. */
	keptApart: MergeProposal[];
	/** The highest number that a key has used. */
	lastKey: number;
}

export interface UtkastLofte {
	key: string;
	/** An exact part of the source text. */
	quotation: string;
	span: Span;
}

export interface UtkastAktivitet {
	key: string;
	/** An exact part of the source text, but for one that is carried over. */
	quotation: string;
	/** null: carried over from the dokument that this one replaces. */
	span: Span | null;
	heading: string | null;
	lofteKey: string | null;
	/** `polis`, `kommun`, or another part by its name; empty: not known yet. */
	parts: string[];
	aktivitetstyp: string;
	/** At least one. */
	measures: UtkastMeasure[];
	fragor: UtkastFraga[];
	/** Not an agreed line after all; it does not come into the dokument. */
	isLeftOut: boolean;
	/** The same promise told elsewhere in the text, merged into this one. */
	alsoTold: { quotation: string; span: Span; heading: string | null }[];
	/** Places that the text names, whether they are on the kommun's list or not. */
	namedPlaces: string[];
	carriedFromId: number | null;
	/** Where in the source text the values were found. */
	spans: Partial<
		Record<"responsible" | "measure" | "minimum" | "per" | "weekdays" | "places" | "unit" | "activityType", Span>
	>;
}

export interface UtkastMeasure {
	key: string;
	kind: MeasureKind;
	name: string;
	rakneregel: string;
	/** As the kind's settings schema has it, but what nobody has answered yet is null or empty. Places by id. */
	settings: unknown;
}

/** A doubtful value, as a question. */
export interface UtkastFraga {
	key: string;
	/** `followUp`: how often the whole is followed up. */
	about: ReadingQuestion["about"] | "followUp";
	/** The mått that the answer decides, where the aktivitet has more than one; absent: the first that the answer fits. */
	measureKey?: string;
	question: string;
	/** The words that leave it open; null: what the text leaves out. */
	quotation: string | null;
	span: Span | null;
	/**
	 * `obesvarad`: nobody has said anything; it goes into the dokument as an open fråga. `besvarad`: kept with its answer.
	 * `struken`: not a question after all; it goes nowhere.
	 */
	state: "obesvarad" | "besvarad" | "struken";
	answer: string | null;
}

/** What must be mended before the dokument can be put in force. */
export interface UtkastFault {
	/** null: the dokument itself. */
	aktivitetKey: string | null;
	measureKey: string | null;
	/** The field of the form where it is mended; null: no single one. */
	field: string | null;
	message: string;
}

/** Two aktiviteter that seem to be one promise, told for each part. */
export interface MergeProposal {
	keepKey: string;
	mergeKey: string;
}

/** As it is stored; only this module writes it, through `JSON.stringify`. */
export function readUtkastContent(json: string): DokumentutkastContent {
	return JSON.parse(json);
}
