import type { IsoDate } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";

/** A stretch of the text that was read: from the first character to the one after the last (UTF-16 units). */
export interface Span {
	from: number;
	to: number;
}

/** A proposed value with the words that it came from. */
export interface Found<Value> {
	value: Value;
	/** null: the text says nothing of it, and the value is what nothing said means. */
	span: Span | null;
}

/** What the text leaves open, for people to answer: never a silent guess. */
export interface ReadingQuestion {
	/** In Swedish, with the choices: "Minst fyra – per år eller under hela perioden?" */
	question: string;
	/** The words that it is about. */
	span: Span;
	/** Which value the answer decides; `text`: whether all of it was read. */
	about:
		| "text"
		| "kommun"
		| "period"
		| "signedOn"
		| "responsible"
		| "measure"
		| "minimum"
		| "per"
		| "weekdays"
		| "places";
}

/** What a minimum is counted over, as the shared readings write it; null: there is no number, or the text does not say. */
export type ReadPer = "week" | "month" | "quarter" | "termin" | "tertial" | "year" | "period";

/** What the sentence of an aktivitet says, apart from where it stands. Spans are counted in the sentence. */
export interface ReadSentence {
	/** `polis`, `kommun`, or another party by its name in the text; empty: the sentence names nobody. */
	responsible: Found<string[]>;
	measure: Found<MeasureKind>;
	minimum: Found<number | null>;
	per: Found<ReadPer | null>;
	/** "torsdag" … in the order of the week; null: none are named. */
	weekdays: Found<string[] | null>;
	/** A set that each is to be reached: "samtliga kommundelar", or places by name; empty: none. */
	places: Found<string[]>;
	/** What is counted, as the text calls it: "fotpatruller", "timmar"; null: nothing. */
	unit: Found<string | null>;
	/** "fotpatrull", "riktad insats", "synlig närvaro"; never empty. */
	activityType: Found<string>;
	questions: ReadingQuestion[];
}

/** A proposed aktivitet. Its quotation is an exact part of the text, and so is every span. */
export interface ReadAktivitet extends ReadSentence {
	quotation: string;
	span: Span;
	/** The heading that it stands under: "Polisen lovar"; null: none. */
	heading: string | null;
	/** Which of the proposed löften it belongs to, by index; null: none in particular. */
	lofte: number | null;
}

/** A text proposed as a dokument. */
export interface Reading {
	/** By its name without "kommun"; null: not named. */
	kommun: Found<string | null>;
	periodStart: Found<IsoDate | null>;
	periodEnd: Found<IsoDate | null>;
	signedOn: Found<IsoDate | null>;
	/** How the parties are to follow it up, in the text's own words. */
	followUpRule: Found<string | null>;
	/** The löften themselves, word for word. */
	promises: { quotation: string; span: Span }[];
	aktiviteter: ReadAktivitet[];
	/** Those about the whole; each aktivitet has its own. */
	questions: ReadingQuestion[];
}
