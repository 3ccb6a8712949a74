import { organisationAt } from "./organisations.ts";
import { type PartyRun, partyRunAt } from "./partyRuns.ts";
import { findPhrase, isLetters, phrases, type Word } from "./words.ts";

/** What stands around who undertakes something. */
export const PROMISING =
	/^(ska|skall|lovar|kommer|åtar|förbinder|vill|avser|har|fortsätter|ansvarar|ansvarig|bör|måste)$/;
const ADVERB = /^(att|också|även|gemensamt|tillsammans|under|året|därför|fortsatt|alltid|sin|sig)$/;
const COOPERATE = /^(samarbetar|samverkar|samarbeta|samverka)$/;

/** Who a sentence says does it: as its subject, as those who work together, or "av polisen"; undefined: it does not say. */
export function doerOf(words: Word[], isStaff: (run: PartyRun) => boolean): PartyRun | undefined {
	const subject = subjectOf(words);
	return (
		(subject && isStaff(subject) ? undefined : subject) ?? cooperatingOf(words) ?? agentOf(words) ?? ownerOf(words)
	);
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
			const first = skipOpening(words, index);
			const run = partyRunAt(words, first);
			if (run && (isFollowedByVerb(words, run) || isAfterAtt(words, first, run))) return run;
			const organisation = run ? undefined : organisationAt(words, first);
			if (organisation && !isPassive([organisation.name], words[organisation.match.end + 1]))
				return { ...organisation, names: [organisation.name], hasKnown: false, isMisspelt: false, isGenitive: false };
		}
		if (PROMISING.test(word.lower)) {
			const run = runBefore(words, index) ?? runAfter(words, index);
			const verb = words[Math.max(run?.match.end ?? 0, index + 1)];
			// "Lägesbild för Bro och övriga Ro kommun ska tas fram": what is listed with a place is one.
			const isPlace = run !== undefined && isListed(words, run.match.first) && /s$/.test(verb?.lower ?? "");
			if (run && !isPlace && !isPassive(run.names, verb)) return run;
		}
	}
	return undefined;
}

/** "Att Bro kommun vid behov gör": after "att" comes who does it. */
function isAfterAtt(words: Word[], first: number, { isGenitive, names, match }: PartyRun): boolean {
	return words[first - 1]?.lower === "att" && !isGenitive && !isPassive(names, words[match.end]);
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
	if (ADVERBIAL.some((fits) => fits(words, match.end) > match.end)) return true;
	return isLetters(next) && !/^(i|på|vid|av|för|från|under|som|till|är)$/.test(next.lower);
}

/** What may stand between who does it and the verb. */
const ADVERBIAL = phrases(
	"vid behov;i nära? samverkan|samarbete|samråd|dialog;under året|perioden|sommaren|hösten|våren",
);

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
export function isObject(words: Word[], first: number): boolean {
	return /^(i|på|med|av|till|från|för|hos|inom|om|vid|mellan|mot)$/.test(words[first - 1]?.lower ?? "");
}

/** "genomförs av polisen", "ska ges till alla elever av kommunen" */
function agentOf(words: Word[]): PartyRun | undefined {
	for (const [index, { lower }] of words.entries()) {
		if (lower !== "av") continue;
		const before = words[index - 1]?.lower ?? "";
		const done = before === "gemensamt" ? (words[index - 2]?.lower ?? "") : before;
		const run = partyRunAt(words, index + 1);
		if (!run || run.isGenitive) continue;
		const isLast = words[run.match.end] === undefined || words[run.match.end]?.text === ".";
		if (done.endsWith("s") || (isLast && TO_BE_DONE.some((fits) => findPhrase(words, [fits])))) return run;
	}
	return undefined;
}

/** "Några av polisens löften är att …" */
function ownerOf(words: Word[]): PartyRun | undefined {
	for (const [index, { lower }] of words.entries()) {
		if (!/^(löfte|löften|medborgarlöfte|medborgarlöften|åtagande|åtaganden)$/.test(lower)) continue;
		const run = [index - 1, index - 2, index - 3]
			.map((first) => partyRunAt(words, first))
			.find((found) => found?.isGenitive);
		if (run?.match.end === index) return run;
	}
	return undefined;
}

const TO_BE_DONE = phrases("ska|skall|bör|kan *as|*es|*ns|*ts|*gs");

/** "butiker, fastighetsägare": what it is listed with stands in another place of the sentence. */
export function isListed(words: Word[], first: number): boolean {
	return /^(,|och|samt|eller)$/.test(words[first - 1]?.lower ?? "");
}
