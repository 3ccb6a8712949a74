import { listOf, lowerFirst, PERIOD_WORDS } from "#app/domain/format.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { ReadingQuestion, Span } from "#app/loftestext/reading.ts";
import type { UtkastAktivitet, UtkastFraga, UtkastMeasure } from "./content.ts";
import { readCoverage, readOutcome, readRecurring } from "./draftSettings.ts";
import { fragaOf, makeFraga } from "./fraga.ts";
import { namedAsPart } from "./parts.ts";
import { type ProposalFacts, proposeMeasure } from "./proposeMeasure.ts";
import { areasIn, hasOddCadence, meansEachDay, namesHelgkvallar, type SaidSentence, weekdaysIn } from "./sentence.ts";

const LONGEST_NAME = 60;
const LONGEST_PART = 80;
const DECIDED = /beslutade åtgärder/i;
/** Windows that a cadence does not have: what is said of them is a number. */
const COUNTED = /^(year|tertial|period)$/;

export interface AktivitetFacts extends ProposalFacts {
	sourceText: string;
	span: Span;
	heading: string | null;
	lofteKey: string | null;
}

/** An aktivitet as the sentence was read, with a question for each value that it leaves open. */
export function proposeAktivitet(said: SaidSentence, facts: AktivitetFacts): UtkastAktivitet {
	const measures = proposeMeasures(said, facts);
	const fragor = [...fragorOfReading(said, measures, facts), ...fragorOfMeasures(said, measures, facts)];
	return {
		key: facts.keys.make("a"),
		quotation: said.quotation,
		span: facts.span,
		heading: facts.heading,
		lofteKey: facts.lofteKey,
		parts: [...new Set(said.responsible.value.map(namedAsPart))].filter((part) => part.length <= LONGEST_PART),
		aktivitetstyp: said.activityType.value.slice(0, LONGEST_NAME).trim() || "aktivitet",
		measures,
		fragor,
		isLeftOut: false,
		alsoTold: [],
		namedPlaces: said.places.value.filter(isName),
		carriedFromId: null,
		spans: spansOf(said),
	};
}

function spansOf(said: SaidSentence): UtkastAktivitet["spans"] {
	const found = {
		responsible: said.responsible.span,
		measure: said.measure.span,
		minimum: said.minimum.span,
		per: said.per.span,
		weekdays: said.weekdays.span,
		places: said.places.span,
		unit: said.unit.span,
		activityType: said.activityType.span,
	};
	return Object.fromEntries(Object.entries(found).filter(([, span]) => span !== null));
}

/** How the sentence is followed: by one mått, or by two where it says two things. */
function proposeMeasures(said: SaidSentence, facts: AktivitetFacts): UtkastMeasure[] {
	if (isActions(said)) return [proposeMeasure("ongoing", said, facts), proposeMeasure("actions", said, facts)];
	const first = proposeMeasure(kindOf(said), said, facts);
	const areas = first.kind === "recurring" ? areasIn(said.quotation) : null;
	if (!areas) return [first];
	const ofAreas = { ...said, unit: { value: null, span: null }, activityType: { value: areas.area, span: null } };
	const second = proposeMeasure("coverage", ofAreas, facts);
	return [first, { ...second, settings: unsaid(second.settings) }];
}

/** What the cadence says of how often is not said of the places as well. */
function unsaid(settings: unknown): unknown {
	return { ...readCoverage(settings), times: 1, per: "lofte", yearBasis: null };
}

function kindOf(said: SaidSentence): MeasureKind {
	const { value } = said.measure;
	const isCounted = said.per.value !== null && COUNTED.test(said.per.value) && weekdaysIn(said).length === 0;
	const isNumber = said.minimum.value !== null && isCounted;
	if (value === "recurring" && (isNumber || hasOddCadence(said.quotation))) return "count";
	return value;
}

function isActions({ measure, places, quotation }: SaidSentence): boolean {
	return measure.value === "coverage" && places.value.length === 0 && DECIDED.test(quotation);
}

/** The reading's questions, without those that the proposal has made needless. */
function fragorOfReading(said: SaidSentence, measures: UtkastMeasure[], facts: AktivitetFacts): UtkastFraga[] {
	const [first] = measures;
	const cadence = first?.kind === "recurring" ? readRecurring(first.settings).cadence : null;
	const isPerAsked = said.questions.some(({ about }) => about === "per");
	return said.questions.flatMap((question): UtkastFraga[] => {
		const asked = (change: Partial<ReadingQuestion> = {}) => [fragaOf({ ...question, ...change }, facts)];
		if (question.about === "responsible") return asked({ question: withParties(question.question) });
		if (question.about === "places" && first?.kind !== "coverage" && isActions(said)) return [];
		if (question.about === "weekdays" && (meansEachDay(said.quotation) || namesHelgkvallar(said.quotation))) return [];
		// "Hur ofta?" is asked as well, and may be answered by another way to follow it.
		if (question.about === "measure" && cadence?.type === "every" && isPerAsked) return [];
		if (question.about !== "per") return asked();
		if (hasOddCadence(said.quotation))
			return asked({ about: "minimum", question: withPeriod(question.question, facts) });
		if (cadence?.type === "opening_hours")
			return asked({ question: "Vilka är de fasta tiderna? Texten säger inte vilka, så inget tillfälle kan missas." });
		return cadence?.type === "weekdays" ? [] : asked();
	});
}

/** "under ett tertial": what the reports of this dokument are of. */
function withPeriod(question: string, { periodKind }: AktivitetFacts): string {
	return question.replace("ett tertial", `ett ${PERIOD_WORDS[periodKind].noun}`);
}

/** "Ansvarar polis?": as one speaks of them. */
function withParties(question: string): string {
	return question.replace(/(?<!\p{L})(polis|kommun)(?!\p{L})/gu, "$1en");
}

/** What a mått needs that the sentence does not say. */
export function fragorOfMeasures(
	said: SaidSentence,
	measures: readonly UtkastMeasure[],
	facts: Pick<AktivitetFacts, "sourceText" | "keys" | "span">,
): UtkastFraga[] {
	return measures.flatMap((measure): UtkastFraga[] => {
		const ask = (about: UtkastFraga["about"], question: string, span: Span | null) =>
			makeFraga({ about, question, span, measureKey: measure.key }, facts);
		if (measure.kind === "outcome")
			return readOutcome(measure.settings).series.length > 0 ? [] : [askSeries(said, ask)];
		if (measure.kind === "coverage") return askCoverage(said, measure, ask, facts);
		const isWithHelgkvallar = measure.kind === "recurring" && namesHelgkvallar(said.quotation);
		if (!isWithHelgkvallar || readRecurring(measure.settings).cadence.type !== "weekdays") return [];
		return [askHelgkvallar(said, ask, facts)];
	});
}

type Ask = (about: UtkastFraga["about"], question: string, span: Span | null) => UtkastFraga;

function askSeries(said: SaidSentence, ask: Ask): UtkastFraga {
	return ask(
		"places",
		"Var mäts värdet, i vilken enhet, vad var det från början och vad är målet? Texten säger det inte.",
		said.measure.span,
	);
}

function askHelgkvallar(said: SaidSentence, ask: Ask, { span }: Pick<AktivitetFacts, "span">): UtkastFraga {
	const match = /(?:andra\s+)?helgkväll\p{L}*|storhelg\p{L}*/iu.exec(said.quotation);
	const at = match && { from: span.from + match.index, to: span.from + match.index + match[0].length };
	return ask(
		"weekdays",
		`Vilka kvällar är ”${match?.[0] ?? "helgkvällar"}”? Texten räknar inte upp dem. Kalendern i appen föreslår kvällar före och under helgdagar, och ni kryssar för dem som gäller.`,
		at,
	);
}

/** Which places, where the sentence was not read as being about them; and how often, where no time is told. */
function askCoverage(
	said: SaidSentence,
	measure: UtkastMeasure,
	ask: Ask,
	{ span }: Pick<AktivitetFacts, "span">,
): UtkastFraga[] {
	const { platsIds, per } = readCoverage(measure.settings);
	const areas = areasIn(said.quotation);
	const areasAt = areas && { from: span.from + areas.at, to: span.from + areas.at + areas.words.length };
	const isAsked = said.questions.some(({ about }) => about === "places");
	const fragor: UtkastFraga[] = [];
	if (platsIds.length === 0 && !isAsked)
		fragor.push(ask("places", whichPlaces(said, areas), areasAt ?? said.places.span));
	const isOwn = said.measure.value === "coverage";
	const isPerAsked = isOwn && said.questions.some(({ about }) => about === "per");
	if (per === "lofte" && !isPerAsked && (said.per.span === null || !isOwn))
		fragor.push(
			ask(
				"per",
				"Ska var och en nås under hela löftet, varje år eller varje uppföljningsperiod? Texten säger inte hur ofta. Här räknas en gång under hela löftet.",
				areasAt ?? said.places.span,
			),
		);
	return fragor;
}

function whichPlaces({ places }: SaidSentence, areas: ReturnType<typeof areasIn>): string {
	const named = places.value.filter(isName);
	if (named.length > 0) return `Texten nämner ${listOf(named)}. Vilka platser på kommunens lista är det?`;
	if (areas) return `Vilka hör till ”${lowerFirst(areas.words)}”? Texten räknar inte upp dem.`;
	return "Vilka platser på kommunens lista gäller det?";
}

/** "samtliga kommundelar" is no name. */
function isName(place: string): boolean {
	return /^\p{Lu}/u.test(place);
}
