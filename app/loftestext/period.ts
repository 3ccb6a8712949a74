import { addDays, addYears, type IsoDate } from "#app/domain/dates.ts";
import { type DateWord, findDates } from "./dateWords.ts";
import type { PlainText } from "./plainText.ts";
import type { Found, ReadingQuestion, Span } from "./reading.ts";
import { findSigning, type Signing } from "./signing.ts";

/** When a dokument is in force and was signed. Spans are in the plain text. */
export interface ReadPeriod {
	start: Found<IsoDate | null>;
	end: Found<IsoDate | null>;
	signedOn: Found<IsoDate | null>;
	questions: ReadingQuestion[];
}

/** A stretch of time that the text may mean, and how much speaks for it. */
interface Candidate extends Span {
	start: DateWord;
	/** null: only where it begins is said. */
	end: DateWord | null;
	weight: number;
}

const NOTHING = { value: null, span: null };
/** Between the two dates of a range. */
const TO =
	/^[ ,]*(?:-{1,3}|till(?: och med)?|t\.? ?o\.? ?m\.?|fram till|samt|och)[ ,]*(?:(?:sista|den|mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag)(?:en)? ?){0,3}$/;
const UNTIL_BEFORE =
	/(till och med|t\.? ?o\.? ?m\.?|fram till|och till|pagar till|langst till|upphor|slutar)(?: (?:den|sista|mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag)(?:en)?){0,3} $/;
const FROM_BEFORE =
	/(fran och med|fr\.? ?o\.? ?m\.?|from|fran|med start|(?:pa)?borja(?:r|s)?(?: galla)?|starta(?:r|s)?|start|inleds|galler|fran den)(?: (?:och med|den|mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag)(?:en)?){0,3} $/;
const FOR_YEARS =
	/\b(?:galler|galla|loper|giltig\w*|under|pa|i)\b.{0,12}? (ett|1|tva|2|tre|3|fyra|4) ar\b(?! och|ing)|\boch (ett|1|tva|2|tre|3|fyra|4) ar framat\b/;
const YEARLY = /\b(ettarigt?|arligt lofte|ettariga)\b/;
const IN_WORDS: Record<string, number> = { ett: 1, tva: 2, tre: 3, fyra: 4 };
const FROM_SIGNING =
	/\b(?:fran|i och med|vid)(?: och med)? (?:undertecknande(?:t|s)?|underskrift\w*|datum for undertecknande\w*|signering\w*)/;
const FROM_NOW = /\b(galler|loper)\b.{0,20}\bfran (och med )?(nu|i dag|idag)\b/;
const OPEN_END =
	/\b(tills vidare|(fram )?till(s)? dess( att)?\b.{0,80}\b(tecknas|undertecknas|skrivs|antas|tas fram|presenteras|ersatts)|tills (ett )?nya?(tt)?\b.{0,80}|till nya .{0,40}tecknas)/;
/** "medborgarlöftet för 2024": the year is its name. */
const NAMED_BY = /lofte(n|t|na)? (for |under )?(aret |aren |ar |perioden )?$/;
/** "vill polisen utveckla följande områden under 2017" */
const UNDERTAKEN_IN = /\b(ska|skall|vill|lovar|atar sig)\b.{0,120}\b(under|for) (hela )?(aret |aren |ar |perioden )?$/;
/** What speaks for and against a date's being the period, near it in its own sentence. */
const EVIDENCE: readonly { pattern: RegExp; weight: number }[] = [
	{ pattern: /\b(galler|galla|gallande|loper|giltig\w*|period\w*|avtalstid\w*|tidsram|pagar|avser)\b/, weight: 4 },
	{ pattern: /\b(?:medborgar|trygghets)?lofte(n|t|na|s)?\b/, weight: 3 },
	{ pattern: /\baktivitet\w*/, weight: 1 },
	{ pattern: /\b(samverkansoverenskommelse\w*|overenskommelse\w*)\b/, weight: -3 },
	{
		pattern:
			/\b(undersokning\w*|dialog\w*|matning\w*|enkat\w*|statistik\w*|genomfordes|genomfort|gjorts|gjordes|kartlaggning\w*|tagits fram|togs fram|framkom\w*|projekt\w*)\b/,
		weight: -3,
	},
	{
		pattern: /\b(infor|nytt|nya|nasta|redan|sedan|jamfort|tidigare|foregaende|ersatt\w*|uppfoljning\w*)\b/,
		weight: -2,
	},
	{
		pattern:
			/\b(tecknades|undertecknades|undertecknad\w*|skrevs|skrev|beslutade\w*|faststallde\w*|antogs|skriv\w* under|publicerad\w*|uppdaterad\w*|andrad|granskad)\b/,
		weight: -4,
	},
	{ pattern: /\bforlang(a|er|t|de)\b/, weight: -9 },
	{ pattern: /https?:|www\.|\.se\b/, weight: -9 },
];

/** Finds when a dokument is in force, and what the text leaves open about it. */
export function findPeriod(plain: PlainText): ReadPeriod {
	const folded = flowing(plain);
	const dates = findDates(folded);
	const signing = findSigning(folded, dates);
	const { start, end, questions } = inForce(folded, dates, signing);
	const signed = signedOn(signing, start.value);
	return { start, end, signedOn: signed.found, questions: [...questions, ...signed.questions] };
}

/** The folded text, with the line ends that divide a sentence made spaces. */
function flowing(plain: PlainText): string {
	const joined = plain.text.replace(/(?<=[^\n])\n(?=[\p{Ll}\d])/gu, " ");
	let folded = "";
	let from = 0;
	for (const line of joined.split("\n")) {
		folded += `${plain.folded.slice(from, from + line.length).replace(/\n/g, " ")}\n`;
		from += line.length + 1;
	}
	return folded.slice(0, -1);
}

function inForce(
	folded: string,
	dates: DateWord[],
	signing: Signing | undefined,
): Pick<ReadPeriod, "start" | "end" | "questions"> {
	const best = candidatesIn(folded, dates).sort((a, b) => b.weight - a.weight || a.from - b.from)[0];
	const open = spanOf(OPEN_END, folded);
	const fromSigning = spanOf(FROM_SIGNING, folded);
	const years = yearsOf(folded);
	const questions: ReadingQuestion[] = [];
	const ask = (question: string, span: Span) =>
		questions.push({ question, span: { from: span.from, to: span.to }, about: "period" });

	if (fromSigning && signing?.date?.precision === "day" && !(best?.end && best.start.precision === "day")) {
		const start = { value: signing.date.first, span: fromSigning };
		if (years && best && best.weight > 0)
			ask(
				`Gäller löftet till och med ${lastDay(signing.date.first, years.count)} (${years.count} år från undertecknandet) eller ${best.start.last}?`,
				years,
			);
		else if (years) ask(`Gäller löftet till och med ${lastDay(signing.date.first, years.count)}?`, years);
		const until = dates.find((date) => date.precision === "day" && hasUntil(folded, date) && weigh(folded, date) > 0);
		const end = until && until.last > signing.date.first ? { value: until.last, span: toSpan(until) } : undefined;
		return { start, end: end ?? { value: null, span: open }, questions };
	}
	const now = spanOf(FROM_NOW, folded);
	if (now) {
		const published = dates.find((date) => date.precision === "day" && isPublished(folded, date));
		ask("Vilken dag börjar löftet gälla? Texten säger ”från nu”.", now);
		if (published)
			return {
				start: { value: published.first, span: toSpan(published) },
				end: { value: null, span: open },
				questions,
			};
	}
	const until = dates.find((date) => hasUntil(folded, date) && weigh(folded, date) > 0);
	if (until && (!best || best.start.precision === "year")) {
		ask("Vilken dag börjar löftet gälla? Texten säger bara när det slutar.", until);
		const start = signing?.date?.precision === "day" ? signing.date : undefined;
		return {
			start: start
				? { value: start.first, span: toSpan(start) }
				: best
					? { value: best.start.first, span: toSpan(best.start) }
					: NOTHING,
			end: { value: until.last, span: toSpan(until) },
			questions,
		};
	}
	if (!best || best.weight <= 0) {
		const decided = signing?.date;
		if (decided && !fromSigning && !years) {
			ask("Vilken dag börjar löftet gälla, och till när? Texten nämner bara när det beslutades.", decided);
			return {
				start: { value: `${decided.first.slice(0, 4)}-01-01`, span: toSpan(decided) },
				end: { value: null, span: open },
				questions,
			};
		}
		const only = onlyYearOf(folded, dates);
		if (only && !years && !fromSigning) {
			ask(`Gäller löftet ${only.first.slice(0, 4)}? Texten nämner året bara i en aktivitet.`, only);
			const span = toSpan(only);
			return { start: { value: only.first, span }, end: { value: only.last, span }, questions };
		}
		const about = years ?? fromSigning ?? open;
		if (about) ask("Vilken dag börjar löftet gälla, och till när?", about);
		return { start: NOTHING, end: { value: null, span: open }, questions };
	}
	if (best.start.precision === "season" || best.end?.precision === "season")
		ask("Vilken dag börjar löftet gälla, och vilken dag slutar det? Texten nämner årstiden.", best);
	const start = { value: best.start.first, span: toSpan(best.start) };
	if (open) return { start, end: { value: null, span: open }, questions };
	const end = endOf(best, years, folded);
	if (end === null) {
		ask("Till vilken dag gäller löftet?", best.start);
		return { start, end: NOTHING, questions };
	}
	const isYears = best.start.precision === "year" && years !== null;
	if (isYears && Number(end.value.slice(0, 4)) - Number(start.value.slice(0, 4)) + 1 !== years.count)
		ask(`Gäller löftet ${years.count} år eller hela ${start.value.slice(0, 4)}–${end.value.slice(0, 4)}?`, years);
	if (fromSigning) ask("Vilken dag undertecknades löftet? Det gäller från den dagen.", fromSigning);
	return { start, end, questions };
}

/** The single year that something is to be done in, where nothing speaks of when the löfte is in force. */
function onlyYearOf(folded: string, dates: DateWord[]): DateWord | undefined {
	const named = dates.filter(
		({ precision, from, to }) =>
			precision === "year" &&
			/\bunder (ar |aret )?$/.test(folded.slice(Math.max(0, from - 12), from)) &&
			weigh(folded, { from, to }) >= 0,
	);
	return named.every(({ first }) => first === named[0]?.first) ? named[0] : undefined;
}

/** Where a stretch ends: at its own end, or as many years after its beginning as is said. null: nothing says. */
function endOf(
	best: Candidate,
	years: (Span & { count: number }) | null,
	folded: string,
): { value: IsoDate; span: Span } | null {
	if (best.end) return { value: best.end.last, span: toSpan(best.end) };
	const isBeginning = FROM_BEFORE.test(folded.slice(Math.max(0, best.from - 40), best.from));
	if (best.start.precision === "day" || best.start.precision === "month" || isBeginning)
		return years ? { value: lastDay(best.start.first, years.count), span: toSpan(years) } : null;
	return { value: best.start.last, span: toSpan(best.start) };
}

/** Every date and range, weighed by its own sentence. */
function candidatesIn(folded: string, dates: DateWord[]): Candidate[] {
	const candidates: Candidate[] = [];
	for (let index = 0; index < dates.length; index++) {
		const start = dates[index];
		const next = dates[index + 1];
		if (!start) continue;
		const between = next ? folded.slice(start.to, Math.min(next.from, start.to + 200)) : "";
		const isRange =
			next !== undefined &&
			next.last > start.first &&
			(TO.test(between) ||
				(next.from - start.to < 200 && hasUntil(folded, next) && hasFrom(folded, start)) ||
				isFarRange(folded, start, next));
		const span = { from: start.from, to: isRange ? next.to : start.to };
		const isNamed = NAMED_BY.test(folded.slice(Math.max(0, start.from - 60), start.from));
		const isUndertaken = UNDERTAKEN_IN.test(sentenceBefore(folded, start.from));
		const isOneDay = !isRange && start.precision === "day";
		const weight =
			weigh(folded, span) +
			(isRange ? 5 : 0) +
			(isNamed ? 4 : 0) +
			(isUndertaken ? 4 : 0) +
			(start.last > `${start.first.slice(0, 4)}-12-31` ? 2 : 0);
		const isBeginning = hasFrom(folded, start);
		if (isRange) candidates.push({ ...span, start, end: next, weight });
		else if (isBeginning || !isOneDay)
			candidates.push({ ...span, start, end: null, weight: weight + (isOneDay ? 3 : 0) });
	}
	return candidates;
}

/** "Med start den 17 november 2016 … Aktiviteten pågår till och med den 18 maj 2017": in two sentences. */
function isFarRange(folded: string, start: DateWord, next: DateWord): boolean {
	return (
		next.from - start.to < 400 &&
		start.precision === "day" &&
		next.precision === "day" &&
		hasFrom(folded, start) &&
		hasUntil(folded, next)
	);
}

function hasUntil(folded: string, date: DateWord): boolean {
	return UNTIL_BEFORE.test(folded.slice(Math.max(0, date.from - 60), date.from));
}

function hasFrom(folded: string, date: DateWord): boolean {
	return FROM_BEFORE.test(folded.slice(Math.max(0, date.from - 60), date.from));
}

function weigh(folded: string, { from, to }: Span): number {
	const sentence = sentenceAround(folded, from, to);
	return EVIDENCE.reduce((sum, { pattern, weight }) => sum + (pattern.test(sentence) ? weight : 0), 0);
}

/** The sentence or line that holds a stretch; at most 200 characters either side. */
function sentenceAround(folded: string, from: number, to: number): string {
	const before = folded.slice(Math.max(0, from - 200), from);
	const after = folded.slice(to, to + 200);
	const begins = Math.max(before.lastIndexOf("\n\n"), before.lastIndexOf(". "), before.lastIndexOf("\n"));
	const ends = after.search(/\n|[.!?](?=\s)/);
	return before.slice(begins + 1) + folded.slice(from, to) + (ends === -1 ? after : after.slice(0, ends));
}

function sentenceBefore(folded: string, at: number): string {
	const before = folded.slice(Math.max(0, at - 200), at);
	return before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". ")) + 1);
}

/** For how many years it is said to be in force. */
function yearsOf(folded: string): (Span & { count: number }) | null {
	const match = FOR_YEARS.exec(folded);
	const said = match?.[1] ?? match?.[2];
	if (match && said)
		return { from: match.index, to: match.index + match[0].length, count: IN_WORDS[said] ?? Number(said) };
	const yearly = spanOf(YEARLY, folded);
	return yearly ? { ...yearly, count: 1 } : null;
}

function signedOn(
	signing: Signing | undefined,
	start: IsoDate | null,
): { found: Found<IsoDate | null>; questions: ReadingQuestion[] } {
	if (!signing) return { found: NOTHING, questions: [] };
	const span = toSpan(signing);
	const ask = (question: string): ReadingQuestion[] => [{ question, span, about: "signedOn" }];
	if (signing.date?.precision === "day")
		return { found: { value: signing.date.first, span: toSpan(signing.date) }, questions: [] };
	if (signing.monthDay && start)
		return {
			found: { value: `${start.slice(0, 4)}-${signing.monthDay}`, span },
			questions: ask(`Undertecknades löftet ${start.slice(0, 4)}? Texten säger bara dag och månad.`),
		};
	return { found: NOTHING, questions: ask("Vilken dag undertecknades löftet?") };
}

function isPublished(folded: string, date: DateWord): boolean {
	return /(https?:\S{0,300}|\b(publicera|uppdatera)\w*( \w+)?:? )$/.test(
		folded.slice(Math.max(0, date.from - 320), date.from),
	);
}

function lastDay(start: IsoDate, years: number): IsoDate {
	return addDays(addYears(start, years), -1);
}

function spanOf(pattern: RegExp, folded: string): Span | null {
	const match = pattern.exec(folded);
	return match ? { from: match.index, to: match.index + match[0].length } : null;
}

function toSpan({ from, to }: Span): Span {
	return { from, to };
}
