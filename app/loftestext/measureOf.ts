import type { MeasureKind } from "#app/domain/measureKind.ts";
import { type Cadence, recurrenceOf, type Weekdays } from "./cadence.ts";
import type { PlaceSet } from "./places.ts";
import type { Quantity } from "./quantity.ts";
import { findPhrase, type Match, type Phrase, phrases, type Word } from "./words.ts";

/** How an aktivitet is measured, and the words that say so; null: nothing else fits. */
export interface ReadMeasure {
	kind: MeasureKind;
	match: Match | null;
	/** The words would bear another way as well. */
	isDoubtful: boolean;
}

/** A measured value that is to move. */
const OUTCOME = phrases(
	[
		"sänka|sänker|sänkt *hastighet*",
		"minska|minskar|minskat|halvera|halverar|reducera|reducerar antalet|andelen",
		"öka|ökar|höja|höjer andelen",
		"öka|ökar antalet anmäl*|tips|*anmälningar",
		"färre|fler ska|skall|som? upplever|uppleva|känner|känna|anser|anse|utsätts|utsättas|drabbas",
		"färre döda|skadade|anmäl*|*brott|*olyckor|*inbrott|*stölder",
		"andelen|antalet _? _? _? ska|skall minska|öka|sjunka",
		"göra|gör _ _? _? tryggare|säkrare",
		"öka|ökar|minska|minskar|sänka|sänker|höja|höjer _? _? med # %|procent",
	].join(";"),
);
/** What is to become less, as what the sentence itself promises and not as what it is for. */
const LESS = phrases("att? minska|minskar|minskad|minskade|minskat|halvera|halverad|sänka|sänkt _");
const LESS_BY_ALL = phrases("ska|skall minska|halvera|sänka _;lovar att? minska|halvera|sänka _");
const DECIDED = phrases("beslutade åtgärder;beslutade åtgärderna");
const OTHERS_EVENTS = phrases(
	"delta|deltar|medverka|medverkar|närvara|närvarar vid|på|i kommunens|polisens *er|*or|*ar|*erna|*orna|*arna",
);
const SHARE = phrases("andelen|antalet");
const MOVES = phrases("ska|skall öka|minska|sjunka|halveras|minskas|ökas|vara lägre|högre?");
/** What a number is summed up over; in shorter periods it comes back. */
const COUNTED_OVER = /^(year|tertial|period)$/;
/** Without a beginning or an end. */
const CONTINUOUS = phrases(
	"löpande|fortlöpande|kontinuerlig|kontinuerligt|kontinuerliga|ständigt|fortsatt|fortsätta|fortsätter",
);

/** What is done once it is done: something that was not there is. */
const ONCE = phrases(
	[
		"öppna|öppnar|öppnas|inrätta|inrättar|inrättas|införa|införs|upplåta|upplåter|upplåts|starta|startar|startas",
		"ta|tar|tas|tagit _? _? _? _? _? fram;fram tas|tar;upprätta|upprättar|upprättas;anställa|anställer|anställs",
		"arbeta|arbetar|arbetas fram;utarbeta|utarbetar|utarbetas;rekrytera|rekryterar|rekryteras;utse|utser|utses",
		"installera|installerar|installeras;montera|monterar|monteras;bygga|bygger|byggs;anlägga|anlägger|anläggs",
		"etablera|etablerar|etableras;tillsätta|tillsätter|tillsätts;upphandla|upphandlar|upphandlas;bilda|bildar|bildas",
		"sätta|sätter|sätts upp;rusta|rustar|rustas upp|om;bygga|bygger|byggs om|ut;renovera|renoverar|renoveras",
		"belysa|belyses;byta|byter|byts;ersätta|ersätter|ersätts;komplettera|kompletterar|kompletteras",
		"stänga|stänger|stängs;flytta|flyttar|flyttas;riva|river|rivs;plantera|planterar;köpa|köper|köps in;inviga",
		"söka|söker|söks tillstånd;ansöka|ansöker om;certifiera|certifieras;få _? permanent *;permanenta|permanentas",
		"informera|informerar på sin|kommunens|polisens hemsida|webbplats|webbsida;publicera|publicerar|publiceras",
		"utreda|utreder|utreds;inventera|inventerar|inventeras;lansera|lanserar|lanseras;anta;färdigställa|färdigställs",
		"placera|placerar|placeras ut;skylta|skyltar;asfaltera|asfalteras;införskaffa|införskaffar;omvandla|omvandlas",
		"påbörja|påbörjar|påbörjas;inleda|inleder|inleds;iordningställa|iordningställs;fastställa|fastställer|fastställs",
		"skapa|skapar|skapas _? _? *plan|*grupp|*rutin|*rutiner|*råd|*funktion|*modell|*mötesplats|*mötesplatser",
		"kommunen|polisen inför|startar|inrättar;implementera|implementerar|implementeras;teckna|tecknar|tecknas;följa|följer upp _ när",
	].join(";"),
);
/** A time of the year. */
const SEASON = phrases(
	[
		"under|på|varje hela? sommaren|sommarmånaderna|sommartid|sommarlovet|sommarhalvåret|vintern|vinterhalvåret|hösten|våren|lovet|loven",
		"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november till|–|-|t januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
	].join(";"),
);
/** A single one of what can be done many times. */
const SINGLE = phrases(
	[
		"gå|går|gör|göra|hålla|håller|hålls|genomföra|genomför|genomförs|anordna|anordnar|anordnas|arrangera|arrangerar en|ett",
		"ordna|ordnar|bjuda|bjuder|utforma|utformar|utformas|delta|deltar in? till? en|ett",
		"beskära|beskär|beskärs;röja|röjer|röjs;slyröja|gallra;laga|lagar|lagas;ta|tar|tas bort",
		"revidera|revideras;uppdatera|uppdateras;utvärdera|utvärderar|utvärderas",
		"hålla|håller|genomföra|genomför|anordna|arrangera *dialog|*kampanj|*utbildning|*mätning|*enkät|*undersökning",
		"den årliga _;under en arbetsdag|dag|kväll|*dag|*kväll|*vecka",
	].join(";"),
);

/** The same words of what has no end. */
const NOT_ONCE = phrases(
	[
		"bygga|bygger|byggs _? relation*|förtroende*|tillit*|nätverk*|kontakt*|broar|vidare|på",
		"byta|byter erfarenhet*|information*;flytta|flyttar fram;starta|startar från",
		"hålla|håller|ha|har en|ett hög|högt|god|gott|tät|nära|aktiv|fortsatt",
	].join(";"),
);

function findOnce(words: Word[], once: Phrase[]): Match | undefined {
	return findPhrase(
		words,
		once.map((fits) => (all, at) => (NOT_ONCE.some((unlike) => unlike(all, at) > at) ? -1 : fits(all, at))),
	);
}

/** How an aktivitet is measured, from the most telling words to the least. */
export function measureOf(
	words: Word[],
	read: {
		quantity: Quantity | undefined;
		cadence: Cadence | undefined;
		weekdays: Weekdays | undefined;
		places: PlaceSet | undefined;
	},
): ReadMeasure {
	const { quantity, cadence, weekdays, places } = read;
	const isOften = cadence !== undefined && (cadence.isOdd || !COUNTED_OVER.test(cadence.per ?? ""));
	// "tio fotpatruller, fredagar och lördagar": the number is what is agreed, and the days say when.
	if (weekdays?.isRecurring && (!quantity || weekdays.isEach || isOften))
		return { kind: "recurring", match: weekdays.match, isDoubtful: false };
	if (quantity) {
		if (places && quantity.value === 1 && !isOften) return { kind: "coverage", match: places.match, isDoubtful: false };
		return isOften
			? { kind: "recurring", match: cadence.match, isDoubtful: false }
			: { kind: "count", match: quantity.match, isDoubtful: false };
	}
	if (cadence?.isOnceEach || cadence?.isOdd) return { kind: "recurring", match: cadence.match, isDoubtful: false };
	const outcome = findPhrase(words, OUTCOME) ?? (findPhrase(words, MOVES) && findPhrase(words, SHARE));
	if (outcome) return { kind: "outcome", match: outcome, isDoubtful: false };
	const less = LESS.some((fits) => fits(words, 0) > 0) ? { first: 0, end: 1 } : findPhrase(words, LESS_BY_ALL);
	if (less) return { kind: "outcome", match: less, isDoubtful: true };
	if (places && !places.isImplied) return { kind: "coverage", match: places.match, isDoubtful: false };
	const others = findPhrase(words, OTHERS_EVENTS) ?? findPhrase(words, DECIDED);
	if (others) return { kind: "coverage", match: others, isDoubtful: false };
	const isContinuous = findPhrase(words, CONTINUOUS) !== undefined;
	const recurrence = isContinuous ? undefined : recurrenceOf(words);
	if (recurrence) return { kind: "recurring", match: recurrence, isDoubtful: false };
	const once = findOnce(words, ONCE);
	if (once) return { kind: "milestone", match: once, isDoubtful: false };
	const single = isContinuous ? undefined : findOnce(words, SINGLE);
	if (single) return { kind: "milestone", match: single, isDoubtful: true };
	const season = findPhrase(words, SEASON);
	if (season) return { kind: "recurring", match: season, isDoubtful: true };
	return { kind: "ongoing", match: null, isDoubtful: false };
}
