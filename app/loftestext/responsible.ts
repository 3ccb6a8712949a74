import { announcedOf } from "./announced.ts";
import { type PartyRun, partyRunAt } from "./partyRuns.ts";
import { doerOf, isListed, isObject, PROMISING } from "./subject.ts";
import { findPhrase, type Match, phrases, type Word } from "./words.ts";

/** Who a sentence makes responsible. */
export interface Responsible {
	names: string[];
	/** null: it follows from the heading, or nobody is named. */
	match: Match | null;
	/** Why people must say whether it is right; null: the words say it. */
	doubt: "nobody" | "misspelt" | "inferred" | null;
}

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
/** What only the police does or is. */
const OF_THE_POLICE = phrases("polisiär*;*poliser|*poliserna;*polisen;patruller*");
/** "förtroende för polisen" */
const TOWARDS = /^(för|till|med|hos|mot|om)$/;
/** Of a dokument that two parties have signed. */
const JOINTLY = phrases("tillsammans|gemensamt;i samverkan|samarbete");
/** Who is responsible by the words of a sentence and, where these say nothing, by its heading, or as the only one who promises. */
export function responsibleOf(words: Word[], fromHeading: string[], soleParty: string | null): Responsible {
	const named = announcedOf(words);
	if (named) return responsible(named, [named]);
	// "Kommunen lovar: Fältarna är ute": those whom a party has to do it are no other party beneath its heading.
	const isStaff = ({ names }: PartyRun) => fromHeading.length === 1 && names.every((name) => STAFF.test(name));
	const subject = doerOf(words, isStaff);
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
	const found = unnamed(words, partners);
	return found.doubt === "nobody" && soleParty !== null
		? { names: [soleParty], match: null, doubt: "inferred" }
		: found;
}

const STAFF = /^(fältgrupp|trygghetsvärdar|ordningsvakter|fritid)$/;

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
	const isTowards = ofThePolice && TOWARDS.test(words[ofThePolice.first - 1]?.lower ?? "");
	if (ofThePolice && !isTowards) return { names: ["polis"], match: ofThePolice, doubt: "inferred" };
	const mentioned = mentionedIn(words);
	if (mentioned) return { names: mentioned.names, match: mentioned.match, doubt: "inferred" };
	return { names: [], match: null, doubt: "nobody" };
}

/** "Var tredje månad träffas polis och kommun": parties that nothing puts in another place of the sentence. */
function mentionedIn(words: Word[]): PartyRun | undefined {
	for (const first of words.keys()) {
		const run = partyRunAt(words, first);
		if (!run || run.isGenitive || isListed(words, first)) continue;
		// "möten med polis och kommun": of both.
		const isOfBoth = words[first - 1]?.lower === "med" && run.names.includes("polis") && run.names.includes("kommun");
		if (isObject(words, first) && !isOfBoth) continue;
		const before = words[first - 1];
		// "Besöka skolor": what is visited.
		if (before?.isFirst && /a$/.test(before.lower)) continue;
		const isDefinite = /(en|et)$/.test(words[run.match.end - 1]?.lower ?? "");
		if (run.names.length > 1 || isDefinite) return run;
	}
	return undefined;
}

/** With whom: "tillsammans med polisen", "samverkan mellan polis och skola", "ska med räddningstjänsten samverka". */
function partnersOf(words: Word[], subject: PartyRun | undefined, hasHeading: boolean): PartyRun[] {
	const runs: PartyRun[] = [];
	for (let from = 0; from < words.length; ) {
		const match = findPhrase(words, TOGETHER, from);
		if (!match) break;
		// Whose dealings with each other a party promises to better is not who promises it.
		const isOfOthers = subject !== undefined && words[match.end - 1]?.lower === "mellan";
		const isWith = words[match.end - 1]?.lower === "med";
		const run = isOfOthers ? undefined : partyRunAt(words, match.end, isWith);
		if (
			run &&
			(!run.isGenitive || isUnit(words[run.match.end])) &&
			!isWithInhabitants(words, run) &&
			!isStaffOf(run, hasHeading)
		)
			runs.push(run);
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

/** "i samarbete med Västtrafiks trygghetsvärdar": those who are there, under a heading that says who sees to it. */
function isStaffOf({ names }: PartyRun, hasHeading: boolean): boolean {
	return hasHeading && names.every((name) => STAFF.test(name));
}

/** "kommunens säkerhetsenhet": a part of the party is the party. */
function isUnit(word: Word | undefined): boolean {
	return /(enhet|enheten|avdelning|avdelningen|förvaltning|förvaltningen|förvaltningar|samordnare|personal|tjänstemän|fältgrupp|fältare|verksamheter|handläggare)$/.test(
		word?.lower ?? "",
	);
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
