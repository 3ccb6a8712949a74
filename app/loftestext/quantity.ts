import { partyOf } from "./partyNames.ts";
import { findPhrase, isLetters, type Match, phrases, spanOf, type Word } from "./words.ts";

/** A number that says how much is agreed. */
export interface Quantity {
	value: number;
	/** What is counted, as the text calls it; null: the number stands alone. */
	unit: Match | null;
	/** The number with what is said of it: "minst femton", "två till tre". */
	match: Match;
	/** "ett hundratal", "cirka": about so many. */
	isRounded: boolean;
	/** "två till tre": the upper end; null: one number. */
	upper: number | null;
	/** "alkohol (2 st) och tobak (2 st)": what it is the sum of; null: one number. */
	parts: number[] | null;
	/** "minst", "åtminstone": the text itself calls it the lowest. */
	isMinimum: boolean;
	/** "en gång", "två tillfällen": times, not things. */
	isTimes: boolean;
}

const AT_LEAST = phrases(
	"minst;åtminstone;lägst;minimum;inte|ej färre än;inte mindre än;fler|mer|fler än;över;sammanlagt;totalt",
);
const ABOUT = phrases("cirka;ca .?;omkring;ungefär;runt;uppskattningsvis");
const TIMES = /^(gång|gånger|ggr|tillfälle|tillfällen)$/;
const PIECES = /^(st|stycken|styck|olika|ytterligare|fler)$/;
/** Lengths of time and ages: "två år", "21 år och yngre", "inom en vecka". */
const TIME =
	/^(års?|åring.*|årig.*|dag|dagar|dagars|dygn|vecka|veckor|veckors|månad|månader|månaders|minut|minuter|sekunder)$/;
/** "14 kap 1 §" */
const OF_A_LAW = /^(kap|kapitlet|§|stycket)$/;
const HOURS = /^(timme|timmar|timmars|tim|h)$/;
const MONTH = /^(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$/;
/** What a number names rather than counts. */
const NAMING =
	/^(årskurs|årskurserna|åk|klass|punkt|nr|nummer|sida|sid|kl|klockan|telefon|tel|tfn|ring|§|paragraf|kap|kapitel|steg|fas|bilaga|del|väg|riksväg|länsväg|rv|e|linje|etapp|mål|löfte|aktivitet|den|kring|hela|senast|efter)$/;
/** Before a number of these it says where, who or how long, and not how much. */
const PLACING =
	/^(på|i|inom|mellan|från|under|av|hos|till|bland|de|dessa|båda|alla|våra|sina|deras|dess|för|senaste|kommande|första|sista|per)$/;
/** Words between a number and what it counts. */
const QUALIFYING = /(a|e|t|ad)$/;
/** Parties whose people can be counted. */
const PERFORMING = /^(polis|fältgrupp|ordningsvakter|trygghetsvärdar)$/;
const UNCOUNTABLE = /^(och|eller|samt|som|att|med|i|på|av|till|under|vid|för|per|om|från|är|ska|den|det|de)$/;

/**
 * The numbers of a sentence that say how much is agreed, in the order of the text. Years, days, hours of the clock, ages,
 * deadlines, phone and street numbers and paragraphs are none.
 */
export function quantitiesOf(words: Word[]): Quantity[] {
	const found: Quantity[] = [];
	for (let first = 0; first < words.length; first++) {
		const quantity = quantityAt(words, first);
		if (!quantity) continue;
		found.push(quantity);
		first = Math.max(first, quantity.match.end - 1);
	}
	return found;
}

function quantityAt(words: Word[], at: number): Quantity | undefined {
	const numeral = words[at]?.numeral;
	if (!numeral || numeral.value === 0) return undefined;
	let end = at + numeral.length;
	const upper = upperEnd(words, end, numeral.value);
	if (upper) end = upper.end;
	if (isPartOfSomethingElse(words, at, end)) return undefined;
	const first = startOf(words, at);
	const before = words[first - 1]?.lower ?? "";
	const next = words[end]?.lower ?? "";
	const isMinimum = first < at && !ABOUT.some((fits) => fits(words, first) === at);
	// "en gång- och cykelväg"
	const isTimes = TIMES.test(next) && !(words[end + 1]?.text === "-" && words[end + 1]?.isGlued);
	if (OF_A_LAW.test(next)) return undefined;
	if (TIME.test(next) && !(isMinimum && TIMES.test(next))) return undefined;
	if (HOURS.test(next) && /^(inom|efter|senast|mellan|dygnets|var|av)$/.test(before)) return undefined;
	if (NAMING.test(before) && !isMinimum) return undefined;
	const isShare = next === "av" && words[end + 1]?.numeral;
	const unit = unitAfter(words, isShare ? end + 2 : end);
	// "i två områden per år": what it is done in is what is counted.
	const isPer = unit !== null && words[unit.end]?.lower === "per";
	if (PLACING.test(before) && !isTimes && !isMinimum && !isPer) return undefined;
	// "tre poliser": those who do it, and not how much is done.
	if (unit && PERFORMING.test(partyOf(words[unit.first])?.name ?? "")) return undefined;
	const isPieces = PIECES.test(next);
	// "en" is an article, unless it is counted: "en gång", "en trygghetsvandring per år".
	const isArticle = numeral.value === 1 && !numeral.isDigits && !upper && !isTimes && !isMinimum;
	if (isArticle && !/^(per|timme)$/.test(next) && !isBeforePeriod(words, end)) return undefined;
	if (isYear(words, at) && !isMinimum && !isTimes && !HOURS.test(next)) return undefined;
	if (!unit && !isMinimum && !isPieces) return undefined;
	return {
		value: numeral.value,
		unit,
		match: { first, end },
		isRounded: numeral.isRounded || (first < at && !isMinimum),
		upper: upper?.value ?? null,
		parts: null,
		isMinimum,
		isTimes,
	};
}

/** "två till tre", "2-3", "två eller tre": what stands after the first number, when it is more. */
function upperEnd(words: Word[], at: number, lower: number): { value: number; end: number } | undefined {
	if (!/^(till|eller|à|á|-|–|—)$/.test(words[at]?.lower ?? "")) return undefined;
	const numeral = words[at + 1]?.numeral;
	if (!numeral || numeral.value <= lower || numeral.value > lower * 10) return undefined;
	return { value: numeral.value, end: at + 1 + numeral.length };
}

/** Hours of the clock, dates, ranges of years, percentages, numbers that are written together with something. */
function isPartOfSomethingElse(words: Word[], at: number, end: number): boolean {
	const before = words[at - 1];
	const word = words[at];
	const after = words[end];
	const afterThat = words[end + 1];
	if (MONTH.test(after?.lower ?? "") || after?.text === "%" || after?.lower === "procent") return true;
	if (after?.isGlued && afterThat?.isGlued && /^[-–/.:,]$/.test(after.text) && /^\d/.test(afterThat.text)) return true;
	if (after?.isGlued && /^[-–]$/.test(after.text) && isLetters(afterThat) && afterThat.isGlued) return true;
	if (after?.isGlued && /^[:)]$/.test(after.text) && before?.text !== "(" && afterThat?.isGlued) return true;
	if (word?.isGlued && before && /^[-–/.:,+]$/.test(before.text) && words[at - 2]?.numeral) return true;
	// "Storgatan 12", "väg 40"
	if (word?.numeral?.isDigits && /(gata|gatan|väg|vägen|plan|torg|torget|gränd)$/.test(before?.lower ?? ""))
		return true;
	// "0771-11 40 00"
	return (
		(word?.numeral?.isDigits ?? false) && (/^0\d/.test(word?.text ?? "") || /^0\d/.test(words[at - 2]?.text ?? ""))
	);
}

/** "… per år", "… i månaden", "…/vecka" within a few words that all belong to what is counted. */
function isBeforePeriod(words: Word[], at: number): boolean {
	for (let index = at; index <= at + 4; index++) {
		if (PER_PERIOD.some((fits) => fits(words, index) > index)) return true;
		if (!isLetters(words[index]) || UNCOUNTABLE.test(words[index]?.lower ?? "")) return false;
	}
	return false;
}

const PER_PERIOD = phrases(
	"per|/ vecka|v|månad|mån|kvartal|tertial|termin|halvår|år|läsår|kalenderår;i veckan|månaden|kvartalet|halvåret|terminen;om året|månaden;varannan vecka|månad",
);

function isYear(words: Word[], at: number): boolean {
	return /^(19|20)\d\d$/.test(words[at]?.text ?? "");
}

/** Where "minst", "cirka" before the number begins. */
function startOf(words: Word[], at: number): number {
	for (const first of [at - 3, at - 2, at - 1]) {
		if (first >= 0 && [...AT_LEAST, ...ABOUT].some((fits) => fits(words, first) === at)) return first;
	}
	return at;
}

/** What is counted: the first word after the number that does not merely qualify it. */
function unitAfter(words: Word[], at: number): Match | null {
	for (let index = at; index < at + 5; index++) {
		const word = words[index];
		if (!isLetters(word) || UNCOUNTABLE.test(word.lower)) return null;
		if (PIECES.test(word.lower)) continue;
		if (partyOf(word)) return { first: index, end: index + 1 };
		const isQualifying = QUALIFYING.test(word.lower) && isLetters(words[index + 1]) && !isTimesLike(word);
		if (!isQualifying || UNCOUNTABLE.test(words[index + 1]?.lower ?? "")) return { first: index, end: index + 1 };
	}
	return null;
}

function isTimesLike(word: Word): boolean {
	return TIMES.test(word.lower) || HOURS.test(word.lower);
}

const VAGUE = phrases(
	"flera _;några tillfällen|gånger;ett antal _;ett flertal _;upprepade gånger|tillfällen;ett fåtal _",
);

const SHARE_OF = phrases("# %|procent;hälften|merparten|majoriteten|tredjedelen av");

/** "10 % av arbetstiden": a share, which is no number to count to. */
export function shareOf(words: Word[]): { from: number; to: number } | undefined {
	const match = findPhrase(words, SHARE_OF);
	return match && spanOf(words, match);
}

/** Words that speak of a number without giving it: "flera gånger", "ett antal". */
export function vagueQuantityOf(words: Word[]): { from: number; to: number } | undefined {
	const match = findPhrase(words, VAGUE);
	// "i flera stadsdelar" says where.
	if (!match || /^(i|på|från|med|av|mellan|hos|inom|för)$/.test(words[match.first - 1]?.lower ?? "")) return undefined;
	return spanOf(words, match);
}

/**
 * The number that a sentence promises: the one that it calls the lowest, else of times, else the first; "(2 st) … (2 st)" together.
 * Undefined: it promises none.
 */
export function mainQuantity(words: Word[], quantities: Quantity[]): Quantity | undefined {
	const main =
		quantities.find(({ isMinimum }) => isMinimum) ?? quantities.find(({ isTimes }) => isTimes) ?? quantities[0];
	const pieces = quantities.filter(
		({ match }) => words[match.end]?.lower === "st" && words[match.end + 1]?.text === ")",
	);
	const [first] = pieces;
	const last = pieces.at(-1);
	if (!main || !first || !last || pieces.length < 2 || pieces.length < quantities.length) return main;
	const parts = pieces.map(({ value }) => value);
	const match = { first: first.match.first, end: last.match.end };
	return { ...main, value: parts.reduce((sum, part) => sum + part, 0), parts, match };
}
