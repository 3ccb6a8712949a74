import type { ReadPer } from "./reading.ts";
import { findPhrase, type Match, type Phrase, phrases, type Word } from "./words.ts";

/** How often: what a number is counted over, or what repeats by itself. */
export interface Cadence {
	per: ReadPer | null;
	match: Match;
	/** "varje vecka", "årligen": once in each, although no number is given. */
	isOnceEach: boolean;
	/** "under året": it may be any year or the one that the dokument was signed in. */
	isOneYear: boolean;
	/** "varannan vecka": a rhythm that no single period holds. */
	isOdd: boolean;
}

const PERIODS: { per: ReadPer | null; phrases: Phrase[]; isOnceEach?: true; isOneYear?: true; isOdd?: true }[] = [
	{
		per: null,
		isOdd: true,
		phrases: phrases(
			[
				"varannan|vartannat|varann vecka|månad|termin|kvartal|år|helg;var annan vecka|månad|helg",
				"var andra|tredje|fjärde|femte|sjätte vecka;var fjortonde|tionde|tjugonde|tredje dag;var # : e dag;var # dag",
				"varje|per dygn;per dag;om dagen|dygnet;/ dag|dygn",
				"per|varje halvår;halvårsvis|halvårsvisa|halvårsvist;i|/ halvåret|halvår;under varje halvår;en gång i halvåret",
			].join(";"),
		),
	},
	{ per: "quarter", isOnceEach: true, phrases: phrases("var tredje månad;varje kvartal;kvartalsvis;kvartalsvisa") },
	{
		per: "tertial",
		isOnceEach: true,
		phrases: phrases("var fjärde månad;varje tertial;tertialsvis;tertialvis;tertialsvisa"),
	},
	{ per: "week", isOnceEach: true, phrases: phrases("varje kalendervecka|vecka;veckovis;veckovisa;veckoligen") },
	{
		per: "month",
		isOnceEach: true,
		phrases: phrases("varje kalendermånad|månad;månadsvis;månadsvisa;månatligen;månatlig|månatliga"),
	},
	{
		per: "termin",
		isOnceEach: true,
		phrases: phrases("varje ny? termin|skoltermin|vårtermin|hösttermin;terminsvis;terminsvisa"),
	},
	{
		per: "year",
		isOnceEach: true,
		phrases: phrases("varje år|kalenderår|läsår|höst|vår|sommar|vinter;årligen;årligt;årsvis"),
	},
	{ per: "week", phrases: phrases("per kalendervecka|vecka|v;i veckan;/ vecka|v;om veckan;under veckan") },
	{ per: "month", phrases: phrases("per kalendermånad|månad|mån;i månaden|månad;/ månad|mån;om månaden") },
	{ per: "quarter", phrases: phrases("per kvartal;i kvartalet;/ kvartal") },
	{ per: "tertial", phrases: phrases("per tertial;/ tertial;i tertialet") },
	{ per: "termin", phrases: phrases("per termin|skoltermin|vårtermin|hösttermin;i terminen;/ termin;under terminen") },
	{ per: "year", phrases: phrases("per kalenderår|år|läsår|avtalsår;om året;/ år;i varje år") },
	{
		per: "period",
		phrases: phrases(
			"under hela? *perioden|avtalstiden|löftestiden|giltighetstiden;under hela? period;under tiden för",
		),
	},
	{ per: "period", phrases: phrases("under åren? 19*|20* -|–|och|till 19*|20*") },
	{ per: "year", phrases: phrases("under år? 19*|20*;år 20*;för år? 20*;under kalenderåret|verksamhetsåret|läsåret") },
	{
		per: "year",
		isOneYear: true,
		phrases: phrases("under hela? året;i år;i året;under det? kommande|innevarande|första år|året;under ett år"),
	},
];

/** What the sentence says of how often, most telling first; undefined: nothing. */
export function cadenceOf(words: Word[]): Cadence | undefined {
	for (const { per, isOnceEach, isOneYear, isOdd, phrases: patterns } of PERIODS) {
		const match = findPhrase(words, patterns);
		if (match)
			return { per, match, isOnceEach: isOnceEach ?? false, isOneYear: isOneYear ?? false, isOdd: isOdd ?? false };
	}
	return yearAtEnd(words);
}

/** "vid minst två riskkvällar 2019." */
function yearAtEnd(words: Word[]): Cadence | undefined {
	const at = words.findLastIndex(isLetterOrNumber);
	const isAfterWord =
		/^\p{L}/u.test(words[at - 1]?.text ?? "") && !/^(till|och|från|sedan|e)$/.test(words[at - 1]?.lower ?? "");
	if (!isAfterWord || !/^20\d\d$/.test(words[at]?.text ?? "")) return undefined;
	return { per: "year", match: { first: at, end: at + 1 }, isOnceEach: false, isOneYear: false, isOdd: false };
}

const isLetterOrNumber = ({ text }: Word) => /[\p{L}\d]/u.test(text);

/** Said outright, also of what goes on as before: "fortsätta med regelbundna möten". */
const REGULAR = phrases("återkommande;regelbunden|regelbundna|regelbundet;dagligen");
const EVENTS =
	"*evenemang|*evenemangen|*arrangemang|*arrangemangen|*festival|*festivaler|*marknad|*marknader|*högtider";
const RECURRING = phrases(
	[
		"daglig|dagliga;varje dag|kväll|natt|helg|morgon|skoldag|vardag|löning*|helgkväll|fredag*|lördag*",
		"fast|fasta öppettider|öppettid|tider|tidpunkter|tidpunkt|tid|dagar;bestämda|regelbundna tider|dagar|tidpunkter",
		"vid|inför|under? riskhelger|riskkvällar|riskkvällarna|riskhelgerna|riskdagar|storhelger|lov|skolavslutning*|skollov;inför och|samt under|vid;inför|vid varje|samtliga|alla _;särskilda riskkvällar|riskhelger",
		"på|under|vid lov|loven|helger|helgerna|helgkvällar|helgnätter;löning*",
		`vid|under|inför|kring _? _? _? ${EVENTS}`,
		"vid|under|inför vintersäsongen|sommarsäsongen|högsäsong|skolstarten|skolstart|lönehelger|storhelger|midsommar*|valborg*|halloween|lucia|nyår*|student*",
		`i samband med _? _? ${EVENTS}`,
		"i samband med skolstart*|skolavslutning*|storhelger|riskhelger|lönehelger|lov|loven|terminsstart*",
		"helgkvällar|helgkvällarna|helgnätter|natthelger",
	].join(";"),
);

/** "regelbundet", "återkommande", "dagligen"; undefined: none of them. */
export function regularityOf(words: Word[]): Match | undefined {
	const match = findPhrase(words, REGULAR);
	// "mer regelbundet" than now says how often no more than "oftare" does.
	return match && words[match.first - 1]?.lower === "mer" ? undefined : match;
}

/** Words that say that it comes back, without a number: "varje kväll", "vid riskhelger", "fasta öppettider". */
export function recurrenceOf(words: Word[]): Match | undefined {
	return findPhrase(words, RECURRING);
}

/** An end of time for each case, which is no cadence: "inom en vecka", "senast tre dagar efter". */
const DEADLINE = phrases(
	"inom # dygn|dag|dagar|arbetsdagar|vecka|veckor|månad|månader|timmar|timme;senast # dagar|veckor|månader",
);

/** "kontakt inom en vecka"; undefined: there is no such end. */
export function deadlineOf(words: Word[]): Match | undefined {
	return findPhrase(words, DEADLINE);
}

/** What makes a number a day of the year. */
const MONTH = /^(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|\/)$/;
const DAYS = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"] as const;

/** The weekdays of a cadence, in the order of the week, and the words that name them. */
export interface Weekdays {
	days: string[];
	match: Match;
	/** They come back: "fredagar", "varje torsdag"; otherwise it is a single day. */
	isRecurring: boolean;
	/** "varje torsdag", "alla fredagar": each of them. */
	isEach: boolean;
	/** "första onsdagen i månaden": once a month. */
	isMonthly: boolean;
}

/** The weekdays that a sentence names; "torsdagen den 17 november" is a date and none. Undefined: it names none. */
export function weekdaysOf(words: Word[]): Weekdays | undefined {
	const found = new Set<number>();
	let match: Match | undefined;
	let isRecurring = false;
	let isEach = false;
	let isMonthly = false;
	let last = -1;
	for (const [index, { lower }] of words.entries()) {
		const day = DAYS.findIndex((name) => lower.startsWith(name));
		if (day === -1 || isDate(words, index)) continue;
		const ending = lower.slice((DAYS[day] ?? "").length);
		const before = words[index - 1]?.lower ?? "";
		isRecurring ||= /^(ar|arna|ars|s?kväll.*|s?natt|s?nätter.*|s?eftermiddag.*|s?förmiddag.*)$/.test(ending);
		isEach ||= /^(varje|varannan|alla|samtliga|helgfri|helgfria)$/.test(before);
		isMonthly ||= IN_MONTH.some((fits) => fits(words, index + 1) > 0);
		// "måndag till fredag", "måndag–torsdag": the days between as well.
		if (last !== -1 && match?.end === index - 1 && /^(till|-|–|t)$/.test(before) && words[index - 2]?.lower !== "och")
			for (let between = last; between < day; between++) found.add(between);
		found.add(day);
		last = day;
		match = { first: match?.first ?? index, end: index + 1 };
	}
	if (!match) return undefined;
	const days = [...found].sort((one, other) => one - other).map((day) => DAYS[day] ?? "");
	return { days, match, isRecurring: isRecurring || isEach || isMonthly || days.length > 1, isEach, isMonthly };
}

const IN_MONTH = phrases("i varje? månad|månaden;varje månad");

/** "torsdagen den 17 november", "torsdag 17/11" */
function isDate(words: Word[], at: number): boolean {
	const after = words[at + 1];
	return after?.lower === "den" || (after?.numeral?.isDigits === true && MONTH.test(words[at + 2]?.lower ?? ""));
}
