import { partyOf } from "./partyNames.ts";
import { isLetters, type Match, type Word } from "./words.ts";

/** How the names of those who may undertake something end, beside the parties that are known by what they are. */
const ORGANISATION =
	/(bostäder|bostad|hem|verken|verket|bolaget|förbundet|förbund|föreningen|trafiken|energi|fastigheter|stiftelsen|församlingen|koncernen|kooperativet|företagarna)$/;
/** Ways of working, which nobody is. */
const NOBODY = /^(EST|SSPF|SSP|ANDT|ANDTS|SIG|SMADIT|LOV|LVU|GIS|PDF|POLISEN|KOMMUNEN|VI)$/;
const UNDERTAKING = /^(ska|skall|kommer|lovar|åtar|ansvarar|fortsätter|avser|ser|bidrar|erbjuder|genomför)$/;
/** What begins a sentence, and no name. */
const OPENS =
	/^(i|på|vid|under|för|genom|med|inom|utifrån|till|från|av|det|den|de|detta|vi|att|samt|när|där|som|fler|ett|en)$/;
const MOST_WORDS = 3;

/**
 * An organisation that stands as who does it, by a name with capital letters: "Tekniska verken (TVAB) kommer att", "HSB ska". What
 * merely begins a sentence ("Trafikkontroller ska genomföras") is none.
 */
export function organisationAt(words: Word[], at: number): { name: string; match: Match } | undefined {
	const named = organisationNameAt(words, at);
	return named && UNDERTAKING.test(words[named.match.end]?.lower ?? "") ? named : undefined;
}

/** The name of an organisation, by its form alone; undefined: none stands there. */
export function organisationNameAt(words: Word[], at: number): { name: string; match: Match } | undefined {
	let end = at;
	while (end < at + MOST_WORDS && isNamePart(words, at, end)) end += 1;
	if (end === at) return undefined;
	const afterName = afterAbbreviation(words, end);
	const parts = words.slice(at, end);
	const isKnownForm =
		afterName > end ||
		ORGANISATION.test(parts.at(-1)?.lower ?? "") ||
		parts.some(({ text }) => /^\p{Lu}{2,}$/u.test(text)) ||
		(parts.length > 1 && parts.every(({ text }) => /^\p{Lu}/u.test(text)));
	if (!isKnownForm || parts.some(({ text }) => NOBODY.test(text))) return undefined;
	return { name: parts.map(({ text }) => text).join(" "), match: { first: at, end: afterName } };
}

/** A word of a name: the first has a capital letter, the last may say what it is ("Tekniska verken"). */
function isNamePart(words: Word[], first: number, at: number): boolean {
	const word = words[at];
	if (!isLetters(word) || partyOf(word) || (at > first && word.isFirst) || OPENS.test(word.lower)) return false;
	return /^\p{Lu}/u.test(word.text) || (at > first && ORGANISATION.test(word.lower));
}

/** "(TVAB)" */
function afterAbbreviation(words: Word[], at: number): number {
	const isAbbreviation = words[at]?.text === "(" && /^\p{Lu}{2,}$/u.test(words[at + 1]?.text ?? "");
	return isAbbreviation && words[at + 2]?.text === ")" ? at + 3 : at;
}
