import { organisationAt, organisationNameAt } from "./organisations.ts";
import { partyOf } from "./partyNames.ts";
import { fold } from "./plainText.ts";
import { type Word, wordsOf } from "./words.ts";

/** What says that somebody undertakes something. Tried on folded text, as the rest here. */
const UNDERTAKES =
	/\b(lovar|lovade|atar sig|ska|skall|kommer( \p{L}{1,20})? att|forbinder sig|ansvarar|atagande\w*|loften?|aktivitet\w*|insats\w*|atgard\w*|gor|ansvar|del|arbetar|verkar|jobbar|vill)\b/u;
const JOINTLY = /\b(samverkan|tillsammans|gemensam\w*)\b/;
const WITH_THE_OTHER = /^(tillsammans|gemensamt|i (nara )?(samverkan|samarbete)) med\b/;
/** Where something is, not who: "Trygghet i hela kommunen", "Trafik vid skolorna". */
const PLACED =
	/\b(i|inom|vid|pa|kring|runt|utanfor|over|till och fran) (?:hela |centrala |\p{L}+s? )?(kommun|kommunen|skola|skolan|skolorna|regionen|staden)\b/gu;
const NAME_ALONE = /^[\p{L}-]+( och \p{L}+)?:?$/u;
/** What is done by the police alone: "Hög polisiär närvaro". */
const BY_THE_POLICE = /^polisiar(a|t)?$/;
const MOST_WORDS = 6;

/**
 * The parties of a heading: "Polisen lovar", "Kommunens del i löftet", "Polis och kommun i samverkan". None, where it names them for
 * another reason ("Trygghet i hela kommunen", "Skola och fritid i centrum").
 */
export function partiesOf(heading: string): string[] {
	const folded = fold(heading);
	const said = folded.replace(PLACED, (place) => " ".repeat(place.length));
	const named = new Set<string>();
	for (const word of wordsOf(heading)) {
		if (said[word.from] === " ") continue;
		const name = BY_THE_POLICE.test(fold(word.text)) ? "polis" : partyOf(word)?.name;
		if (name) named.add(name);
	}
	// The dokument has two parties: together with one of them is with the other.
	if (WITH_THE_OTHER.test(said) && named.size === 1 && (named.has("polis") || named.has("kommun")))
		return ["polis", "kommun"];
	const organisation = named.size === 0 ? organisationIn(wordsOf(heading)) : undefined;
	if (organisation) return [organisation];
	if (UNDERTAKES.test(said) || JOINTLY.test(said) || NAME_ALONE.test(said)) return [...named];
	return said.split(" ").length <= MOST_WORDS && named.has("polis") ? ["polis"] : [];
}

/** "Tekniska verken lovar att:", "Gällande trafik kommer Tekniska verken även att:" */
function organisationIn(words: Word[]): string | undefined {
	const first = organisationAt(words, 0);
	if (first) return first.name;
	const verb = words.findIndex(({ lower }) => /^(kommer|lovar|ska|skall)$/.test(lower));
	const after = verb > 0 ? organisationNameAt(words, verb + 1) : undefined;
	return after && /^(också|även|att)$/.test(words[after.match.end]?.lower ?? "") ? after.name : undefined;
}

/** A heading that is a party's name and nothing else: "Polis", "Räddningstjänsten:". */
export function isPartyAlone(heading: string): boolean {
	const folded = fold(heading);
	return NAME_ALONE.test(folded) && !/lofte/.test(folded) && partiesOf(heading).length > 0;
}
