import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MEASURE_KINDS } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";
import { entry, inputOf } from "./input.ts";
import { DAY_OR_WEEK } from "./leaks.ts";
import { AFTERWARDS, DURING, type Facts, insatser, publish, SCENES, TITLE, when } from "./publishScenes.ts";

/** Nothing that is a day, a week, a weekday, a month, a reason or a title. */
const LEAK = new RegExp(`${DAY_OR_WEEK.source}|${TITLE}|semester|helgkväll|lastDay|slots`, "i");

describe.each(SCENES)("%s, %s, for anybody to read", (kind, _what, input) => {
	it.each([
		[0, DURING],
		[3, DURING],
		[7, DURING],
		[0, AFTERWARDS],
		[7, AFTERWARDS],
		[0, "2018-02-01"],
	])("tells no day, week, reason or title: %i done, seen %s", (done, today) => {
		for (const isSensitive of [false, true])
			expect(JSON.stringify(publish(kind, input({ done, today }), isSensitive))).not.toMatch(LEAK);
	});

	it("has rows as wide as its columns, and a chart that draws without a day", () => {
		const { Chart, MiniChart } = measureModule(kind);
		const { chart, table, headline, figure } = publish(kind, input({ done: 3 }));
		expect([headline, figure]).not.toContain("");
		for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0);
		if (chart === null) return;
		expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
		for (const drawn of [<Chart key="1" chart={chart} titleId="finding" />, <MiniChart key="2" chart={chart} />]) {
			const html = renderToStaticMarkup(drawn);
			expect(html).not.toMatch(/NaN|Infinity|undefined|jämn takt/);
			expect(html).not.toMatch(DAY_OR_WEEK);
		}
	});

	it("keeps the report's own figures", () => {
		const facts = input({ done: 3 });
		expect(publish(kind, facts).figures).toEqual(measureModule(kind).calculate(facts).figures);
	});
});

describe("what anybody may read says", () => {
	const finding = (what: string, facts: Facts = {}) => {
		const scene = SCENES.find(([, name]) => name === what);
		if (!scene) throw new Error(`no scene ${what}`);
		return publish(scene[0], scene[2]({ done: 3, today: AFTERWARDS, ...facts }));
	};

	it("of a count its bar and its columns", () => {
		const { headline, chart, table } = finding("per löfte");
		expect(headline).toBe("3 av minst 10 insatser");
		expect(chart).toMatchObject({ total: 3, pace: null, points: [], latestPoint: null, days: 0, ticks: [] });
		expect(table?.rows).toEqual([
			["Tertial 1 2018", 0, 3, 0, 3],
			["Tertial 2 2018", 3, 4, 3, 7],
			["Tertial 3 2018", "ej dags", 3, "ej dags", 10],
		]);
	});

	it("of a count the same bar whatever day of the period it is", () => {
		const early = finding("per löfte", { today: "2018-05-10", done: 1 });
		expect(finding("per löfte", { today: "2018-08-30", done: 1 })).toEqual(early);
		const open = finding("per year without end", { today: "2018-05-10", done: 1 });
		expect(finding("per year without end", { today: "2018-08-30", done: 1 })).toEqual(open);
	});

	it("of a count the same bar where more is agreed by now than the whole", () => {
		const facts = { ...when, settings: insatser, fordelning: { "2018-T1": 5, "2018-T2": 30, "2018-T3": 0 } };
		const [early, late] = ["2018-05-10", "2018-08-30"].map((today) =>
			publish("count", inputOf<unknown>({ ...facts, today })),
		);
		expect(early).toEqual(late);
	});

	it("what exceeds a minimum, uncapped", () => {
		const entries = [entry("2018-05-02", { quantity: 20 })];
		const settings = { ...insatser, minimum: 8 };
		const said = publish("count", inputOf<unknown>({ ...when, today: AFTERWARDS, settings, entries }));
		expect(said).toMatchObject({ figure: "20 av minst 8", figures: { cumulative: 20, minimum: 8 } });
	});

	it("of a cadence how many were kept, and never which", () => {
		const { headline, chart, table } = finding("weeks");
		expect(headline).toBe("3 av 17 möten, tertial 2 2018");
		expect(chart).toBeNull();
		expect(table?.rows).toEqual([["Tertial 2 2018", 17, 3, 14, 1, 0]]);
	});

	it("of opening hours that are not stated how many times", () => {
		expect(finding("hours not stated")).toMatchObject({
			headline: "3 möten detta tertial. Öppettiderna står inte i löftet",
			chart: null,
			table: null,
		});
	});

	it("of a milestone that it is done", () => {
		expect(finding("planned")).toMatchObject({ headline: "Klart", figure: "Klart", chart: null, table: null });
		expect(finding("planned", { done: 0 })).toMatchObject({ headline: "Inte klart", figure: "Inte klart" });
	});

	it("of a coverage which of the agreed places are reached, period by period", () => {
		const { headline, table } = finding("of seven");
		expect(headline).toBe("3 av 7 platser, saknas: Kommundel D, Kommundel E, Kommundel F och Kommundel G");
		expect(table?.rows[0]).toEqual(["Kommundel A", 0, 1, "ej dags", 1, 1]);
	});

	it("of an outcome the values in order, with where they began and where they should be", () => {
		const { table } = finding("of two places");
		expect(table?.columns.map(({ label }) => label)).toEqual(["Mätplats", "Mätning", "Värde", "Utgångsvärde", "Mål"]);
		expect(table?.rows).toEqual([
			["Kommundel A", 1, 40, 42, 38],
			["Kommundel A", 2, 39, 42, 38],
			["Kommundel A", 3, 38, 42, 38],
			["Kommundel B", null, null, null, null],
		]);
	});

	it("of what is ongoing how often, not when it last was", () => {
		expect(finding("some")).toMatchObject({
			headline: "3 pass detta tertial",
			figure: "3 pass",
			chart: null,
			table: null,
		});
	});

	it("of decided åtgärder how many are done, not which", () => {
		const { headline, figure, chart, table } = finding("seven decided");
		expect([headline, figure, chart]).toEqual(["3 av 7 beslutade åtgärder utförda", "3 av 7 utförda", null]);
		expect(table?.rows).toEqual([[7, 3, 4]]);
	});
});

it("every kind is among the scenes", () => {
	expect(new Set(SCENES.map(([kind]) => kind))).toEqual(new Set(MEASURE_KINDS));
});
