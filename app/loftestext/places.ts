import { partyOf } from "./partyNames.ts";
import { findPhrase, firstSentenceEnd, isLetters, type Match, phrases, type Word } from "./words.ts";

/** A set that each is to be reached. */
export interface PlaceSet {
	/** "samtliga kommundelar", or places by name. */
	names: string[];
	match: Match;
	/** "i kommunens tätorter": a set that a number may be meant for each of. */
	isImplied: boolean;
	/** "varje skola", "var och en av": a number is of each. */
	isEach: boolean;
}

/** Places, several of a kind. */
const AREA = [
	"*kommundelar|*kommundelarna|*tätorter|*tätorterna|*orter|*orterna|*stadsdelar|*stadsdelarna|*områden|*områdena",
	"*skolor|*skolorna|*byar|*byarna|*distrikt|*platser|*platserna|*församlingar|*enheter|*samhällen|*samhällena",
	"*fritidsgårdar|*fritidsgårdarna|*parker|*torg|*kvarter",
].join("|");
/** Groups that can be reached one by one. */
const GROUP = [
	"*elever|*klasser|årskurs*|*hushåll|*föreningar|*krogar|*restauranger|*serveringsställen|*butiker",
	"*förvaltningar|*chefer|*personal|*anställda",
].join("|");
/** What is held, each of which can be gone to. */
const GATHERING =
	"*möten|*träffar|*dialoger|*mottagningar|*hållplatser|*övergångsställen|*gångtunnlar|*lekplatser|*infarter";
const EACH_AREA = [
	"*kommundel|tätort|ort|*stadsdel|*område|*skola|*skolan|by|byn|plats|*klass|årskurs|enhet|*förskola|*butik|krog",
	"*hållplats|*station|*torg|*förening|*fritidsgård|*lekplats",
].join("|");
const ALL = phrases(`samtliga|alla _? ${AREA};samtliga|alla _? ${GROUP};samtliga|alla _? ${GATHERING}`);
/** "varje skola", "var och en av": a number is of each of them. */
const EACH = phrases(`varje|respektive _? ${EACH_AREA};var och en av`);
/** "samtliga" is said of a set, whatever it is of, but for those who do it. */
const EVERY = phrases("samtliga _");
const NO_SET =
	/^(medborgare|invånare|boende|kommuninvånare|parter|parterna|aktörer|berörda|inblandade|samverkande|samverkansparter|poliser|medverkande)$/;
/** "i kommunens tätorter" */
const IMPLIED = phrases(`kommunens|stadens|stadsdelens _? ${AREA};i tätorterna|orterna|kommundelarna|stadsdelarna`);
const LISTED = phrases(AREA);
/** What can be held in each of two places. */
const EVENTS_IN = phrases("*vandringar|*möten|*dialoger|*kontroller|*träffar i centrala?");

/** The set of places that a sentence says each are to be reached; undefined: none. */
export function placeSetOf(words: Word[]): PlaceSet | undefined {
	const listed = listedPlaces(words);
	if (listed) return listed;
	// What comes after the first sentence explains it.
	const said = words.slice(0, firstSentenceEnd(words));
	const each = findPhrase(said, EACH);
	if (each) return setOf(words, each, { isEach: true });
	const all = findPhrase(said, ALL) ?? everyOf(said);
	if (all) return setOf(words, all, {});
	const implied = findPhrase(words, IMPLIED);
	return implied && setOf(words, implied, { isImplied: true });
}

function setOf(words: Word[], match: Match, { isImplied = false, isEach = false }): PlaceSet {
	return { names: [textOf(words, match)], match, isImplied, isEach };
}

function everyOf(words: Word[]): Match | undefined {
	const match = findPhrase(words, EVERY);
	return match && !NO_SET.test(words[match.end - 1]?.lower ?? "") ? match : undefined;
}

/** At least three names in a row, or two where something that can be held in each is promised. */
function listedPlaces(words: Word[]): PlaceSet | undefined {
	for (let first = 0; first < words.length; first++) {
		if (!isCapital(words[first]) || !leadsToPlaces(words, first)) continue;
		const list = namesFrom(words, first);
		if (list.names.length >= (isAfterEvents(words, first) ? 2 : 3)) return { ...list, isImplied: false, isEach: false };
		first = Math.max(first, list.match.end - 1);
	}
	return undefined;
}

/** "i Bro", "i centrala Bro", "ytterområden, Bro", "Brogatan, …" first in the sentence. */
function leadsToPlaces(words: Word[], at: number): boolean {
	if (words[at]?.isFirst) return true;
	const before = [words[at - 1], words[at - 2]].map((word) => word?.lower ?? "");
	if (before.some((lower) => /^(i|på|vid|kring|runt|till|mellan|omkring|utanför|längs)$/.test(lower))) return true;
	return LISTED.some((fits) => [at - 1, at - 2].some((start) => start >= 0 && fits(words, start) > start));
}

function isAfterEvents(words: Word[], at: number): boolean {
	return EVENTS_IN.some((fits) => [at - 2, at - 3].some((start) => start >= 0 && fits(words, start) === at));
}

function namesFrom(words: Word[], at: number): { names: string[]; match: Match } {
	const names: string[] = [];
	let end = at;
	for (let index = at; index < words.length; ) {
		const nameEnd = nameFrom(words, index);
		// A party is no place, however it is spelt.
		if (nameEnd === index || words.slice(index, nameEnd).some((word) => partyOf(word))) break;
		names.push(textOf(words, { first: index, end: nameEnd }));
		end = nameEnd;
		index = end;
		while (index < end + 2 && /^(,|och|samt)$/.test(words[index]?.lower ?? "")) index += 1;
		if (index === end) break;
	}
	return { names, match: { first: at, end } };
}

/** The word after a name of words with capital letters: "Norra Nissastigen", "Ramvik/Hälledal". */
function nameFrom(words: Word[], at: number): number {
	let index = at;
	while (index < words.length && isCapital(words[index]) && (index === at || !words[index]?.isFirst)) {
		index += 1;
		if (words[index]?.text === "/" && words[index]?.isGlued && isCapital(words[index + 1])) index += 1;
	}
	return index;
}

function isCapital(word: Word | undefined): boolean {
	return isLetters(word) && /^\p{Lu}\p{Ll}/u.test(word.text);
}

function textOf(words: Word[], { first, end }: Match): string {
	return words
		.slice(first, end)
		.map((word, index) => (index > 0 && !word.isGlued ? ` ${word.text}` : word.text))
		.join("");
}
