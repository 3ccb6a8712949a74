import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MEASURE_KINDS, type MeasureKind } from "#app/domain/measureKind.ts";
import type { CountChart } from "#app/measures/count/chartData.ts";
import CountInteractiveChart from "#app/measures/count/InteractiveChart.tsx";
import { measureModule } from "#app/measures/index.ts";
import type { OutcomeChart } from "#app/measures/outcome/calculation.ts";
import OutcomeInteractiveChart from "#app/measures/outcome/InteractiveChart.tsx";
import { entriesOn, entry, inputOf, unstated, weekly } from "./input.ts";

const inForce = { from: "2018-01-01", to: "2018-12-31" };
const when = { inForce, period: "2018-T2", today: "2018-06-15" };
const platser = [
	{ id: 1, name: "Vrigstad" },
	{ id: 2, name: "Åker" },
];
const evenings = {
	cadence: { type: "weekdays", weekdays: [5], withHelgkvallar: true, onlyHelgfria: false },
	season: null,
	slotOne: "kväll",
	slotMany: "kvällar",
};
const tertialMinimum = { minimum: 2, per: "period", yearBasis: null, unit: "insatser", unitOne: "insats" };
const count = { minimum: 10, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" };
const speed = {
	unit: "km/h",
	direction: "down",
	series: [
		{ platsId: 1, baseline: 42, target: 40 },
		{ platsId: 2, baseline: null, target: null },
	],
};
const atgarder = [{ id: 1, title: "Laga lampan", decidedOn: "2018-05-01", dueOn: "2018-06-01", doneOn: null }];
const excusedSlots = [{ slotKey: "2018-W20", reason: "semester" }];
const speeds = [42, 41, 39].map((quantity, index) => entry(`2018-0${index + 2}-01`, { quantity, platsId: 1 }));

/** Kind, what it shows, its input, and what the drawing must say in words. */
const SCENES: [MeasureKind, string, ReturnType<typeof inputOf<unknown>>, string[]][] = [
	[
		"count",
		"with pace",
		inputOf({ ...when, settings: count, entries: entriesOn("2018-02-01") }),
		["minst 10", "jämn takt"],
	],
	[
		"count",
		"without end",
		inputOf({ ...when, settings: count, inForce: { from: "2018-01-01", to: null } }),
		["minst 10"],
	],
	[
		"count",
		"over-fulfilled",
		inputOf({ ...when, settings: { ...count, minimum: 1 }, entries: entriesOn("2018-02-01", "2018-03-01") }),
		["minst 1"],
	],
	["count", "per period", inputOf({ ...when, settings: tertialMinimum }), ["minst 2", "per period"]],
	[
		"recurring",
		"weeks",
		inputOf({ ...when, settings: weekly, entries: entriesOn("2018-05-02"), excusedSlots }),
		["v.\u00a018: gjord", "v.\u00a019: missad", "v.\u00a020: inställd (semester)", "ej dags"],
	],
	[
		"recurring",
		"days",
		inputOf({ ...when, settings: evenings, helgkvallar: [{ date: "2018-05-09", name: "x" }] }),
		["Fredag", "Annan helgkväll", "ons 9 maj: missad"],
	],
	[
		"recurring",
		"nothing expected",
		inputOf({ ...when, settings: { ...weekly, season: { fromMonth: 11, toMonth: 12 } } }),
		[],
	],
	[
		"recurring",
		"hours not stated",
		inputOf({ ...when, settings: unstated, entries: entriesOn("2018-05-02") }),
		["maj"],
	],
	[
		"milestone",
		"late",
		inputOf({ ...when, settings: { plannedOn: "2018-05-01" } }),
		["planerat 1 maj 2018", "inte klart 15 juni 2018"],
	],
	[
		"milestone",
		"done",
		inputOf({ ...when, settings: { plannedOn: null }, entries: entriesOn("2018-05-03") }),
		["klart 3 maj 2018"],
	],
	[
		"coverage",
		"one missing",
		inputOf({
			...when,
			settings: { platsIds: [1, 2], times: 1, per: "lofte", yearBasis: null },
			platser,
			entries: [entry("2018-05-02", { platsId: 1 })],
		}),
		["Vrigstad", "nådd", "Åker", "saknas"],
	],
	[
		"outcome",
		"a line",
		inputOf({ ...when, settings: speed, platser, entries: speeds }),
		["Vrigstad", "39 km/h", "start 42", "mål 40"],
	],
	[
		"outcome",
		"too few points",
		inputOf({ ...when, settings: speed, platser, entries: speeds.slice(0, 1) }),
		["42 (1 februari 2018)", "Ingen uppgift"],
	],
	[
		"ongoing",
		"some months",
		inputOf({ ...when, settings: { unit: "pass", unitOne: "pass" }, entries: entriesOn("2018-05-03") }),
		["maj", "2018"],
	],
	[
		"actions",
		"one late",
		inputOf({ ...when, settings: {}, atgarder }),
		["Laga lampan", "försenad", "skulle vara klar 1 juni 2018"],
	],
	["actions", "none", inputOf({ ...when, settings: {} }), []],
];

describe.each(SCENES)("%s, %s", (kind, _name, input, words) => {
	const module = measureModule(kind);
	const { chart, headline, figure, table } = module.calculate(input);

	it("draws a chart that says what it shows", () => {
		const html = renderToStaticMarkup(<module.Chart chart={chart} titleId="finding" />);
		for (const word of words) expect(html).toContain(word);
		expect(html).not.toMatch(/NaN|Infinity|undefined|-?\d+e-?\d+%/);
	});

	it("draws a small one with its figure in words", () => {
		const html = renderToStaticMarkup(<module.MiniChart chart={chart} />);
		expect(html).toContain(`aria-label="${figure}"`);
		expect(html).not.toMatch(/NaN|Infinity|undefined/);
	});

	it("draws one for a projector, where it has one", () => {
		const { ScreenChart } = module;
		if (!ScreenChart) return expect(["coverage", "actions"]).toContain(module.kind);
		const html = renderToStaticMarkup(<ScreenChart chart={chart} titleId="finding" />);
		expect(html).toMatch(/<svg|<ul/);
		expect(html).not.toMatch(/NaN|Infinity|undefined/);
	});

	it("hands over plain JSON, a finding and a table as wide as its columns", () => {
		expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
		expect(headline).not.toBe("");
		for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
	});
});

describe.each(MEASURE_KINDS.map((kind) => [kind]))("fields of %s", (kind) => {
	const module = measureModule(kind);

	it("render empty, for a new measure", () => {
		expect(renderToStaticMarkup(<module.Fields settings={null} platser={platser} />)).toContain("measure-fields");
	});

	it("stand in the registry under their own code", () => {
		expect(module.kind).toBe(kind);
	});
});

describe("fields with settings", () => {
	it.each([
		["count", count, 'value="10"'],
		["recurring", evenings, 'value="kvällar"'],
		["milestone", { plannedOn: "2018-05-01" }, 'value="2018-05-01"'],
		["coverage", { platsIds: [2], times: 3, per: "year", yearBasis: "calendar" }, 'value="3"'],
		["outcome", speed, 'value="42"'],
		["ongoing", { unit: "pass", unitOne: "pass" }, 'value="pass"'],
	] as const)("%s shows what is set", (kind, settings, expected) => {
		const module = measureModule(kind);
		expect(renderToStaticMarkup(<module.Fields settings={settings} platser={platser} />)).toContain(expected);
	});
});

describe("the interactive layer", () => {
	const interactive = MEASURE_KINDS.filter((kind) => measureModule(kind).InteractiveChart !== undefined);

	it("exists for count and outcome only", () => {
		expect(interactive).toEqual(["count", "outcome"]);
	});

	it("renders on the server without failing, so that a page with it can be tested", () => {
		const countData = measureModule("count").calculate(inputOf({ ...when, settings: count })).chart as CountChart;
		const eachPeriod = measureModule("count").calculate(inputOf({ ...when, settings: tertialMinimum }))
			.chart as CountChart;
		const outcomeData = measureModule("outcome").calculate(
			inputOf({ ...when, settings: speed, platser, entries: speeds }),
		).chart as OutcomeChart;
		expect(renderToStaticMarkup(<CountInteractiveChart chart={countData} />)).toContain("dag för dag");
		expect(renderToStaticMarkup(<CountInteractiveChart chart={eachPeriod} />)).toContain("per period");
		expect(renderToStaticMarkup(<OutcomeInteractiveChart chart={outcomeData} />)).toContain("Vrigstad");
	});
});
