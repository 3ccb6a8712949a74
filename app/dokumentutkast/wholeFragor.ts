import { addDays } from "#app/domain/dates.ts";
import { formatDate } from "#app/domain/format.ts";
import type { ReadAktivitet, Reading, ReadingQuestion } from "#app/loftestext/reading.ts";
import type { UtkastFraga } from "./content.ts";
import { periodKindOf } from "./followUp.ts";
import { fragaOf, makeFraga } from "./fraga.ts";
import type { Keys } from "./keys.ts";

interface Facts {
	sourceText: string;
	/** The kommun's own name. */
	kommun: string;
	keys: Keys;
}

/** From so many lines on, who is responsible for those that name nobody is one question and not one for each. */
const ASKED_TOGETHER = 2;

/** The questions about the whole: those of the reading that are needed here, and what the utkast needs beside them. */
export function wholeFragor(reading: Reading, facts: Facts): UtkastFraga[] {
	return [
		...kommunFraga(reading, facts),
		...reading.questions
			.filter(({ about }) => about !== "kommun")
			.map((question) => fragaOf({ ...question, question: withDates(question.question) }, facts)),
		...endFraga(reading, facts),
		...firstDayFraga(reading, facts),
		...responsibleFraga(reading, facts),
		...followUpFraga(reading, facts),
	];
}

/** "2020-04-09" as one says it. */
function withDates(question: string): string {
	return question.replace(/\b(?:19|20)\d\d-[01]\d-[0-3]\d\b/g, (date) => formatDate(date));
}

/** Whose text it is, is known from where it is entered, unless it names another kommun. */
function kommunFraga({ kommun: read, questions }: Reading, { sourceText, kommun, keys }: Facts): UtkastFraga[] {
	if (read.value === null || isSameKommun(read.value, kommun)) return [];
	const span = questions.find(({ about }) => about === "kommun")?.span ?? read.span;
	const own = kommun.replace(/ kommun$/i, "");
	const question = `Texten tycks gälla ${read.value}. Är det rätt text för ${own}?`;
	return [makeFraga({ about: "kommun", question, span }, { sourceText, keys })];
}

function isSameKommun(one: string, other: string): boolean {
	return bare(one) === bare(other);
}

/** "Jönköpings kommun" is Jönköping. */
function bare(name: string): string {
	return name
		.normalize("NFC")
		.toLocaleLowerCase("sv")
		.replace(/ (kommun|stad)$/, "")
		.trim()
		.replace(/s$/, "");
}

/** The reading asks of the first day; where only the last one is missing, it may say nothing. */
function endFraga({ periodStart, periodEnd, questions }: Reading, facts: Facts): UtkastFraga[] {
	const isMissing = periodStart.value !== null && periodEnd.value === null && periodEnd.span === null;
	if (!isMissing || questions.some(({ about }) => about === "period")) return [];
	const question = "Till vilken dag gäller löftet? Texten säger det inte.";
	return [makeFraga({ about: "period", question, span: periodStart.span }, facts)];
}

/** Signed so long after the first day, it may be in force from the signing. */
const LATE_DAYS = 31;
const FIRST_DAY = "Från vilken dag gäller det?";

function firstDayFraga({ periodStart, signedOn, questions }: Reading, facts: Facts): UtkastFraga[] {
	const [first, signed] = [periodStart.value, signedOn.value];
	if (first === null || signed === null || signed <= addDays(first, LATE_DAYS)) return [];
	if (questions.some(({ about }) => about === "period" || about === "signedOn")) return [];
	const question = `Texten säger att löftet gäller från ${formatDate(first)}, men det undertecknades ${formatDate(signed)}. ${FIRST_DAY}`;
	return [makeFraga({ about: "period", question, span: periodStart.span }, facts)];
}

/** The days that it names are first days, and not last ones. */
export function asksOfFirstDay(question: string): boolean {
	return question.endsWith(FIRST_DAY);
}

/** Whether an aktivitet's question of who is responsible is asked for several together. */
export function isAskedTogether(reading: Reading, aktivitet: ReadAktivitet): boolean {
	return namesNobody(aktivitet) && reading.aktiviteter.filter(namesNobody).length >= ASKED_TOGETHER;
}

function namesNobody({ responsible, questions }: ReadAktivitet): boolean {
	return responsible.value.length === 0 && questions.filter(isAboutResponsible).length === 1;
}

export function isAboutResponsible({ about }: Pick<ReadingQuestion, "about">): boolean {
	return about === "responsible";
}

function responsibleFraga(reading: Reading, facts: Facts): UtkastFraga[] {
	const unnamed = reading.aktiviteter.filter((aktivitet) => isAskedTogether(reading, aktivitet));
	if (unnamed.length === 0) return [];
	const isAll = unnamed.length === reading.aktiviteter.length;
	const of = isAll ? "aktiviteterna" : `${unnamed.length} av aktiviteterna`;
	const question = `Texten säger inte vem som ansvarar för ${of}: polisen, kommunen, båda eller någon annan? Svaret gäller alla som saknar ansvarig, och var och en kan ändras.`;
	return [makeFraga({ about: "responsible", question, span: null }, facts)];
}

/** How often the reports are written follows from the text, or is asked. */
function followUpFraga({ followUpRule }: Reading, facts: Facts): UtkastFraga[] {
	if (periodKindOf(followUpRule.value) !== null) return [];
	const question = "Hur ofta ska löftet följas upp? Texten säger det inte. Här följs det upp varje tertial.";
	return [makeFraga({ about: "followUp", question, span: followUpRule.span }, facts)];
}
