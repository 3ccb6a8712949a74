import type { IsoDate } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { Reading, ReadingQuestion, ReadPer } from "./reading.ts";

/** A reading as it is handed from one program to another, in the format that readings by people are kept in. */
export interface ReadingJson {
	kommun: string | null;
	periodStart: IsoDate | null;
	periodEnd: IsoDate | null;
	/** Word for word. */
	promises: string[];
	activities: {
		/** Word for word. */
		text: string;
		responsible: string[];
		measure: MeasureKind;
		minimum: number | null;
		/** Those readings have no word for a termin: null, as where nothing is said. */
		per: Exclude<ReadPer, "termin"> | null;
		weekdays: string[] | null;
		activityType: string;
	}[];
	questions: {
		about: ReadingQuestion["about"];
		question: string;
		/** The words that it is about, word for word. */
		quotation: string;
		/** Which of the activities it is about, by index; null: the whole. */
		activity: number | null;
	}[];
}

/**
 * A reading as JSON: the values, the questions about the whole and those of each aktivitet, in their order.
 *
 * @param text what was read, which the spans are counted in
 */
export function readingJson(text: string, reading: Reading): ReadingJson {
	const asked = (questions: ReadingQuestion[], activity: number | null) =>
		questions.map(({ about, question, span }) => ({
			about,
			question,
			quotation: text.slice(span.from, span.to),
			activity,
		}));
	return {
		kommun: reading.kommun.value,
		periodStart: reading.periodStart.value,
		periodEnd: reading.periodEnd.value,
		promises: reading.promises.map(({ quotation }) => quotation),
		activities: reading.aktiviteter.map((aktivitet) => ({
			text: aktivitet.quotation,
			responsible: aktivitet.responsible.value,
			measure: aktivitet.measure.value,
			minimum: aktivitet.minimum.value,
			per: aktivitet.per.value === "termin" ? null : aktivitet.per.value,
			weekdays: aktivitet.weekdays.value,
			activityType: aktivitet.activityType.value,
		})),
		questions: [
			...asked(reading.questions, null),
			...reading.aktiviteter.flatMap(({ questions }, index) => asked(questions, index)),
		],
	};
}
