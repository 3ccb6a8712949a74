import { findPhrase, type Match, type Phrase, phrases, type Word } from "./words.ts";

/** What is done once it is done: something that was not there is. */
const ONCE = phrases(
	[
		"öppna|öppnar|öppnas|inrätta|inrättar|inrättas|införa|införs|införas|upplåta|upplåter|upplåts|upplåtas|starta|startar|startas",
		"ta|tar|tas|tagit _? _? _? _? _? fram;fram tas|tar;upprätta|upprättar|upprättas;anställa|anställer|anställs|anställas",
		"arbeta|arbetar|arbetas fram;utarbeta|utarbetar|utarbetas;rekrytera|rekryterar|rekryteras;utse|utser|utses",
		"installera|installerar|installeras;montera|monterar|monteras;bygga|bygger|byggs|byggas;anlägga|anlägger|anläggs|anläggas",
		"etablera|etablerar|etableras;tillsätta|tillsätter|tillsätts|tillsättas;upphandla|upphandlar|upphandlas;bilda|bildar|bildas",
		"sätta|sätter|sätts|sättas upp;rusta|rustar|rustas upp|om;bygga|bygger|byggs|byggas om|ut;renovera|renoverar|renoveras",
		"belysa|belyses|belysas;byta|byter|byts|bytas;ersätta|ersätter|ersätts|ersättas;komplettera|kompletterar|kompletteras",
		"stänga|stänger|stängs|stängas;flytta|flyttar|flyttas;riva|river|rivs|rivas;plantera|planterar;köpa|köper|köps|köpas in;inviga",
		"söka|söker|söks|sökas tillstånd;ansöka|ansöker om;certifiera|certifieras;få _? permanent *;permanenta|permanentas;tas|tagas i bruk|drift",
		"informera|informerar på sin|kommunens|polisens hemsida|webbplats|webbsida",
		"offentliggöra|offentliggör|offentliggörs;utreda|utreder|utreds;inventera|inventerar|inventeras;lansera|lanserar|lanseras;anta;färdigställa|färdigställs|färdigställas",
		"undersöka|undersöker|undersöks möjligheten|möjligheterna|möjliga|förutsättningarna|om|hur",
		"se|ser över möjligheten|möjligheterna|förutsättningarna",
		"placera|placerar|placeras ut;skylta|skyltar;asfaltera|asfalteras;införskaffa|införskaffar;omvandla|omvandlas",
		"påbörja|påbörjar|påbörjas;inleda|inleder|inleds|inledas;iordningställa|iordningställs|iordningställas;fastställa|fastställer|fastställs",
		"skapa|skapar|skapas _? _? *plan|*grupp|*rutin|*rutiner|*råd|*funktion|*modell|*mötesplats|*mötesplatser|*nätverk|*forum|brå",
		"kommunen|polisen inför|startar|inrättar;implementera|implementerar|implementeras;teckna|tecknar|tecknas;följa|följer upp _ när",
	].join(";"),
);
/** A single one of what can be done many times. */
const SINGLE = phrases(
	[
		"gå|går|gör|göra|hålla|håller|hålls|genomföra|genomför|genomförs|anordna|anordnar|anordnas|arrangera|arrangerar en|ett",
		"ordna|ordnar|bjuda|bjuder|planera|planerar|utforma|utformar|utformas|delta|deltar in? till? en|ett",
		"en|ett _ _? _? _? ska|skall|bör|kommer att? genomföras|hållas|göras|anordnas|arrangeras|ordnas|tas",
		"ta|tar|tas bort",
		"revidera|revideras;uppdatera|uppdateras;utvärdera|utvärderar|utvärderas",
		"hålla|håller|genomföra|genomför|anordna|arrangera|göra|gör _? *dialog|*kampanj|*mätning|*enkät|*undersökning",
		"gå|går|hålla|genomföra|ordna _? *vandring;*dialog|*kampanj|*mätning|*enkät|*undersökning|*vandring görs|genomförs|hålls|anordnas|ordnas",
		"genom en|ett *enkät|*undersökning|*kampanj|*mätning",
		"görs|genomförs|hålls|anordnas|ordnas|påbörjas under våren|hösten|sommaren|vintern 20*",
		"i januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december _",
		"den årliga _;under en arbetsdag|dag|kväll|*dag|*kväll|*vecka",
	].join(";"),
);
/** A day by which it is to be done. */
const BY_A_DAY = phrases(
	[
		"senast|före|innan|till den? # januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
		"senast|före|innan januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
		"senast|före|innan sommaren|hösten|vintern|våren|jul|årsskiftet|utgången|årets|halvårsskiftet|#",
		"ska|skall vara klar|klart|klara|färdig|färdigt|färdiga|genomförd|genomfört|installerad|installerat",
	].join(";"),
);

/** The same words of what has no end. */
const NOT_ONCE = phrases(
	[
		"bygga|bygger|byggs _? relation*|förtroende*|tillit*|nätverk*|kontakt*|broar;bygga|bygger|byggs vidare|på;bygger därefter|sedan på",
		"byta|byter erfarenhet*|information*;flytta|flyttar fram;starta|startar från;ta|tar _? _? fram emot",
		"hålla|håller|ha|har en|ett hög|högt|god|gott|tät|nära|aktiv|fortsatt|öppen",
		"göra|gör|genomföra|genomför|hålla|håller|ordna|ordnar en|ett antal|flertal|mängd|*tal",
		"belysa|belyser _? _? lag*|fråg*|vikt*|ämne*|problem*",
		"_ och|samt utveckla|utvecklar|vidareutveckla|förstärka|stärka|förbättra",
		"_ med? fler|flera|mer|ytterligare|löpande|kontinuerligt",
	].join(";"),
);
/** What others are helped with: "stötta dem som vill starta". */
const HELPED =
	/^(stödja|stödjer|stöder|stötta|stöttar|underlätta|underlättar|uppmuntra|uppmuntrar|hjälpa|hjälper|inspirera|inspirerar|möjliggöra|som|vill|fortsätta|fortsätter|fortsatt|fortsatta|löpande|fortlöpande|kontinuerligt|kontinuerlig)$/;
/** "ta fram den löpande lägesbilden" */
const ENDLESS = /^(löpande|fortlöpande|kontinuerlig|kontinuerliga|kontinuerligt)$/;
/** "arbeta för att få": what is worked for is what is promised. */
const WORKS_FOR = /^(arbeta|arbetar|verka|verkar|jobba|jobbar|ansvara|ansvarar|lobba)$/;

/** What is done once and then is there; undefined: nothing. */
export function onceOf(words: Word[]): Match | undefined {
	return findPromised(words, ONCE);
}

/** What is done a single time, although it could be many; undefined: nothing. */
export function singleOf(words: Word[]): Match | undefined {
	return findPromised(words, SINGLE);
}

/** A day by which it is to be done: "senast den 1 oktober"; undefined: none. */
export function dueOf(words: Word[]): Match | undefined {
	return findPhrase(words, BY_A_DAY);
}

/** Where the first of the phrases stands as what is promised itself: not as what it is for, nor what somebody is helped with. */
function findPromised(words: Word[], sought: Phrase[]): Match | undefined {
	const promised = sought.map((fits) => (all: Word[], at: number) => {
		const end = fits(all, at);
		if (end <= at || NOT_ONCE.some((unlike) => unlike(all, at) > at) || isAside(all, at)) return -1;
		return all.slice(at, end + 2).some(({ lower }) => ENDLESS.test(lower)) ? -1 : end;
	});
	return findPhrase(words, promised);
}

/** Whether what stands before, in the same sentence, makes it another's, without an end, or only what it is for. */
function isAside(words: Word[], at: number): boolean {
	for (let before = at - 1; before >= 0; before--) {
		const lower = words[before]?.lower ?? "";
		if (HELPED.test(lower)) return true;
		const isFor = lower === "att" && words[before - 1]?.lower === "för";
		if (isFor && !isWorkedFor(words, before - 2)) return true;
		// "arbetar för en trygg miljö genom att undersöka": what is gone on with is what is promised.
		if (lower === "att" && words[before - 1]?.lower === "genom" && isAfterWork(words, before)) return true;
		if (words[before]?.isFirst) return false;
	}
	return false;
}

function isAfterWork(words: Word[], at: number): boolean {
	return words.slice(Math.max(0, at - 20), at).some(({ lower }) => WORKS_FOR.test(lower));
}

/** "arbetar tillsammans för att" */
function isWorkedFor(words: Word[], at: number): boolean {
	return [at, at - 1, at - 2].some((index) => WORKS_FOR.test(words[index]?.lower ?? ""));
}
