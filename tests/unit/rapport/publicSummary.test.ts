import { describe, expect, test } from "vitest";
import type { Status } from "#app/domain/status.ts";
import { FEWER_THAN_FIVE } from "#app/measures/types.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { toPublicContent } from "#app/rapport/publicContent.ts";
import { publicRapportPath } from "#app/rapport/publicPaths.ts";
import { findingOf, publicSummary, whenOf } from "#app/rapport/publicSummary.ts";
import { signedRapportContent } from "#tests/factories/rapportContent.ts";

const content = toPublicContent(signedRapportContent());
const aktiviteter = content.groups.flatMap((group) => group.aktiviteter);

describe("the finding", () => {
	test.each([
		[{ natt: 5, withMinimum: 7, withoutMinimum: 2 }, "5 av 7 utlovade aktiviteter nådda"],
		[{ natt: 0, withMinimum: 1, withoutMinimum: 0 }, "0 av 1 utlovad aktivitet nådd"],
		[{ natt: 0, withMinimum: 0, withoutMinimum: 3 }, "3 aktiviteter utan avtalat minimum"],
		[{ natt: 0, withMinimum: 0, withoutMinimum: 1 }, "1 aktivitet utan avtalat minimum"],
	])("of %o is %s", (summary, words) => {
		expect(findingOf(summary)).toBe(words);
	});
});

describe("when it was", () => {
	const period = content.period;

	test("is the months of a whole period", () => {
		expect(whenOf(period)).toBe("maj–augusti 2018");
	});

	test("is the days of one that the dokument cuts", () => {
		const clipped = { ...period, clippedFrom: "2018-06-10", isClippedStart: true };
		expect(whenOf(clipped)).toBe("10 juni–31 augusti 2018");
	});
});

test("deviations come first, then what needs attention; every aktivitet is there once", () => {
	const summary = publicSummary(content);
	const isDeviation = new Map(aktiviteter.map((aktivitet) => [aktivitet.id, aktivitet.isDeviation]));
	const order = summary.aktiviteter.map(({ id }) => isDeviation.get(id));
	expect(order).toContain(true);
	expect(order).toContain(false);
	expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)));
	expect(summary.aktiviteter.map(({ id }) => id).sort()).toEqual(aktiviteter.map(({ id }) => id).sort());
});

test("the tally counts every aktivitet once, under its status", () => {
	const { tally } = publicSummary(content);
	const counts = tally.map(({ words }) => Number(words.split(" ")[0]));
	expect(counts.reduce((sum, count) => sum + count, 0)).toBe(aktiviteter.length);
	const statuses = tally.map(({ status }) => status);
	expect(new Set(statuses).size).toBe(statuses.length);
});

describe("a bar", () => {
	test("draws the numbers that the figure says, of the whole", () => {
		expect(barOf({ figure: "9 av minst 10", cumulative: 9, minimum: 10 })).toEqual({ done: 0.9, minimum: 1 });
	});

	test("draws those of the period where the figure is about the period", () => {
		const bar = barOf({ figure: "12 av 16 kvällar", cumulative: 40, minimum: 50, thisPeriod: 12, periodMinimum: 16 });
		expect(bar).toEqual({ done: 0.75, minimum: 1 });
	});

	test("goes on beyond the minimum", () => {
		expect(barOf({ figure: "20 av minst 8", cumulative: 20, minimum: 8 })).toEqual({ done: 1, minimum: 0.4 });
	});

	test.each([
		["where nothing was agreed", { figure: "17 pass", cumulative: 17, minimum: null }],
		["of a value and its goal", { figure: "målet nått på 1 av 2", cumulative: 1, minimum: 2 }],
		["of a number that is not told", { figure: "färre än 5", cumulative: FEWER_THAN_FIVE, minimum: 10 }],
		["of a minimum of nothing", { figure: "0 av 0 kvällar", cumulative: 0, minimum: 0 }],
	] as const)("is not drawn %s", (_what, figures) => {
		expect(barOf(figures)).toBeNull();
	});
});

describe("a deviation", () => {
	test("says why and what now, each part for itself", () => {
		const texts = [
			{ part: "polis", kommentar: "", orsak: "Omdirigerade.", nyPlan: "" },
			{ part: "kommun", kommentar: "", orsak: "", nyPlan: "Två till i höst." },
		] as const;
		expect(deviationOf({ isDeviation: true, texts: [...texts] })).toEqual([
			{ term: "Orsak enligt polisen", text: "Omdirigerade." },
			{ term: "Kommunens nya plan", text: "Två till i höst." },
		]);
	});

	test("that nobody has explained is told apart from none", () => {
		expect(deviationOf({ isDeviation: true, texts: [] })).toEqual([]);
		expect(deviationOf({ isDeviation: false, texts: [] })).toBeNull();
	});
});

describe("the address of a report", () => {
	const rapport = { dokumentId: 7, periodCode: "2018-T1" };

	test("names the dokument only where two have a report of the same period", () => {
		expect(publicRapportPath({ slug: "savsjo", rapport, among: [rapport] })).toBe("/savsjo/rapport/2018-T1");
		const among = [rapport, { dokumentId: 8, periodCode: "2018-T1" }];
		expect(publicRapportPath({ slug: "savsjo", rapport, among })).toBe("/savsjo/rapport/2018-T1?dokument=7");
	});

	test("of a file of an earlier edition", () => {
		expect(publicRapportPath({ slug: "savsjo", rapport, among: [rapport], edition: 1, format: "pdf" })).toBe(
			"/savsjo/rapport/2018-T1.pdf?version=1",
		);
	});
});

interface Numbers {
	figure: string;
	cumulative: number | typeof FEWER_THAN_FIVE | null;
	minimum: number | null;
	thisPeriod?: number;
	periodMinimum?: number;
}

function barOf({ figure, ...numbers }: Numbers) {
	const figures = { unit: "tillfällen", thisPeriod: null, periodMinimum: null, ...numbers };
	const measures = [{ ...firstMeasure(), figure, figures }];
	return publicSummary(withOnly({ measures })).aktiviteter[0]?.measures[0]?.bar;
}

function deviationOf(aktivitet: Partial<RapportContent["groups"][number]["aktiviteter"][number]>) {
	const status: Status = aktivitet.isDeviation ? "ej_natt" : "natt";
	return publicSummary(withOnly({ ...aktivitet, status })).aktiviteter[0]?.deviation;
}

function withOnly(overrides: Partial<RapportContent["groups"][number]["aktiviteter"][number]>): RapportContent {
	const [first] = aktiviteter;
	if (!first) throw new Error("the content has no aktivitet");
	return { ...content, groups: [{ lofteId: null, quotation: null, aktiviteter: [{ ...first, ...overrides }] }] };
}

function firstMeasure() {
	const measure = aktiviteter[0]?.measures[0];
	if (!measure) throw new Error("the content has no measure");
	return measure;
}
