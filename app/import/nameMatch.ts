import { isInForce } from "#app/domain/periods.ts";
import type { ImportFacts, ImportMeasure } from "./content.ts";
import { foldedName } from "./foldedName.ts";
import { groupedByName } from "./plan.ts";
import { remembered } from "./remembered.ts";

/** Longer texts are no names. */
const LONGEST_NAME = 80;

type MeasureMatch = (folded: string) => number | undefined;

/** A mått with its namesakes in other dokument: a file means the same by them. */
interface Group {
	/** The one in force today; otherwise the latest. The check moves each row to the one of its day. */
	id: number;
	name: string;
	kinds: Set<string>;
	/** Words by where they stand, the most telling first. */
	words: { stems: ReadonlySet<string>; weight: number }[];
}

/**
 * Finds the mått that a name in a file means: the one of that name, the only one of that aktivitetstyp, or the one that
 * clearly shares most words with it. Undefined when that is not clear: then people choose.
 */
export function measureMatcher({ measures, today }: Pick<ImportFacts, "measures" | "today">): MeasureMatch {
	const loggable = measures.filter(({ quantityField }) => quantityField !== null);
	const groups = [...groupedByName(loggable)].map(([name, group]) => groupOf(name, { group, today }));
	const weightsOf = remembered((stem) => groups.map((group) => weightOf(stem, group)));
	return (folded) => {
		if (folded.length > LONGEST_NAME) return undefined;
		const same = groups.find(({ name }) => name === folded);
		if (same) return same.id;
		const ofKind = groups.filter(({ kinds }) => kinds.has(folded));
		if (ofKind.length > 0) return ofKind.length === 1 ? ofKind[0]?.id : undefined;
		return groups[bestByWords([...stemsOf(folded)].map(weightsOf)) ?? -1]?.id;
	};
}

/** Finds the place of a name: the one of that name, or the only one whose words are all in it or the other way round. */
export function platsMatcher({ platser }: Pick<ImportFacts, "platser">): MeasureMatch {
	const known = platser.map(({ id, name }) => ({ id, name: foldedName(name), stems: stemsOf(name) }));
	return (folded) => {
		const same = known.find(({ name }) => name === folded);
		if (same) return same.id;
		const stems = stemsOf(folded);
		const alike = known.filter(
			(plats) =>
				plats.stems.size > 0 && stems.size > 0 && (isWithin(plats.stems, stems) || isWithin(stems, plats.stems)),
		);
		return alike.length === 1 ? alike[0]?.id : undefined;
	};
}

const HOURS = ["tim", "timmar", "antal tim"];

/** Tells the headings of amounts that a mått of the kommun is counted in ("Antal timmar"): elsewhere they say something else. */
export function amountMatcher({ measures }: Pick<ImportFacts, "measures">): (folded: string) => boolean {
	const labels = measures.map(({ quantityField }) => foldedName(quantityField?.label ?? ""));
	const amounts = new Set(labels.flatMap((label) => [label, label.replace(/^antal /, "")]));
	return (folded) => folded !== "" && (amounts.has(folded) || (amounts.has("timmar") && HOURS.includes(folded)));
}

function groupOf(
	name: string,
	{ group, today }: { group: readonly ImportMeasure[]; today: ImportFacts["today"] },
): Group {
	const latestFirst = [...group].sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1));
	const current = latestFirst.find((measure) => isInForce(measure, today));
	const chosen = current ?? latestFirst[0];
	return {
		id: chosen?.id ?? 0,
		name,
		kinds: new Set(group.map(({ aktivitetstyp }) => foldedName(aktivitetstyp))),
		words: [
			{ stems: stemsOf(name), weight: 3 },
			{ stems: union(group.map(({ aktivitetstyp }) => stemsOf(aktivitetstyp))), weight: 2 },
			{ stems: union(group.map(({ quotation }) => stemsOf(quotation))), weight: 1 },
		],
	};
}

/** Half as much again as the next best. */
const CLEARLY = 1.5;

/** Which of them shares at least half of the words, and clearly most, by how much each word weighs in each. */
function bestByWords(weights: readonly (readonly number[])[]): number | undefined {
	const [first = []] = weights;
	const [best, next] = first
		.map((_, index) => ({
			index,
			shared: weights.filter((each) => (each[index] ?? 0) > 0).length,
			score: weights.reduce((sum, each) => sum + (each[index] ?? 0), 0),
		}))
		.sort((a, b) => b.score - a.score);
	if (!best || best.shared === 0 || best.shared < weights.length / 2) return undefined;
	return best.score >= (next?.score ?? 0) * CLEARLY ? best.index : undefined;
}

function weightOf(stem: string, { words }: Group): number {
	return words.find(({ stems }) => hasAlike(stems, stem))?.weight ?? 0;
}

const STOP_WORDS = new Set(
	"och i på av med för till vid samt under per år minst om att en ett den det de som är ska vi".split(" "),
);
const SHORTEST_WORD = 3;

function stemsOf(text: string): Set<string> {
	const words = foldedName(text).split(" ");
	return new Set(words.filter(isTelling).map(stemOf));
}

function isTelling(word: string): boolean {
	return word.length >= SHORTEST_WORD && !STOP_WORDS.has(word) && !/^\d+$/.test(word);
}

const ENDINGS = /(?:erna|arna|orna|ering|eringar|ingar|ing|ande|ar|er|or|en|et|na|a|e|n|s|t)$/;
const SHORTEST_STEM = 4;

/** Without the endings of number and definiteness: "fotpatruller" and "fotpatrullen" are one. */
function stemOf(word: string): string {
	const stem = word.replace(ENDINGS, "");
	return stem.length >= SHORTEST_STEM ? stem : word;
}

/** The same stem, or a compound of it: "vandring" in "trygghetsvandring". */
function hasAlike(stems: ReadonlySet<string>, stem: string): boolean {
	if (stems.has(stem)) return true;
	for (const one of stems) if (isCompoundOf(one, stem) || isCompoundOf(stem, one)) return true;
	return false;
}

const SHORTEST_PART = 6;

function isCompoundOf(whole: string, part: string): boolean {
	return part.length >= SHORTEST_PART && (whole.startsWith(part) || whole.endsWith(part));
}

function isWithin(stems: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
	return [...stems].every((stem) => others.has(stem));
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
	return new Set(sets.flatMap((set) => [...set]));
}
