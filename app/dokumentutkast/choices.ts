import { answerWords } from "./answerWords.ts";
import type { FragaValue } from "./change.ts";
import type { UtkastAktivitet, UtkastFraga, UtkastMeasure } from "./content.ts";
import { readRecurring } from "./draftSettings.ts";
import { measureForFraga } from "./measureForValue.ts";
import { daysNamedIn } from "./sentence.ts";
import { asksOfFirstDay } from "./wholeFragor.ts";
import { toldWindow } from "./windowFragor.ts";

type Per = Extract<FragaValue, { about: "per" }>["per"];

/** No question offers more. */
const MOST_CHOICES = 8;

/**
 * The ready-made answers of a question, for buttons.
 *
 * @param aktivitet whose question it is; null: it is about the whole
 * @returns none where the answer needs fields of its own or is words only
 */
export function fragaChoices(
	fraga: UtkastFraga,
	aktivitet: UtkastAktivitet | null,
): { value: FragaValue; label: string }[] {
	const labels = new Set<string>();
	return valuesOf(fraga, aktivitet)
		.map((value) => ({ value, label: labelOf(fraga, value) }))
		.filter(({ label }) => label !== "" && !labels.has(label) && labels.add(label))
		.slice(0, MOST_CHOICES);
}

/** In the words of the question where it asks of one number or another, else as the answer stands afterwards. */
function labelOf({ about, question }: UtkastFraga, value: FragaValue): string {
	const [, number] = (about === "places" && /minst (\d+)/i.exec(question)) || [];
	if (number !== undefined && value.about === "measure")
		return value.kind === "count" ? `Minst ${number} sammanlagt` : `Minst ${number} för var och en`;
	return answerWords(value, []);
}

function valuesOf(fraga: UtkastFraga, aktivitet: UtkastAktivitet | null): FragaValue[] {
	switch (fraga.about) {
		case "responsible":
			return responsibleValues(aktivitet?.parts ?? []);
		case "period":
			return dayValues(fraga.question);
		case "followUp":
			return (["tertial", "quarter", "half_year", "year"] as const).map((periodKind) => ({
				about: "followUp",
				periodKind,
			}));
		case "measure":
			return aktivitet ? kindValues(measureForFraga(aktivitet, fraga)) : [];
		case "minimum":
			return minimumValues(fraga.question);
		case "per":
			return aktivitet ? perValues(fraga, measureForFraga(aktivitet, fraga)) : [];
		case "weekdays":
			return aktivitet ? weekdayValues(fraga, measureForFraga(aktivitet, fraga)) : [];
		case "places":
			return eachOrTogether(fraga);
		case "text":
		case "kommun":
		case "signedOn":
			return [];
	}
}

/** The days that the question itself names. */
function dayValues(question: string): FragaValue[] {
	const days = daysNamedIn(question);
	return asksOfFirstDay(question)
		? days.map((inForceFrom) => ({ about: "periodStart", inForceFrom }))
		: days.map((inForceTo) => ({ about: "periodEnd", inForceTo }));
}

/** What was read first; then the usual ones. */
function responsibleValues(read: readonly string[]): FragaValue[] {
	const usual = [["polis"], ["kommun"], ["polis", "kommun"]];
	return (read.length > 0 ? [[...read], ...usual] : usual).map((parts) => ({ about: "responsible", parts }));
}

function kindValues(measure: UtkastMeasure | undefined): FragaValue[] {
	const kinds = [measure?.kind ?? "ongoing", "milestone", "ongoing", "count", "recurring"] as const;
	return [...new Set(kinds)].map((kind) => ({ about: "measure", kind }));
}

/** The numbers that the question itself names; and that none is agreed. */
function minimumValues(question: string): FragaValue[] {
	const [, named = ""] = /(?:minsta antalet:?|antalet är)(.*)$/u.exec(question) ?? [];
	const numbers = [...named.matchAll(/(?<!\d)[1-9]\d{0,5}(?!\d)/g)].map(([digits]) => Number(digits));
	return [...new Set(numbers), null].map((minimum) => ({ about: "minimum", minimum }));
}

function perValues(fraga: UtkastFraga, measure: UtkastMeasure | undefined): FragaValue[] {
	const pers = (...values: Per[]): FragaValue[] => values.map((per) => ({ about: "per", per }));
	if (measure?.kind === "count") {
		const told = toldWindow(fraga.quotation);
		if (told === "eachYear") return pers("calendar", "agreement");
		return told === "tertial"
			? pers("period", "calendar", "agreement", "lofte")
			: pers("calendar", "agreement", "lofte");
	}
	if (measure?.kind === "coverage") return pers("lofte", "calendar", "agreement", "period");
	const isUnstated = measure?.kind === "recurring" && readRecurring(measure.settings).cadence.type === "opening_hours";
	if (isUnstated) return [];
	return [...pers("week", "month", "quarter", "termin"), { about: "measure", kind: "ongoing" }];
}

/** All of the days, or one of them a week; with and without the evenings of the calendar. */
function weekdayValues(fraga: UtkastFraga, measure: UtkastMeasure | undefined): FragaValue[] {
	if (measure?.kind !== "recurring") return [];
	const { cadence } = readRecurring(measure.settings);
	if (cadence.type !== "weekdays") return [];
	const { weekdays, onlyHelgfria } = cadence;
	const days = (withHelgkvallar: boolean): FragaValue => ({
		about: "weekdays",
		weekdays,
		withHelgkvallar,
		onlyHelgfria,
	});
	const isAboutHelgkvallar = /helg/i.test(fraga.quotation ?? "");
	if (isAboutHelgkvallar) return [days(true), days(false)];
	return [days(cadence.withHelgkvallar), { about: "per", per: "week" }];
}

/** "Är det minst 4 sammanlagt eller för var och en?" */
function eachOrTogether({ question }: UtkastFraga): FragaValue[] {
	if (!/sammanlagt eller/i.test(question)) return [];
	return [
		{ about: "measure", kind: "count" },
		{ about: "measure", kind: "coverage" },
	];
}
