import { addYears, type IsoDate } from "#app/domain/dates.ts";
import { countOf, PERIOD_WORDS } from "#app/domain/format.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFraga, UtkastMeasure } from "./content.ts";
import { type CountDraft, type CoverageDraft, readCount, readCoverage } from "./draftSettings.ts";
import { makeFraga } from "./fraga.ts";
import type { Keys } from "./keys.ts";
import { daysNamedIn } from "./sentence.ts";

/** Said of a question that the dokument's own days or periods have answered, so that it can be asked again when they change. */
const SETTLED = "Löftets egna dagar och perioder avgör det.";

const CALENDAR = /kalenderår/i;
const EACH_YEAR = /(?<!\p{L})((per|varje|om|i varje|\/) ?år|året om|årlig|årsvis)/iu;
const TERTIAL = /tertial|fjärde månad/i;

/** What the words say of the time that a number is for. */
export type ToldWindow = "nothing" | "calendarYear" | "eachYear" | "someYear" | "tertial" | "other";

export function toldWindow(words: string | null): ToldWindow {
	if (words === null) return "nothing";
	if (CALENDAR.test(words)) return "calendarYear";
	if (EACH_YEAR.test(words)) return "eachYear";
	if (TERTIAL.test(words)) return "tertial";
	return /år|(19|20)\d\d/i.test(words) ? "someYear" : "other";
}

/** How much the days in force leave open. */
type Length = "unknown" | "oneCalendarYear" | "aYear" | "years";

/**
 * Asks what a number is for where the words and the days in force leave it open ("under året" of two years), takes back what
 * the days have answered, and asks again when they no longer do. Everything that a person has answered stands.
 */
export function settleWindows(
	content: DokumentutkastContent,
	{ sourceText, keys }: { sourceText: string; keys: Keys },
): DokumentutkastContent {
	const length = lengthOf(content);
	const { periodKind } = content;
	return {
		...content,
		aktiviteter: content.aktiviteter.map((aktivitet) =>
			aktivitet.carriedFromId === null ? settle(aktivitet, { length, periodKind, sourceText, keys }) : aktivitet,
		),
	};
}

/** Whether the dokument is known to be in force for more than a year. */
export function isOverAYear(content: DokumentutkastContent): boolean {
	return lengthOf(content) === "years";
}

function lengthOf({ inForceFrom, inForceTo, isOpenEnded, fragor }: DokumentutkastContent): Length {
	if (inForceFrom === null) return "unknown";
	if (isOpenEnded) return "years";
	if (inForceTo !== null) return lengthBetween(inForceFrom, inForceTo);
	// Not settled yet, but every end that the text could mean lies far off.
	const ends = fragor
		.filter(({ about, state }) => about === "period" && state === "obesvarad")
		.flatMap(({ question }) => daysNamedIn(question));
	const isFarOff = ends.length > 0 && ends.every((end) => lengthBetween(inForceFrom, end) === "years");
	return isFarOff ? "years" : "unknown";
}

function lengthBetween(from: IsoDate, to: IsoDate): Length {
	if (from.slice(0, 4) === to.slice(0, 4)) return "oneCalendarYear";
	return to < addYears(from, 1) ? "aYear" : "years";
}

interface Circumstances {
	length: Length;
	periodKind: PeriodKind;
	sourceText: string;
	keys: Keys;
}

function settle(aktivitet: UtkastAktivitet, facts: Circumstances): UtkastAktivitet {
	const measure = aktivitet.measures.find(({ kind }) => kind === "count" || kind === "coverage");
	if (!measure) return aktivitet;
	const { per: at } = aktivitet.spans;
	const told = toldWindow(at ? facts.sourceText.slice(at.from, at.to) : null);
	const asked = aktivitet.fragor.find((fraga) => fraga.about === "per" && isAbout(fraga, measure, aktivitet));
	const draft = windowOf(measure);
	if (told === "calendarYear" && draft.per === "year" && draft.yearBasis === null)
		return withWindow(aktivitet, measure, { per: "year", yearBasis: "calendar" });
	const question = questionOf(told, measure, facts);
	if (question === null) return settled(aktivitet, { measure, asked, told, facts });
	const unanswered = told === "tertial" ? { per: null, yearBasis: null } : { per: draft.per, yearBasis: null };
	if (asked?.state === "struken" && asked.answer === SETTLED) {
		const again: UtkastFraga = { ...asked, state: "obesvarad", answer: null };
		return withWindow(withFraga(aktivitet, again), measure, unanswered);
	}
	if (asked) return aktivitet;
	const span = aktivitet.spans.per ?? aktivitet.spans.minimum ?? null;
	const fraga = makeFraga({ about: "per", question, span, measureKey: measure.key }, facts);
	return withWindow({ ...aktivitet, fragor: [...aktivitet.fragor, fraga] }, measure, unanswered);
}

/** null: nothing is left open. */
function questionOf(told: ToldWindow, measure: UtkastMeasure, { length, periodKind }: Circumstances): string | null {
	const { per } = windowOf(measure);
	const number = numberOf(measure);
	if (number === null) return null;
	const isYear = per === "year" && length !== "oneCalendarYear";
	if (told === "eachYear" && isYear)
		return `${number} per år: är det varje kalenderår, eller varje löftesår räknat från löftets första dag?`;
	if (told === "someYear" && isYear) return `${number}: per år eller under hela perioden?`;
	if (told === "nothing" && measure.kind === "count" && per === "lofte" && length === "years")
		return `${number}: per år eller under hela perioden?`;
	if (told === "tertial" && periodKind !== "tertial" && per !== null)
		return `${number} per tertial, men uppföljningen sker per ${PERIOD_WORDS[periodKind].noun}. Vad ska antalet gälla?`;
	return null;
}

/** "Minst 4 samverkansmöten"; null: no number is known. */
function numberOf(measure: UtkastMeasure): string | null {
	if (measure.kind === "coverage") {
		const { times } = readCoverage(measure.settings);
		return times === null ? null : `Minst ${countOf(times, "gång", "gånger")} på varje plats`;
	}
	const { minimum, unit, unitOne } = readCount(measure.settings);
	return minimum === null ? null : `Minst ${countOf(minimum, unitOne, unit)}`;
}

/** What the dokument's own days and periods say, where nobody needs to; a question that is open still is struck. */
function settled(
	aktivitet: UtkastAktivitet,
	{
		measure,
		asked,
		told,
		facts: { length, periodKind },
	}: { measure: UtkastMeasure; asked: UtkastFraga | undefined; told: ToldWindow; facts: Circumstances },
): UtkastAktivitet {
	const { per, yearBasis } = windowOf(measure);
	const isWithinAYear = length === "oneCalendarYear" || length === "aYear";
	const isYear = per === "year" && yearBasis === null && length === "oneCalendarYear";
	const isPeriod = told === "tertial" && per === null && periodKind === "tertial";
	const isWhole = told === "nothing" && per === "lofte" && measure.kind === "count" && isWithinAYear;
	if (!isYear && !isPeriod && !isWhole) return aktivitet;
	if (asked && asked.state !== "obesvarad") return aktivitet;
	const open = asked ? withFraga(aktivitet, { ...asked, state: "struken", answer: SETTLED }) : aktivitet;
	if (isYear) return withWindow(open, measure, { per, yearBasis: "calendar" });
	return isPeriod ? withWindow(open, measure, { per: "period", yearBasis: null }) : open;
}

function isAbout(fraga: UtkastFraga, measure: UtkastMeasure, { measures }: UtkastAktivitet): boolean {
	return fraga.measureKey === undefined ? measures[0] === measure : fraga.measureKey === measure.key;
}

function withFraga(aktivitet: UtkastAktivitet, fraga: UtkastFraga): UtkastAktivitet {
	return { ...aktivitet, fragor: aktivitet.fragor.map((one) => (one.key === fraga.key ? fraga : one)) };
}

/** The window of a number, of the kinds that have one. */
export function windowOf({ kind, settings }: Pick<UtkastMeasure, "kind" | "settings">): WindowDraft {
	return kind === "coverage" ? readCoverage(settings) : readCount(settings);
}

export type WindowDraft = Pick<CountDraft | CoverageDraft, "per" | "yearBasis">;

function withWindow(
	aktivitet: UtkastAktivitet,
	{ key, kind, settings }: UtkastMeasure,
	{ per, yearBasis }: WindowDraft,
): UtkastAktivitet {
	const draft = kind === "coverage" ? readCoverage(settings) : readCount(settings);
	const changed = { ...draft, per, yearBasis };
	return {
		...aktivitet,
		measures: aktivitet.measures.map((measure) => (measure.key === key ? { ...measure, settings: changed } : measure)),
	};
}
