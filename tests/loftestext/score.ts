import type { Reading } from "#app/loftestext/reading.ts";

/** An aktivitet as a person has read it. */
interface ExpectedAktivitet {
	text: string;
	responsible: string[];
	measure: string;
	minimum: number | null;
	per: string | null;
}

/** A text as a person has read it. */
export interface ExpectedReading {
	kommun: string;
	periodStart: string | null;
	periodEnd: string | null;
	promises: string[];
	activities: ExpectedAktivitet[];
}

/** How many of what there was were right. */
export interface Score {
	expected: number;
	proposed: number;
	found: number;
	kind: number;
	minimumAndPer: number;
	responsible: number;
	period: number;
	texts: number;
	kommun: number;
	promises: number;
	/** What was wrong, in words, for whoever works on the rules. */
	faults: string[];
}

/** A proposed line is the expected one when they share this much of the longer one's words. */
const LEAST_OVERLAP = 0.6;

/** Compares a proposal with a person's reading. */
export function score(reading: Reading, expected: ExpectedReading): Score {
	const faults: string[] = [];
	const left = new Set(reading.aktiviteter);
	let found = 0;
	let kind = 0;
	let minimumAndPer = 0;
	let responsible = 0;
	for (const activity of expected.activities) {
		const best = [...left]
			.map((proposed) => ({ proposed, overlap: overlapOf(proposed.quotation, activity.text) }))
			.sort((a, b) => b.overlap - a.overlap)[0];
		if (!best || best.overlap < LEAST_OVERLAP) {
			faults.push(`saknas: ${activity.text}`);
			continue;
		}
		const { proposed } = best;
		left.delete(proposed);
		found++;
		const asks = proposed.questions.length > 0 ? " (frågar)" : "";
		const wrong = (what: string, got: unknown, wanted: unknown) =>
			faults.push(`${what}${asks}: ${JSON.stringify(got)} i stället för ${JSON.stringify(wanted)}: ${activity.text}`);
		if (proposed.measure.value === activity.measure) kind++;
		else wrong("mått", proposed.measure.value, activity.measure);
		// The shared readings have no word for a termin.
		const per = proposed.per.value === "termin" ? null : proposed.per.value;
		if (proposed.minimum.value === activity.minimum && per === activity.per) minimumAndPer++;
		else wrong("antal", [proposed.minimum.value, per], [activity.minimum, activity.per]);
		if (isSameSet(proposed.responsible.value, activity.responsible)) responsible++;
		else wrong("ansvar", proposed.responsible.value, activity.responsible);
	}
	for (const proposed of left) faults.push(`för mycket: ${proposed.quotation}`);
	const isPeriod = reading.periodStart.value === expected.periodStart && reading.periodEnd.value === expected.periodEnd;
	if (!isPeriod)
		faults.push(
			`period: ${reading.periodStart.value} ${reading.periodEnd.value} i stället för ${expected.periodStart} ${expected.periodEnd}`,
		);
	const isKommun = reading.kommun.value === expected.kommun;
	if (!isKommun) faults.push(`kommun: ${reading.kommun.value} i stället för ${expected.kommun}`);
	const isPromises = isSameSet(
		reading.promises.map(({ quotation }) => wordsOf(quotation).join(" ")),
		expected.promises.map((promise) => wordsOf(promise).join(" ")),
	);
	if (!isPromises) faults.push(`löften: ${JSON.stringify(reading.promises.map(({ quotation }) => quotation))}`);
	return {
		expected: expected.activities.length,
		proposed: reading.aktiviteter.length,
		found,
		kind,
		minimumAndPer,
		responsible,
		period: Number(isPeriod),
		texts: 1,
		kommun: Number(isKommun),
		promises: Number(isPromises),
		faults,
	};
}

/** All together. */
export function sumOf(scores: Score[]): Score {
	const sum = (of: (score: Score) => number) => scores.reduce((total, one) => total + of(one), 0);
	return {
		expected: sum((one) => one.expected),
		proposed: sum((one) => one.proposed),
		found: sum((one) => one.found),
		kind: sum((one) => one.kind),
		minimumAndPer: sum((one) => one.minimumAndPer),
		responsible: sum((one) => one.responsible),
		period: sum((one) => one.period),
		texts: sum((one) => one.texts),
		kommun: sum((one) => one.kommun),
		promises: sum((one) => one.promises),
		faults: scores.flatMap((one) => one.faults),
	};
}

/** The shares that the floors are about; a share of nothing is whole. */
export function sharesOf(total: Score) {
	const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
	const precision = share(total.found, total.proposed);
	const recall = share(total.found, total.expected);
	return {
		precision,
		recall,
		f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
		kind: share(total.kind, total.found),
		minimumAndPer: share(total.minimumAndPer, total.found),
		responsible: share(total.responsible, total.found),
		period: share(total.period, total.texts),
		kommun: share(total.kommun, total.texts),
		promises: share(total.promises, total.texts),
	};
}

function overlapOf(a: string, b: string): number {
	const left = wordsOf(a);
	const counts = new Map<string, number>();
	for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
	const right = wordsOf(b);
	let shared = 0;
	for (const word of right) {
		const count = counts.get(word) ?? 0;
		if (count > 0) shared++;
		counts.set(word, count - 1);
	}
	return shared / Math.max(left.length, right.length, 1);
}

function wordsOf(text: string): string[] {
	return (
		text
			.normalize("NFC")
			.replace(/\u00ad/g, "")
			.toLowerCase()
			.match(/[\p{L}\d]+/gu) ?? []
	);
}

function isSameSet(a: string[], b: string[]): boolean {
	const fold = (names: string[]) => [...new Set(names.map((name) => name.toLowerCase()))].sort().join("|");
	return fold(a) === fold(b);
}
