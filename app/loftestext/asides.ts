import { partyRunAt } from "./partyRuns.ts";
import { wordsOf } from "./words.ts";

/** A line that says one thing of the aktivitet above it: "Ansvarig: kommunpolis", "Tidplan: löpande". Tried on folded text. */
const ASIDE =
	/^(ansvar|ansvarig|ansvariga|ansvarar|utforare|utfors av|tidplan|tidsplan|tid|nar|klart|uppfoljning|uppfoljningsdatum|utvardering|syfte|effekt|matt|mal|matbart mal|indikator|indikatorer|kommentar|status|malgrupp|plats|resurs|resurser|kostnad|kontaktperson|samverkanspart|samverkansparter):? ?: ?(?=\S)/;
const ANSVAR = /^(ansvar|ansvarig|ansvariga|ansvarar|utforare|utfors av) ?:/;
const LETTERS = new Map([
	["p", "polis"],
	["k", "kommun"],
]);
/** A line that begins with who does it: "Polis: Hundsök i skolan". Tried on folded text. */
const BY_PARTY =
	/^(polis|polisen|polismyndigheten|kommun|kommunen|raddningstjanst|raddningstjansten|skola|skolan|socialtjanst|socialtjansten|polis(en)? och kommun(en)?|kommun(en)? och polis(en)?) ?: ?(?=\S)/;
/** What is said in an aside is short. */
const LONGEST = 200;

export function isAsideLine(folded: string): boolean {
	return ASIDE.test(folded.slice(0, 40)) && folded.length <= LONGEST;
}

export function isPartyLine(folded: string): boolean {
	return BY_PARTY.test(folded.slice(0, 60));
}

export function isAnsvarLine(folded: string): boolean {
	return ANSVAR.test(folded);
}

/** The parties of "Ansvar: polis och kommun", "Ansvarig: P"; none: the line names nobody that is known. */
export function partiesOfAnsvar(text: string): string[] {
	const said = text.slice(text.indexOf(":") + 1).trim();
	const letter = LETTERS.get(said.toLowerCase().replace(/\.$/, ""));
	if (letter) return [letter];
	return partyRunAt(wordsOf(said), 0, true)?.names ?? [];
}
