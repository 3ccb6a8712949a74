import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MEASURE_KINDS, type MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";
import { type CalculationInput, type Entry, FEWER_THAN_FIVE, type PublicFinding } from "#app/measures/types.ts";
import { entry, inputOf, unstated, weekly } from "./input.ts";
import { DAY_OR_WEEK } from "./leaks.ts";

const when = { inForce: { from: "2018-01-01", to: "2018-12-31" }, period: "2018-T2" };
const DURING = "2018-06-15";
const AFTERWARDS = "2018-10-15";
const platser = [1, 2, 3, 4, 5, 6, 7].map((id) => ({ id, name: `Kommundel ${"ABCDEFG"[id - 1]}` }));
const MAYS = ["2018-05-02", "2018-05-09", "2018-05-16", "2018-05-23", "2018-05-30", "2018-06-06", "2018-06-13"];
const TITLE = "Laga lampan vid skolan";

const insatser = { minimum: 10, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" };
const evenings = {
	cadence: { type: "weekdays", weekdays: [3], withHelgkvallar: true, onlyHelgfria: false },
	season: null,
	slotOne: "kväll",
	slotMany: "kvällar",
};
const kommundelar = { platsIds: platser.map(({ id }) => id), times: 1, per: "lofte", yearBasis: null };
const speed = {
	unit: "km/h",
	direction: "down",
	series: [
		{ platsId: 1, baseline: 42, target: 38 },
		{ platsId: 2, baseline: null, target: null },
	],
};

type Facts = { done?: number; today?: string };
type Scene = [kind: MeasureKind, what: string, input: (facts: Facts) => CalculationInput<unknown>];

/** Each as it is after so much was done in the period: done before the fifth of every list, or as many measurements. */
const SCENES: Scene[] = [
	["count", "per löfte", given({ settings: insatser })],
	["count", "per tertial", given({ settings: { ...insatser, per: "period" } })],
	[
		"count",
		"per year without end",
		given({ settings: { ...insatser, per: "year", yearBasis: "calendar" }, inForce: { from: "2018-01-01", to: null } }),
	],
	["recurring", "weeks", given({ settings: weekly })],
	["recurring", "evenings", given({ settings: evenings, helgkvallar: [{ date: "2018-05-10", name: "helgkväll" }] })],
	["recurring", "hours not stated", given({ settings: unstated })],
	["recurring", "nothing agreed", given({ settings: { ...weekly, season: { fromMonth: 11, toMonth: 12 } } })],
	["milestone", "planned", given({ settings: { plannedOn: "2018-05-20" } })],
	["coverage", "of seven", given({ settings: kommundelar, platser })],
	["outcome", "of two places", given({ settings: speed, platser })],
	["outcome", "of one place", given({ settings: { ...speed, series: speed.series.slice(0, 1) }, platser })],
	["ongoing", "some", given({ settings: { unit: "pass", unitOne: "pass" } })],
	["actions", "seven decided", given({ settings: {}, withAtgarder: true })],
];

/** Nothing that is a day, a week, a weekday, a month, a reason or a title. */
const LEAK = new RegExp(`${DAY_OR_WEEK.source}|${TITLE}|semester|helgkväll|lastDay|slots`, "i");

function publish(kind: MeasureKind, input: CalculationInput<unknown>, isSensitive = false): PublicFinding {
	const module = measureModule(kind);
	// As a report has it: plain JSON, frozen and read again.
	return module.publish(JSON.parse(JSON.stringify(module.calculate(input))), { isSensitive });
}

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

describe.each(SCENES)("%s, %s, when it is sensitive", (kind, _what, input) => {
	it.each([DURING, AFTERWARDS])("has no chart, no table and no sum, however much was done (%s)", (today) => {
		for (const done of [0, 4, 5, 7])
			expect(publish(kind, input({ done, today }), true)).toMatchObject({
				chart: null,
				table: null,
				figures: { cumulative: null },
			});
	});
});

describe("a sensitive measure", () => {
	const hidden = SCENES.filter(([kind]) => kind !== "milestone" && kind !== "outcome");

	it.each(hidden)("%s, %s: says the same of every number below five", (kind, _what, input) => {
		for (const today of [DURING, AFTERWARDS]) {
			const said = [0, 1, 2, 3, 4].map((done) => JSON.stringify(publish(kind, input({ done, today }), true)));
			expect(new Set(said).size, said.join("\n")).toBe(1);
			expect(said[0]).toContain(`"thisPeriod":"${FEWER_THAN_FIVE}"`);
			expect(said[0]).toMatch(/"headline":"Färre än 5 \S+.* detta tertial"/);
			expect(said[0]).toMatch(/"figure":"färre än 5 \S+/);
		}
	});

	it.each(hidden.filter(([, what]) => what !== "nothing agreed"))(
		"%s, %s: says five as it is",
		(kind, _what, input) => {
			const { headline, figure, figures } = publish(kind, input({ done: 5 }), true);
			expect(figures.thisPeriod).toBe(5);
			expect(headline).toMatch(/^5 \S+.* detta tertial$/);
			expect(figure).toMatch(/^5 \S+/);
		},
	);

	it.each([
		[4.99, FEWER_THAN_FIVE, "Färre än 5 km/h detta tertial"],
		[-12, FEWER_THAN_FIVE, "Färre än 5 km/h detta tertial"],
		[5, 5, "5 km/h detta tertial"],
		[38.5, 38.5, "38,5 km/h detta tertial"],
	])("hides a small measured value too: %d", (value, thisPeriod, headline) => {
		const settings = { ...speed, series: speed.series.slice(0, 1) };
		const entries = [entry("2018-05-02", { quantity: value, platsId: 1 })];
		const input = inputOf<unknown>({ ...when, today: DURING, settings, platser, entries });
		const said = publish("outcome", input, true);
		expect(said.figures).toEqual({ unit: "km/h", periodMinimum: null, thisPeriod, minimum: 38, cumulative: null });
		expect(said.headline).toBe(headline);
	});

	it("says of a measured value that there is none, and never that it is small", () => {
		const settings = { ...speed, series: speed.series.slice(0, 1) };
		const said = publish("outcome", inputOf<unknown>({ ...when, today: DURING, settings, platser }), true);
		expect(said).toMatchObject({ figure: "ingen uppgift", headline: "Ingen uppgift detta tertial" });
	});

	it("does not tell by what is due that this week's meeting is held already", () => {
		const facts = { ...when, settings: weekly, today: "2018-05-03" };
		const held = publish("recurring", inputOf<unknown>({ ...facts, entries: [entry("2018-05-02")] }), true);
		expect(held.figures).toMatchObject({ periodMinimum: 18, thisPeriod: FEWER_THAN_FIVE, minimum: 35 });
		expect(publish("recurring", inputOf<unknown>(facts), true)).toEqual(held);
	});

	it("says that a milestone is done or not, which is the promise itself, and no number", () => {
		const settings = { plannedOn: "2018-05-20" };
		const done = publish(
			"milestone",
			inputOf({ ...when, today: DURING, settings, entries: [entry("2018-05-02")] }),
			true,
		);
		expect(done).toMatchObject({ headline: "Klart", figures: { thisPeriod: FEWER_THAN_FIVE, minimum: 1 } });
		expect(publish("milestone", inputOf({ ...when, today: DURING, settings }), true).headline).toBe("Inte klart");
	});

	it("hides how few åtgärder were decided, which was counted and not agreed", () => {
		const decided = (count: number) => {
			const atgarder = Array.from({ length: count }, (_, index) => ({
				id: index + 1,
				title: TITLE,
				decidedOn: "2018-05-02",
				dueOn: null,
				doneOn: "2018-06-01",
			}));
			return publish("actions", inputOf<unknown>({ ...when, today: AFTERWARDS, settings: {}, atgarder }), true);
		};
		expect(decided(3)).toEqual(decided(1));
		expect(decided(4).figures.minimum).toBe(FEWER_THAN_FIVE);
		expect(decided(6).figures.minimum).toBe(6);
	});

	it("never tells of a count below five, whatever was done before and whatever was agreed", () => {
		const before = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 });
		const inPeriod = fc.array(fc.constant(1), { maxLength: 4 });
		fc.assert(
			fc.property(before, inPeriod, fc.integer({ min: 1, max: 30 }), (earlier, now, minimum) => {
				const entries: Entry[] = [
					...earlier.map((quantity) => entry("2018-02-01", { quantity })),
					...now.map((quantity, index) => entry(`2018-05-0${index + 1}`, { quantity })),
				];
				const facts = { ...when, today: AFTERWARDS, settings: { ...insatser, minimum } };
				const said = publish("count", inputOf<unknown>({ ...facts, entries }), true);
				const saidOfNothing = publish("count", inputOf<unknown>(facts), true);
				expect(said).toEqual(saidOfNothing);
			}),
		);
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

interface Given extends Omit<Partial<Parameters<typeof inputOf<unknown>>[0]>, "settings"> {
	settings: unknown;
	withAtgarder?: boolean;
}

function given({ withAtgarder, ...facts }: Given): Scene[2] {
	return ({ done = 3, today = DURING }) => {
		const days = MAYS.slice(0, done);
		const isMeasured = typeof facts.settings === "object" && facts.settings !== null && "series" in facts.settings;
		return inputOf<unknown>({
			...when,
			today,
			...facts,
			entries: days.map((date, index) =>
				isMeasured
					? entry(date, { quantity: 40 - index, platsId: 1 })
					: entry(date, facts.platser ? { platsId: index + 1 } : {}),
			),
			excusedSlots: [
				{ slotKey: "2018-W30", reason: "semester" },
				{ slotKey: "2018-07-25", reason: "semester" },
			],
			atgarder: withAtgarder
				? MAYS.map((_, index) => ({
						id: index + 1,
						title: TITLE,
						decidedOn: "2018-04-12",
						dueOn: "2018-12-01",
						doneOn: days[index] ?? null,
					}))
				: [],
		});
	};
}
