import type { DateWord } from "./dateWords.ts";
import type { Span } from "./reading.ts";

/** A stretch of time that the text may mean, and how much speaks for it. */
export interface Candidate extends Span {
	start: DateWord;
	/** null: only where it begins is said. */
	end: DateWord | null;
	weight: number;
}

/** Between the two dates of a range. */
const TO =
	/^[ ,]*(?:-{1,3}|till(?: och med)?|t\.? ?o\.? ?m\.?|fram till|samt|och)[ ,]*(?:(?:sista|den|mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag)(?:en)? ?){0,3}$/;
const UNTIL_BEFORE =
	/(till och med|t\.? ?o\.? ?m\.?|fram till|och till|pagar till|langst till|upphor|slutar)(?: (?:den|sista|mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag)(?:en)?){0,3} $/;
const FROM_BEFORE =
	/(fran och med|fr\.? ?o\.? ?m\.?|from|fran|med start|(?:pa)?borja(?:r|s)?(?: galla)?|starta(?:r|s)?|start|inleds|galler|fran den)(?: (?:och med|den|mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag)(?:en)?){0,3} $/;
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

/** Every date and range, weighed by its own sentence. */
export function candidatesIn(folded: string, dates: DateWord[]): Candidate[] {
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
			Math.max(weigh(folded, span), isUndertaken ? 0 : Number.NEGATIVE_INFINITY) +
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

/** Whether "till och med", "fram till" stands before a date. */
export function hasUntil(folded: string, date: Span): boolean {
	return UNTIL_BEFORE.test(folded.slice(Math.max(0, date.from - 60), date.from));
}

/** Whether "från och med", "med start" stands before a date. */
export function hasFrom(folded: string, date: Span): boolean {
	return FROM_BEFORE.test(folded.slice(Math.max(0, date.from - 60), date.from));
}

/** How much the sentence around a stretch speaks for its being the period. */
export function weigh(folded: string, { from, to }: Span): number {
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
