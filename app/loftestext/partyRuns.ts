import { partyOf } from "./partyNames.ts";
import { isLetters, type Match, type Word } from "./words.ts";

/** Parties named in a row: "polisen och kommunen", "Polis, räddningstjänsten samt Energibolaget". */
export interface PartyRun {
	names: string[];
	match: Match;
	/** One of them at least is known by what it is, and not by a capital letter alone. */
	hasKnown: boolean;
	/** Some of them are misspelt in the text: "Polsien". */
	isMisspelt: boolean;
	/** The last one owns what comes after: "kommunens hemsida". */
	isGenitive: boolean;
}

/** Words before the one that says which kind of party it is: "lokala", "uniformerad". */
const LEADING = /^(den|det|de|lokala?|uniformerade?|kommunala|vår|våra|ideella|berörda|övriga|hela|både|närmaste)$/;

/**
 * The parties named in a row from a word on; undefined: none begins there.
 *
 * @param mayStartUnknown the first may be an organisation that only a capital letter tells ("Energibolaget")
 */
export function partyRunAt(words: Word[], at: number, mayStartUnknown = false): PartyRun | undefined {
	const names: string[] = [];
	let hasKnown = false;
	let isMisspelt = false;
	let isGenitive = false;
	let end = at;
	for (let index = at; index < words.length; ) {
		const party = oneParty(words, index, names.length > 0 || mayStartUnknown, names.length > 0);
		if (!party) break;
		if (!names.includes(party.name)) names.push(party.name);
		hasKnown ||= party.isKnown;
		isMisspelt ||= party.isMisspelt;
		isGenitive = party.isGenitive;
		end = party.end;
		index = afterJoining(words, end);
		if (index === end) break;
	}
	return names.length === 0 ? undefined : { names, match: { first: at, end }, hasKnown, isMisspelt, isGenitive };
}

/** After ", ", "och", "/" and the like; where it was when none stands there. */
function afterJoining(words: Word[], at: number): number {
	let index = at;
	while (index < at + 2 && /^(,|och|samt|\/|&|\+|även)$/.test(words[index]?.lower ?? "")) index += 1;
	return index;
}

interface OneParty {
	name: string;
	isKnown: boolean;
	isMisspelt: boolean;
	isGenitive: boolean;
	end: number;
}

const DEFINITE = /^\p{Ll}{4,}(an|en|et|na)$/u;
const MODAL = /^(ska|skall|kommer|lovar|bör)$/;

function oneParty(words: Word[], at: number, mayBeUnknown: boolean, hasNames: boolean): OneParty | undefined {
	// "Upplands Väsby kommun": up to three words before the one that says which kind of party it is.
	for (let index = at; index < at + 4; index++) {
		const word = words[index];
		if (!isLetters(word) || (index > at && word.isFirst)) break;
		const party = partyOf(word);
		const region = party?.name === "region" ? words[index + 1] : undefined;
		// "Region Skåne"
		if (isLetters(region) && isCapital(region) && !region.isFirst)
			return { name: `Region ${region.text}`, isKnown: true, isMisspelt: false, isGenitive: false, end: index + 2 };
		if (party && (index === at || OF_PLACES.test(party.name) || LEADING.test(words[at]?.lower ?? "")))
			return { ...party, isKnown: true, isGenitive: isGenitive(word), end: index + 1 + placeNameLength(words, index) };
		if (!isCapital(word) && !LEADING.test(word.lower)) break;
	}
	const word = words[at];
	// "Polis, socialtjänst och elevhälsan ska": last in a row of those who do it.
	if (hasNames && isLetters(word) && DEFINITE.test(word.lower) && MODAL.test(words[at + 1]?.lower ?? ""))
		return { name: word.lower, isKnown: false, isMisspelt: false, isGenitive: false, end: at + 1 };
	const isUnknown = mayBeUnknown && isLetters(word) && isCapital(word) && !word.isFirst;
	if (!isUnknown) return undefined;
	let end = at + 1;
	// "Svenska Kyrkan": a name of several words.
	for (let next = words[end]; isLetters(next) && isCapital(next) && !next.isFirst && !partyOf(next); next = words[end])
		end += 1;
	// "Södertörns brandförsvarsförbund"
	if (/s$/.test(words[end - 1]?.lower ?? "") && OF_A_PLACE.test(words[end]?.lower ?? "")) end += 1;
	else if (!hasNames && /s$/.test(words[end - 1]?.lower ?? "") && isOwned(words[end])) return undefined;
	const name = words.slice(at, end).map(({ text }) => text);
	return { name: name.join(" "), isKnown: false, isMisspelt: false, isGenitive: false, end };
}

/** What has a place before its name: "Upplands Väsby kommun". */
const OF_PLACES = /^(polis|kommun|stadsdel|region|räddningstjänst|länsstyrelse)$/;
/** "Västtrafiks trygghetsvärdar": what an organisation has is not itself. */
function isOwned(word: Word | undefined): boolean {
	return (
		isLetters(word) &&
		/^\p{Ll}/u.test(word.text) &&
		!/^(och|samt|ska|skall|lovar|kommer|att|i|på|om|för|kring|mot|där|som|så)$/.test(word.lower)
	);
}

/** What a place owns: "Bros bostadsbolag". */
const OF_A_PLACE = /(förbund|förening|bolag|församling|stift|hem|bostäder|energi)$/;

/** "lokalpolisområde Norr", "polisen i Norr": how many words the name takes that follows it. */
function placeNameLength(words: Word[], at: number): number {
	const isArea = /^(lokal)?polisområde$/.test(words[at]?.lower ?? "");
	const first = isArea ? at + 1 : at + 2;
	if (!isArea && !/^(i|på)$/.test(words[at + 1]?.lower ?? "")) return 0;
	let end = first;
	for (let next = words[end]; isLetters(next) && isCapital(next) && !next.isFirst && !partyOf(next); next = words[end])
		end += 1;
	return end === first ? 0 : end - at - 1;
}

function isCapital(word: Word): boolean {
	return /^\p{Lu}/u.test(word.text);
}

function isGenitive({ lower }: Word): boolean {
	return lower.endsWith("s") && !lower.endsWith("polis");
}
