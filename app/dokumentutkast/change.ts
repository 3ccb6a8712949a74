import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { Span } from "#app/loftestext/reading.ts";
import type { DokumentutkastContent } from "./content.ts";

/** One step of the review. Each is saved by itself, so that nothing is lost when somebody closes the page. */
export type UtkastChange =
	| ({ type: "changeFacts" } & Pick<
			DokumentutkastContent,
			| "title"
			| "inForceFrom"
			| "inForceTo"
			| "isOpenEnded"
			| "signedOn"
			| "periodKind"
			| "lagesbild"
			| "followUpRule"
			| "sourceNote"
			| "undertecknare"
	  >)
	/** `quotation` must be an exact part of the source text; `span` tells which, where it stands more than once. */
	| { type: "addLofte"; quotation: string; span: Span | null }
	| { type: "removeLofte"; lofteKey: string }
	| { type: "addAktivitet"; quotation: string; span: Span | null; lofteKey: string | null }
	| {
			type: "changeAktivitet";
			aktivitetKey: string;
			quotation: string;
			lofteKey: string | null;
			parts: string[];
			aktivitetstyp: string;
	  }
	| { type: "leaveOutAktivitet"; aktivitetKey: string }
	| { type: "takeInAktivitet"; aktivitetKey: string }
	| { type: "mergeAktiviteter"; keepKey: string; mergeKey: string }
	/** "They are two": not proposed again. */
	| { type: "keepApart"; keepKey: string; mergeKey: string }
	| { type: "addMeasure"; aktivitetKey: string; kind: MeasureKind }
	/** Another kind begins with proposed settings of its own. */
	| { type: "changeMeasureKind"; aktivitetKey: string; measureKey: string; kind: MeasureKind }
	| {
			type: "changeMeasure";
			aktivitetKey: string;
			measureKey: string;
			name: string;
			rakneregel: string;
			settings: unknown;
	  }
	| { type: "removeMeasure"; aktivitetKey: string; measureKey: string }
	/**
	 * Answers a question, and sets the value that it decides. `value` depends on what the question is about (`FragaValue`);
	 * null: only words. `answer` in words; empty: the words of the value chosen.
	 */
	| { type: "answerFraga"; fragaKey: string; value: FragaValue | null; answer: string }
	| { type: "strikeFraga"; fragaKey: string }
	| { type: "reopenFraga"; fragaKey: string };

/**
 * The value that answers a question. What it says it is about decides what it sets, also where the question is about something
 * else: "Hur ofta?" may be answered by how it is followed.
 */
export type FragaValue =
	| { about: "responsible"; parts: string[] }
	| { about: "measure"; kind: MeasureKind }
	/** null: no number is agreed, and it is followed without one. */
	| { about: "minimum"; minimum: number | null }
	| { about: "per"; per: "lofte" | "calendar" | "agreement" | "period" | "week" | "month" | "quarter" | "termin" }
	| { about: "weekdays"; weekdays: number[]; withHelgkvallar: boolean; onlyHelgfria: boolean }
	| { about: "places"; platsIds: number[] }
	| { about: "period"; inForceFrom: string; inForceTo: string | null }
	/** One of the days alone, where the other is known. */
	| { about: "periodStart"; inForceFrom: string }
	| { about: "periodEnd"; inForceTo: string }
	| { about: "followUp"; periodKind: PeriodKind }
	| { about: "signedOn"; signedOn: string };
