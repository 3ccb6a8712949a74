import { countDays } from "#app/domain/dates.ts";
import { readBlocks } from "./blocks.ts";
import { isPartyAlone } from "./headingParties.ts";
import { findKommun } from "./kommunName.ts";
import { MOST_LINES } from "./lines.ts";
import { type OutlineLine, readOutline } from "./outline.ts";
import { findPeriod } from "./period.ts";
import { MOST_READ, type PlainText, toPlainText, toSource } from "./plainText.ts";
import type { Found, ReadAktivitet, Reading, ReadingQuestion, ReadSentence, Span } from "./reading.ts";
import { readSentence } from "./readSentence.ts";
import { readTables } from "./tables.ts";

/** No dokument has more lines; what comes after is left to people. */
const MOST_AKTIVITETER = 200;
const DAYS_OF_A_LEAP_YEAR = 366;
/** A heading that says which year its aktiviteter are of: "Polisen lovar i medborgarlöftet för 2020 att". */
const WITHIN_A_YEAR = /\b(lovar|atar sig|kommer|ska)\b.{0,60}\b(under aret|(?:for|under) 20\d\d)\b/;

/**
 * Reads a löfte text, as it was pasted or taken from a file, and proposes a dokument. Any text is read; one that is no löfte
 * gives an empty proposal. Every quotation and span is an exact part of the text, and what is doubtful comes as a question.
 */
export function readLoftestext(text: string): Reading {
	const plain = toPlainText(text);
	const tables = readTables(text, plain);
	const outline = readOutline(readBlocks(plain, tables.lines), plain, tables.rows);
	const period = findPeriod(plain);
	const kommun = findKommun(plain);
	const source = (span: Span) => toSource(plain, span);
	const quotation = (span: Span) => text.slice(source(span).from, source(span).to);
	const hasPeriodOverAYear =
		period.start.value !== null &&
		period.end.value !== null &&
		countDays(period.start.value, period.end.value) > DAYS_OF_A_LEAP_YEAR;
	const point = <Value>(found: Found<Value>): Found<Value> => ({ ...found, span: found.span && source(found.span) });

	const soleParty = solePartyOf(plain);
	const lines = outline.lines.slice(0, MOST_AKTIVITETER);

	const questions: ReadingQuestion[] = [...period.questions];
	const [beginning] = text;
	if (kommun?.isContested)
		questions.push({
			question: `Är det ${kommun.name} kommun som löftet gäller? Texten nämner fler.`,
			span: kommun.span,
			about: "kommun",
		});
	if (!kommun && beginning !== undefined)
		questions.push({ question: "Vilken kommun gäller löftet?", span: { from: 0, to: 1 }, about: "kommun" });
	if (period.start.value === null && period.questions.length === 0 && beginning !== undefined)
		questions.push({
			question: "Vilken dag börjar löftet gälla, och till när?",
			span: { from: 0, to: 1 },
			about: "period",
		});

	return {
		kommun: kommun ? { value: kommun.name, span: source(kommun.span) } : { value: null, span: null },
		periodStart: point(period.start),
		periodEnd: point(period.end),
		signedOn: point(period.signedOn),
		followUpRule: outline.followUp
			? { value: quotation(outline.followUp), span: source(outline.followUp) }
			: { value: null, span: null },
		promises: outline.promises.map((span) => ({ quotation: quotation(span), span: source(span) })),
		aktiviteter: lines.map((line) => readAktivitet({ line, plain, text, hasPeriodOverAYear, soleParty })),
		questions: [
			...questions.map((question) => ({ ...question, span: source(question.span) })),
			...questionAboutLength(text, plain, outline.lines.length),
		],
	};
}

/** What is longer than any löfte is read in part, and says so. */
function questionAboutLength(text: string, plain: PlainText, lineCount: number): ReadingQuestion[] {
	const isWhole =
		text.length <= MOST_READ && plain.text.split("\n").length <= MOST_LINES && lineCount <= MOST_AKTIVITETER;
	if (isWhole) return [];
	const end = Math.min(text.length, MOST_READ);
	return [
		{
			question: "Texten är så lång att bara början är läst. Finns det fler aktiviteter längre ned?",
			span: { from: end - 1, to: end },
			about: "text",
		},
	];
}

/** The police, where the löfte is called theirs or the text knows of no kommun. */
function solePartyOf({ folded }: PlainText): string | null {
	const isTheirs = /\bpolisens (egna |nya )?(medborgar|trygghets)lofte\b/.test(folded);
	const isAlone = /polis/.test(folded) && !/kommun|\bstad(en|ens)?\b|stadsdelsforvaltning|stadsdelsnamnd/.test(folded);
	return isTheirs || isAlone ? "polis" : null;
}

function readAktivitet({
	line,
	plain,
	text,
	hasPeriodOverAYear,
	soleParty,
}: {
	line: OutlineLine;
	plain: PlainText;
	text: string;
	hasPeriodOverAYear: boolean;
	soleParty: string | null;
}): ReadAktivitet {
	const { section, lofte } = line;
	const sentence = plain.text.slice(line.span.from, line.span.to).replace(/\n/g, " ");
	const said = readSentence(sentence, { parties: section.parties, hasPeriodOverAYear, soleParty });
	const span = toSource(plain, line.span);
	const read = withYearOfHeading(inText(said, line, plain), line, plain);
	const { responsible, questions } = withAnsvar(read, line, plain);
	return {
		...read,
		responsible,
		questions: [...questions, ...questionsAboutParty(line, plain)],
		quotation: text.slice(span.from, span.to),
		span,
		heading: section.heading?.text.replace(/:$/, "") ?? null,
		lofte,
	};
}

/** Spans counted in the sentence become spans of the text; what the heading said already stands in the plain text. */
function inText(said: ReadSentence, line: OutlineLine, plain: PlainText): ReadSentence {
	const move = ({ from, to }: Span) => toSource(plain, { from: from + line.span.from, to: to + line.span.from });
	const point = <Value>(found: Found<Value>): Found<Value> => ({ ...found, span: found.span && move(found.span) });
	return {
		responsible: pointToHeading(point(said.responsible), line, plain),
		measure: point(said.measure),
		minimum: point(said.minimum),
		per: point(said.per),
		weekdays: point(said.weekdays),
		places: point(said.places),
		unit: point(said.unit),
		activityType: point(said.activityType),
		questions: said.questions.map((question) => ({ ...question, span: move(question.span) })),
	};
}

/** Who is responsible may be said by the heading alone: then it is the heading's words that say it. */
function pointToHeading(responsible: Found<string[]>, { section }: OutlineLine, plain: PlainText): Found<string[]> {
	const isFromHeading = responsible.span === null && responsible.value.length > 0 && section.heading !== null;
	return isFromHeading && section.heading ? { ...responsible, span: toSource(plain, section.heading) } : responsible;
}

/** A line of its own that says who is responsible leaves nothing to ask about it. */
function withAnsvar(read: ReadSentence, { ansvar }: OutlineLine, plain: PlainText): ReadSentence {
	if (!ansvar) return read;
	const questions = read.questions.filter(({ about }) => about !== "responsible");
	return { ...read, responsible: { value: ansvar.names, span: toSource(plain, ansvar) }, questions };
}

/** A number that the sentence gives no time for is of the year that the heading speaks of. */
function withYearOfHeading(said: ReadSentence, { section }: OutlineLine, plain: PlainText): ReadSentence {
	const isWithoutTime = said.minimum.value !== null && said.per.value === "period" && said.per.span === null;
	if (!isWithoutTime) return said;
	for (const heading of [section.heading, section.frame]) {
		const match = WITHIN_A_YEAR.exec(heading?.folded ?? "");
		if (!heading || !match) continue;
		const to = heading.from + match.index + match[0].length;
		const from = to - (match[2] ?? "").length;
		return { ...said, per: { value: "year", span: toSource(plain, { from, to }) } };
	}
	return said;
}

/** A heading that is taken for a party's name only for where it stands is asked about. */
function questionsAboutParty({ section }: OutlineLine, plain: PlainText): ReadingQuestion[] {
	const [party] = section.parties;
	if (!section.heading || party === undefined || section.heading.text.replace(/:$/, "") !== party) return [];
	if (isPartyAlone(party)) return [];
	const span = toSource(plain, section.heading);
	return [{ question: `Är ”${party}” en part som ansvarar, eller bara en rubrik?`, span, about: "responsible" }];
}
