import { describe, expect, it } from "vitest";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Amount, CalculationInput } from "#app/measures/types.ts";
import { entriesOn, entry, inputOf } from "./input.ts";

const YEAR = { from: "2018-01-01", to: "2018-12-31" };
const SAVSJO = { from: "2018-04-10", to: "2020-04-09" };
const T2 = { inForce: YEAR, period: "2018-T2", today: "2018-10-15" };
const platser = [
	{ id: 1, name: "Vrigstad" },
	{ id: 2, name: "Åker" },
	{ id: 3, name: "Hok" },
];
const insatser = (facts: object = {}) => ({
	minimum: 10,
	per: "lofte",
	yearBasis: null,
	unit: "insatser",
	unitOne: "insats",
	...facts,
});
const weekly = {
	cadence: { type: "every", every: "week", times: 1 },
	season: null,
	slotOne: "möte",
	slotMany: "möten",
};
const termin = { ...weekly, cadence: { type: "every", every: "termin", times: 1 } };
const unstated = { ...weekly, cadence: { type: "opening_hours", hours: [], onlyHelgfria: true } };
const allPlatser = (facts: object = {}) => ({ platsIds: [1, 2, 3], times: 1, per: "lofte", yearBasis: null, ...facts });
const speed = (...targets: (number | null)[]) => ({
	unit: "km/h",
	direction: "down",
	series: targets.map((target, index) => ({ platsId: index + 1, baseline: 42, target })),
});
const atgard = (id: number, doneOn: string | null, decidedOn = "2018-03-01") => ({
	id,
	title: `åtgärd ${id}`,
	decidedOn,
	dueOn: null,
	doneOn,
});
const measured = (date: string, quantity: number, platsId = 1) => entry(date, { quantity, platsId });

type Expected = [unit: string, periodMinimum: Amount, thisPeriod: Amount, minimum: Amount, cumulative: Amount];
type Row = [MeasureKind, string, CalculationInput<unknown>, Expected];

const ROWS: Row[] = [
	[
		"count",
		"the period's part and quantity beside the whole",
		inputOf<unknown>({ ...T2, settings: insatser(), entries: entriesOn("2018-02-01", "2018-05-01", "2018-09-01") }),
		["insatser", 4, 1, 10, 2],
	],
	[
		"count",
		"what exceeds the minimum, never capped",
		inputOf<unknown>({
			...T2,
			settings: insatser({ minimum: 8 }),
			entries: [entry("2018-05-01", { quantity: 20 })],
		}),
		["insatser", 2, 20, 8, 20],
	],
	[
		"count",
		"no part without an end",
		inputOf<unknown>({
			...T2,
			inForce: { ...YEAR, to: null },
			settings: insatser(),
			entries: entriesOn("2018-02-01", "2018-05-01"),
		}),
		["insatser", null, 1, 10, 2],
	],
	[
		"count",
		"a part of nothing in a clipped first tertial",
		inputOf<unknown>({ ...T2, inForce: SAVSJO, period: "2018-T1", settings: insatser({ minimum: 15 }) }),
		["insatser", 0, 0, 15, 0],
	],
	[
		"count",
		"agreed per period: the period is the whole",
		inputOf<unknown>({
			...T2,
			settings: insatser({ minimum: 3, per: "period" }),
			entries: entriesOn("2018-02-01", "2018-05-01", "2018-05-02", "2018-06-01", "2018-06-02"),
		}),
		["insatser", 3, 4, 3, 4],
	],
	[
		"count",
		"a tertial that an agreement year cuts: its own numbers are of both years, the whole is the longer one's",
		inputOf<unknown>({
			inForce: SAVSJO,
			period: "2019-T1",
			today: "2019-06-01",
			settings: insatser({ minimum: 4, per: "year", yearBasis: "agreement" }),
			entries: entriesOn("2018-05-01", "2018-10-01", "2019-04-09", "2019-04-10", "2019-04-30"),
		}),
		["insatser", 1, 3, 4, 3],
	],
	[
		"count",
		"an agreed fördelning in place of the proposal",
		inputOf<unknown>({ ...T2, settings: insatser(), fordelning: { "2018-T1": 1, "2018-T2": 1, "2018-T3": 8 } }),
		["insatser", 1, 0, 10, 0],
	],
	[
		"count",
		"nothing of a period that has not begun",
		inputOf<unknown>({ ...T2, period: "2018-T3", today: "2018-08-31", settings: insatser() }),
		["insatser", 3, null, 10, 0],
	],
	[
		"recurring",
		"the period's due slots beside those since the dokument began",
		inputOf<unknown>({
			...T2,
			today: "2018-05-17",
			settings: weekly,
			// Week 20 of 14–20 May is done before it is over, and so is due.
			entries: entriesOn("2018-01-03", "2018-05-02", "2018-05-15"),
			excusedSlots: [{ slotKey: "2018-W02", reason: "larm" }],
		}),
		["möten", 3, 2, 19, 3],
	],
	[
		"recurring",
		"a tertial in which no termin ends",
		inputOf<unknown>({ ...T2, period: "2018-T1", settings: termin, entries: entriesOn("2018-02-01") }),
		["möten", 0, 0, 0, 0],
	],
	[
		"recurring",
		"opening hours that the text does not give have no minimum",
		inputOf<unknown>({ ...T2, settings: unstated, entries: entriesOn("2018-02-01", "2018-05-02", "2018-05-03") }),
		["möten", null, 2, null, 3],
	],
	[
		"coverage",
		"places reached so far, and those visited in the period",
		inputOf<unknown>({
			...T2,
			platser,
			settings: allPlatser(),
			entries: [
				measured("2018-02-01", 1, 1),
				measured("2018-05-01", 1, 1),
				measured("2018-05-02", 1, 2),
				entry("2018-05-03"),
				measured("2018-05-04", 1, 99),
			],
		}),
		["platser", null, 2, 3, 2],
	],
	[
		"coverage",
		"agreed per period",
		inputOf<unknown>({
			...T2,
			platser,
			settings: allPlatser({ per: "period" }),
			entries: [measured("2018-05-01", 1, 3), measured("2018-02-01", 1, 1)],
		}),
		["platser", 3, 1, 3, 1],
	],
	[
		"coverage",
		"a place that lacks a second visit is visited and not reached",
		inputOf<unknown>({ ...T2, platser, settings: allPlatser({ times: 2 }), entries: [measured("2018-05-01", 1)] }),
		["platser", null, 1, 3, 0],
	],
	[
		"milestone",
		"done in the period",
		inputOf<unknown>({ ...T2, settings: { plannedOn: null }, entries: entriesOn("2018-05-01") }),
		["milstolpe", null, 1, 1, 1],
	],
	[
		"milestone",
		"done before the period stays done",
		inputOf<unknown>({ ...T2, settings: { plannedOn: null }, entries: entriesOn("2018-04-30", "2018-05-02") }),
		["milstolpe", null, 0, 1, 1],
	],
	[
		"milestone",
		"done after the period is not done yet",
		inputOf<unknown>({ ...T2, settings: { plannedOn: null }, entries: entriesOn("2018-09-01") }),
		["milstolpe", null, 0, 1, 0],
	],
	[
		"outcome",
		"one place: the latest values and the target",
		inputOf<unknown>({
			...T2,
			platser,
			settings: speed(38),
			entries: [measured("2018-02-01", 41), measured("2018-05-01", 40.5), measured("2018-08-31", 39.5)],
		}),
		["km/h", null, 39.5, 38, 39.5],
	],
	[
		"outcome",
		"one place without a target, not measured in the period",
		inputOf<unknown>({ ...T2, platser, settings: speed(null), entries: [measured("2018-04-30", 41)] }),
		["km/h", null, null, null, 41],
	],
	[
		"outcome",
		"several places: the table tells",
		inputOf<unknown>({ ...T2, platser, settings: speed(38, 38), entries: [measured("2018-05-01", 41)] }),
		["km/h", null, null, null, null],
	],
	[
		"ongoing",
		"no minimum",
		inputOf<unknown>({
			...T2,
			settings: { unit: "timmar", unitOne: "timme" },
			entries: [entry("2018-02-01", { quantity: 0.1 }), entry("2018-05-01", { quantity: 0.2 })],
		}),
		["timmar", null, 0.2, null, 0.3],
	],
	[
		"actions",
		"decided and done, and done in the period",
		inputOf<unknown>({
			...T2,
			settings: {},
			atgarder: [
				atgard(1, "2018-04-30"),
				atgard(2, "2018-05-01"),
				atgard(3, "2018-09-01"),
				atgard(4, null),
				atgard(5, null, "2018-09-02"),
			],
		}),
		["beslutade åtgärder", null, 1, 4, 2],
	],
	["actions", "none decided", inputOf<unknown>({ ...T2, settings: {} }), ["beslutade åtgärder", null, 0, 0, 0]],
];

describe("the figures of a report", () => {
	it.each(ROWS)("%s: %s", (kind, _what, input, expected) => {
		const { unit, periodMinimum, thisPeriod, minimum, cumulative } = measureModule(kind).calculate(input).figures;
		expect([unit, periodMinimum, thisPeriod, minimum, cumulative]).toEqual(expected);
	});
});
