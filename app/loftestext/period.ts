import { addDays, addYears, type IsoDate } from "#app/domain/dates.ts";
import { type DateWord, findDates } from "./dateWords.ts";
import { type Candidate, candidatesIn, hasFrom, hasUntil, weigh } from "./periodCandidates.ts";
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

const NOTHING = { value: null, span: null };
const FOR_YEARS =
	/\b(?:galler|galla|loper|giltig\w*|under|pa|i)\b.{0,12}? (ett|1|tva|2|tre|3|fyra|4) ar\b(?! och|ing)|\boch (ett|1|tva|2|tre|3|fyra|4) ar framat\b/;
const YEARLY = /\b(ettarigt?|arligt lofte|ettariga)\b/;
const IN_WORDS: Record<string, number> = { ett: 1, tva: 2, tre: 3, fyra: 4 };
const FROM_SIGNING =
	/\b(?:fran|i och med|vid)(?: och med)? (?:undertecknande(?:t|s)?|underskrift\w*|datum for undertecknande\w*|signering\w*)/;
const FROM_NOW = /\b(galler|loper)\b.{0,20}\bfran (och med )?(nu|i dag|idag)\b/;
const OPEN_END =
	/\b(tills vidare|(fram )?till(s)? dess( att)?\b.{0,80}\b(tecknas|undertecknas|skrivs|antas|tas fram|presenteras|ersatts)|tills (ett )?nya?(tt)?\b.{0,80}|till nya .{0,40}tecknas)/;
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
	const isBeginning = hasFrom(folded, best);
	if (best.start.precision === "day" || best.start.precision === "month" || isBeginning)
		return years ? { value: lastDay(best.start.first, years.count), span: toSpan(years) } : null;
	return { value: best.start.last, span: toSpan(best.start) };
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
