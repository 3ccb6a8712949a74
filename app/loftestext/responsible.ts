import { partyOf } from "./partyNames.ts";
import { type PartyRun, partyRunAt } from "./partyRuns.ts";
import { findPhrase, isLetters, type Match, phrases, type Word } from "./words.ts";

/** Who a sentence makes responsible. */
export interface Responsible {
	names: string[];
	/** null: it follows from the heading, or nobody is named. */
	match: Match | null;
	/** Why people must say whether it is right; null: the words say it. */
	doubt: "nobody" | "misspelt" | "inferred" | null;
}

const PROMISING = /^(ska|skall|lovar|kommer|åtar|förbinder|vill|avser|har|fortsätter|ansvarar|ansvarig|bör|måste)$/;
const ADVERB = /^(att|också|även|gemensamt|tillsammans|under|året|därför|fortsatt|alltid|sin|sig)$/;
const TOGETHER = phrases(
	[
		"tillsammans|ihop|gemensamt med",
		"i nära? samverkan|samarbete|samråd|dialog med",
		"i nära? samverkan|samarbete mellan",
		"samverkan|samarbete|samarbetet|samverkansarbete|samverkar|samverka|samarbeta|samarbetar mellan",
		"*möte|*möten|*dialog|*dialoger|*träff|*träffar mellan",
	].join(";"),
);
const OPENING = phrases("samverkan|samarbete|samverka|samarbeta med;samverkan|samarbete sker? med");
const OWN_RESPONSIBILITY = phrases(
	"ansvarig|ansvariga|ansvar|utförare|ansvarar|aktör|aktörer :;ansvarig|ansvariga|ansvar är?",
);
/** What only the police does or is. */
const OF_THE_POLICE = phrases("polisiär*;*poliser|*poliserna;*polisen;patruller*");
/** Of a dokument that two parties have signed. */
const JOINTLY = phrases("tillsammans|gemensamt;i samverkan|samarbete");
const COOPERATE = /^(samarbetar|samverkar|samarbeta|samverka)$/;

/** Who is responsible by the words of a sentence and, where these say nothing, by its heading. */
export function responsibleOf(words: Word[], fromHeading: string[]): Responsible {
	const named = suffixOf(words) ?? announcedOf(words);
	if (named) return responsible(named, [named]);
	const subject = subjectOf(words) ?? cooperatingOf(words) ?? agentOf(words);
	const partners = partnersOf(words, subject, fromHeading.length > 0);
	if (subject) return responsible(subject, [subject, ...partners]);
	const council = councilOf(words);
	if (fromHeading.length > 0) {
		const names = [...new Set([...fromHeading, ...partners.flatMap((run) => run.names), ...council])];
		return {
			names,
			match: partners[0]?.match ?? null,
			doubt: partners.some((run) => run.isMisspelt) ? "misspelt" : null,
		};
	}
	return unnamed(words, partners);
}

function responsible(first: PartyRun, runs: PartyRun[]): Responsible {
	const names = [...new Set(runs.flatMap((run) => run.names))];
	return { names, match: first.match, doubt: runs.some((run) => run.isMisspelt) ? "misspelt" : null };
}

/** Nobody is named as responsible: what else the words tell, and that it must be asked. */
function unnamed(words: Word[], partners: PartyRun[]): Responsible {
	const [partner] = partners;
	if (partner) {
		const isMutual = words[partner.match.first - 1]?.lower === "mellan";
		// The dokument has two parties: with one of them is with the other.
		const others = isMutual ? [] : ["polis", "kommun"];
		const names = [...new Set([...others, ...partners.flatMap((run) => run.names)])];
		return { names, match: partner.match, doubt: isMutual ? null : "inferred" };
	}
	const jointly = findPhrase(words, JOINTLY);
	if (jointly && words[jointly.end]?.lower !== "med")
		return { names: ["polis", "kommun"], match: jointly, doubt: "inferred" };
	const ofThePolice = findPhrase(words, OF_THE_POLICE);
	if (ofThePolice) return { names: ["polis"], match: ofThePolice, doubt: "inferred" };
	const mentioned = mentionedIn(words);
	if (mentioned) return { names: mentioned.names, match: mentioned.match, doubt: "inferred" };
	return { names: [], match: null, doubt: "nobody" };
}

/** "Var tredje månad träffas polis och kommun": parties that nothing puts in another place of the sentence. */
function mentionedIn(words: Word[]): PartyRun | undefined {
	for (const first of words.keys()) {
		const run = partyRunAt(words, first);
		if (!run || run.isGenitive || isObject(words, first)) continue;
		const isDefinite = /(en|et)$/.test(words[run.match.end - 1]?.lower ?? "");
		if (run.names.length > 1 || isDefinite) return run;
	}
	return undefined;
}

/** "…/Polis och Kommun", "… (polisen, kommunen)", "… . Polis": parties after the last stroke, in the last parentheses or alone. */
function suffixOf(words: Word[]): PartyRun | undefined {
	let end = words.length;
	while (end > 0 && /^[.)\]:;,]$/.test(words[end - 1]?.text ?? "")) end -= 1;
	for (let at = end - 1; at >= Math.max(1, end - 12); at--) {
		const sign = words[at]?.text ?? "";
		if (words[at + 1]?.isFirst && partyRunAt(words, at + 1)?.match.end === end) return partyRunAt(words, at + 1);
		if (!/^[/([–—-]$/.test(sign)) continue;
		const run = partyRunAt(words, at + 1, true);
		// "skolan/socialtjänsten" within a list of parties is no suffix of its own.
		const isList = sign === "/" && words[at + 1]?.isGlued && partyOf(words[at - 1]);
		if (run?.match.end === end && run.hasKnown && !isList) return run;
	}
	return undefined;
}

/** "Ansvarig: polisen" */
function announcedOf(words: Word[]): PartyRun | undefined {
	const match = findPhrase(words, OWN_RESPONSIBILITY);
	return match && partyRunAt(words, match.end, true);
}

/** "där skola, socialtjänst och polis samarbetar": all of them, wherever it stands. */
function cooperatingOf(words: Word[]): PartyRun | undefined {
	for (const [index, word] of words.entries()) {
		if (!COOPERATE.test(word.lower)) continue;
		const run = runBefore(words, index);
		if (run && run.names.length > 1) return run;
	}
	return undefined;
}

/** Who does it: at the beginning of a sentence, or around "ska" and "lovar". */
function subjectOf(words: Word[]): PartyRun | undefined {
	for (const [index, word] of words.entries()) {
		if (word.isFirst) {
			const run = partyRunAt(words, skipOpening(words, index));
			if (run && isFollowedByVerb(words, run)) return run;
		}
		if (PROMISING.test(word.lower)) {
			const run = runBefore(words, index) ?? runAfter(words, index);
			if (run && !isPassive(run.names, words[Math.max(run.match.end, index + 1)])) return run;
		}
	}
	return undefined;
}

function skipOpening(words: Word[], at: number): number {
	let index = at;
	while (index < at + 4 && !isLetters(words[index]) && index < words.length) index += 1;
	while (/^(att|både|samt|–|-|•)$/.test(words[index]?.lower ?? "")) index += 1;
	return index;
}

/** "Polisen ska", "Polisens volontärer ska", but not "Polis i centrum". */
function isFollowedByVerb(words: Word[], { names, match }: PartyRun): boolean {
	const next = words[match.end];
	if (next?.text === ":") return true;
	const isModal = /^(ska|skall|kommer|bör)$/.test(next?.lower ?? "");
	if (isPassive(names, isModal ? words[match.end + 1] : next)) return false;
	return isLetters(next) && !/^(i|på|vid|av|för|från|under|som|till|är)$/.test(next.lower);
}

/** "Skolor besöks", "Föreningarna ska bjudas in": something is done to them. The two that sign are never asked about. */
function isPassive(names: string[], verb: Word | undefined): boolean {
	const isSigning = names.includes("polis") || names.includes("kommun");
	return (
		!isSigning &&
		/s$/.test(verb?.lower ?? "") &&
		!/^(finns|finnas|hjälps|hjälpas|träffas|möts|mötas)$/.test(verb?.lower ?? "")
	);
}

function runBefore(words: Word[], at: number): PartyRun | undefined {
	for (let first = Math.max(0, at - 10); first < at; first++) {
		const run = partyRunAt(words, first);
		if (run?.match.end === at) return isObject(words, first) ? undefined : run;
	}
	return undefined;
}

function runAfter(words: Word[], at: number): PartyRun | undefined {
	let first = at + 1;
	while (first < at + 4 && ADVERB.test(words[first]?.lower ?? "")) first += 1;
	const run = partyRunAt(words, first);
	return run && !isObject(words, first) ? run : undefined;
}

/** After a preposition it is not who does it: "i kommunen ska". */
function isObject(words: Word[], first: number): boolean {
	return /^(i|på|med|av|till|från|för|hos|inom|om|vid|mellan|mot)$/.test(words[first - 1]?.lower ?? "");
}

/** "genomförs av polisen" */
function agentOf(words: Word[]): PartyRun | undefined {
	for (const [index, { lower }] of words.entries()) {
		const before = words[index - 1]?.lower ?? "";
		const done = before === "gemensamt" ? (words[index - 2]?.lower ?? "") : before;
		const run = lower === "av" && done.endsWith("s") ? partyRunAt(words, index + 1) : undefined;
		if (run && !run.isGenitive) return run;
	}
	return undefined;
}

/** With whom: "tillsammans med polisen", "samverkan mellan polis och skola", "ska med räddningstjänsten samverka". */
function partnersOf(words: Word[], subject: PartyRun | undefined, hasHeading: boolean): PartyRun[] {
	const runs: PartyRun[] = [];
	for (let from = 0; from < words.length; ) {
		const match = findPhrase(words, TOGETHER, from);
		if (!match) break;
		const run = partyRunAt(words, match.end);
		if (run && !run.isGenitive && !isWithInhabitants(words, run)) runs.push(run);
		from = match.end;
	}
	// Under a heading that says who, "Samverka med skolan" says with whom they do what is theirs to do.
	const isOpening = hasHeading ? undefined : OPENING.find((fits) => fits(words, 0) > 0);
	const opening = isOpening && partyRunAt(words, isOpening(words, 0));
	if (opening) runs.push(opening);
	const after = subject?.match.end ?? 0;
	if (subject && words[after + 1]?.lower === "med" && PROMISING.test(words[after]?.lower ?? "")) {
		const run = partyRunAt(words, after + 2);
		if (run) runs.push(run);
	}
	return runs;
}

/** "ihop med polisen och invånare": those who come, and not those who see to it that it is done. */
function isWithInhabitants(words: Word[], { match }: PartyRun): boolean {
	return /^(,|och|samt)$/.test(words[match.end]?.lower ?? "") && INHABITANTS.test(words[match.end + 1]?.lower ?? "");
}

const INHABITANTS =
	/^(invånare|invånarna|medborgare|medborgarna|boende|kommuninvånare|kommuninvånarna|allmänhet|allmänheten|ungdomar|föräldrar|vårdnadshavare)$/;

/** "övriga kallade i rådet": the rest of the council, by the name that the sentence gives it. */
function councilOf(words: Word[]): string[] {
	if (!findPhrase(words, COUNCIL_REST)) return [];
	const council = findPhrase(words, COUNCIL);
	return [`övriga i ${council ? (words[council.first]?.text ?? "rådet") : "rådet"}`];
}

const COUNCIL_REST = phrases("övriga _? i rådet|brå;övriga medlemmar|ledamöter i? rådet|brå?");
const COUNCIL = phrases("brå;trygghetsrådet;trygghetsråd");
