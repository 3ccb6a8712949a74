import type { DokumentutkastContent, MergeProposal, UtkastAktivitet } from "./content.ts";
import { readCount, readRecurring } from "./draftSettings.ts";

/** What stands in every promise and says nothing of which it is. */
const EMPTY = new Set(
	"att och eller samt för med som den det de en ett i på av till från under vid om hos har ska skall lovar polis polisen polisens kommun kommunen kommunens tillsammans gemensamt genomföra genomför genomförs arbeta arbetar arbetet arbete fortsätta fortsätter vara är bli sin sitt sina vi våra vår så även andra olika minst".split(
		" ",
	),
);
/** So many of the words of the shorter one stand in the other as well. */
const SHARED = 0.6;
/** Of two that the löftestolk has given the same term. */
const SHARED_OF_SAME_TYPE = 0.5;
const FEWEST_SHARED = 2;
/** So long beginnings of words are compared: "utöka", "utökas", "utökade". */
const STEM = 6;
/** No löfte has longer lines; what comes after is not compared. */
const MOST_WORDS = 80;

interface Compared {
	aktivitet: UtkastAktivitet;
	words: ReadonlySet<string>;
}

/**
 * Aktiviteter that seem to be one promise, told once for each part: nearly the same words under another heading, or by other
 * parts. One is proposed for merging once; what somebody has said are two is not proposed.
 */
export function mergeProposals(content: DokumentutkastContent): MergeProposal[] {
	const compared = content.aktiviteter
		.filter(({ isLeftOut }) => !isLeftOut)
		.map((aktivitet) => ({ aktivitet, words: wordsOf(aktivitet.quotation) }));
	const apart = new Set(content.keptApart.map(({ keepKey, mergeKey }) => pairKey(keepKey, mergeKey)));
	const proposed = new Set<string>();
	const proposals: MergeProposal[] = [];
	for (const [index, first] of compared.entries())
		for (const second of compared.slice(index + 1)) {
			const { keep, merged } = inOrder(first.aktivitet, second.aktivitet);
			if (proposed.has(keep.key) || proposed.has(merged.key) || apart.has(pairKey(keep.key, merged.key))) continue;
			if (!isToldTwice(first, second)) continue;
			proposed.add(keep.key).add(merged.key);
			proposals.push({ keepKey: keep.key, mergeKey: merged.key });
		}
	return proposals;
}

/** What stands in the text is kept rather than what is carried over. */
function inOrder(first: UtkastAktivitet, second: UtkastAktivitet): { keep: UtkastAktivitet; merged: UtkastAktivitet } {
	const isSecondKept = first.span === null && second.span !== null;
	return isSecondKept ? { keep: second, merged: first } : { keep: first, merged: second };
}

function isToldTwice(
	{ aktivitet: one, words: ones }: Compared,
	{ aktivitet: other, words: others }: Compared,
): boolean {
	const isForEachPart = one.heading !== other.heading || one.parts.join() !== other.parts.join();
	const isCarried = (one.span === null) !== (other.span === null);
	if (!isForEachPart && !isCarried) return false;
	if (hasOtherNumber(one, other)) return false;
	const shared = [...ones].filter((word) => others.has(word)).length;
	const isSameType = one.aktivitetstyp === other.aktivitetstyp;
	const needed = isSameType ? SHARED_OF_SAME_TYPE : SHARED;
	return shared >= FEWEST_SHARED && shared >= needed * Math.min(ones.size, others.size);
}

/** "Minst fyra" and "minst tio" are two promises. */
function hasOtherNumber(one: UtkastAktivitet, other: UtkastAktivitet): boolean {
	const [a, b] = [numberOf(one), numberOf(other)];
	return a !== null && b !== null && a !== b;
}

function numberOf({ measures }: UtkastAktivitet): number | null {
	const [measure] = measures;
	if (measure?.kind === "count") return readCount(measure.settings).minimum;
	if (measure?.kind !== "recurring") return null;
	const { cadence } = readRecurring(measure.settings);
	return cadence.type === "every" ? cadence.times : null;
}

function wordsOf(quotation: string): ReadonlySet<string> {
	const words = (quotation.toLocaleLowerCase("sv").match(/[\p{L}\d]+/gu) ?? []).slice(0, MOST_WORDS);
	return new Set(words.filter((word) => word.length > 1 && !EMPTY.has(word)).map((word) => word.slice(0, STEM)));
}

function pairKey(one: string, other: string): string {
	return [one, other].sort().join(" ");
}
