import type { PeriodKind } from "#app/domain/periods.ts";
import type { MeasureLine } from "#app/features/utkast/measureLine.ts";
import type { Plats } from "#app/measures/types.ts";

/** A question as its card shows it. */
export interface FragaCard {
	key: string;
	question: string;
	quotation: string | null;
	/** null: nobody has answered. */
	answer: string | null;
	/** Without an answer the dokument cannot be put in force. */
	isNeeded: boolean;
	/** Answers to choose among, in words; the number of the chosen one is posted. */
	choices: string[];
	/** What the answer decides, where it can be filled in. */
	fields: FragaFields | null;
}

export type FragaFields =
	| { about: "responsible"; parts: string[]; others: string[] }
	| { about: "minimum" }
	| { about: "weekdays" }
	| { about: "places"; platser: Plats[]; chosen: number[]; unlisted: string[] }
	| { about: "period"; inForceFrom: string; inForceTo: string; isOpenEnded: boolean }
	| { about: "signedOn" };

/** What has to be mended, and where. */
export interface FaultLine {
	message: string;
	href: string;
}

export interface AktivitetCardView {
	key: string;
	/** As its mark in the text. */
	number: number;
	quotation: string;
	/** One line of it, for where the card is folded. */
	short: string;
	/** "Löfte 1"; null: under none. */
	lofte: string | null;
	/** "Polisen och kommunen"; null: not known. */
	parter: string | null;
	measures: MeasureLine[];
	fragor: FragaCard[];
	faults: FaultLine[];
	/** The same promise told elsewhere. */
	alsoTold: string[];
	isCarried: boolean;
	isInText: boolean;
	isFolded: boolean;
	editTo: string;
}

export interface MergeCard {
	keepKey: string;
	mergeKey: string;
	keep: { number: number; quotation: string };
	merge: { number: number; quotation: string };
}

/** The values of the form "Ändra uppgifterna". */
export interface FactsValues {
	title: string;
	inForceFrom: string;
	inForceTo: string;
	isOpenEnded: boolean;
	signedOn: string;
	periodKind: PeriodKind;
	lagesbild: string;
	followUpRule: string;
	sourceNote: string;
	undertecknare: string;
}

/** What is left to do before, and what may wait. */
export interface Remains {
	/** "3 frågor att svara på · 1 sak saknas" */
	sentence: string;
	explanation: string;
	isReady: boolean;
	/** The first of them, in the order of the page. */
	items: { href: string; label: string }[];
	/** How many more there are. */
	more: number;
}
