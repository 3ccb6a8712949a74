import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeFordelning } from "#app/domain/fordelning.ts";
import type { InForce, PeriodKind } from "#app/domain/periods.ts";
import { calculateCount } from "#app/measures/count/calculation.ts";
import { proposeCountFordelning } from "#app/measures/count/plan.ts";
import {
	type CountSettings,
	countSettingsFromForm,
	countSettingsSchema,
	describeCountSettings,
} from "#app/measures/count/settings.ts";
import { entriesOn, entry, inputOf } from "./input.ts";

const SAVSJO_2018 = { from: "2018-04-10", to: "2020-04-09" };
const SAVSJO_2017 = { from: "2017-01-01", to: "2017-12-31" };

function settings(facts: Partial<CountSettings>): CountSettings {
	return { minimum: 10, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats", ...facts };
}

/** The proposed parts of each whole, in order. */
function parts(facts: Partial<CountSettings>, inForce: InForce, kind: PeriodKind = "tertial") {
	return propose(settings(facts), inForce, kind)?.map((whole) => whole.parts.map((part) => part.part));
}

function propose(settings: CountSettings, inForce: InForce, periodKind: PeriodKind, through = inForce.from) {
	const versions = [{ validFrom: inForce.from, settings }];
	return proposeCountFordelning({ versions, inForce, periodKind, through, fordelning: null });
}

describe("proposeFordelning", () => {
	const total = fc.integer({ min: 0, max: 5000 });
	const days = fc.array(fc.integer({ min: 0, max: 366 }), { minLength: 1, maxLength: 24 });

	it("sums to the whole, is never negative and grows with time", () => {
		fc.assert(
			fc.property(total, days, (whole, stretches) => {
				const proposed = proposeFordelning(whole, stretches);
				const expected = stretches.some((count) => count > 0) ? whole : 0;
				expect(proposed.reduce((sum, part) => sum + part, 0)).toBe(expected);
				expect(proposed.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
			}),
		);
	});

	it("keeps every cumulative part within half an activity of the even pace", () => {
		fc.assert(
			fc.property(total, days, (whole, stretches) => {
				const all = stretches.reduce((sum, count) => sum + count, 0);
				fc.pre(all > 0);
				let elapsed = 0;
				let given = 0;
				for (const [index, part] of proposeFordelning(whole, stretches).entries()) {
					elapsed += stretches[index] ?? 0;
					given += part;
					expect(Math.abs(given - (whole * elapsed) / all)).toBeLessThanOrEqual(0.5);
				}
			}),
		);
	});

	it("refuses what is no whole number", () => {
		expect(() => proposeFordelning(1.5, [1])).toThrow(RangeError);
		expect(() => proposeFordelning(-1, [1])).toThrow(RangeError);
	});
});

describe("proposed minimum per period", () => {
	it.each<[string, Partial<CountSettings>, InForce, PeriodKind, number[][] | undefined]>([
		["10 over a year is 3+4+3", { minimum: 10 }, SAVSJO_2017, "tertial", [[3, 4, 3]]],
		["4 over a year is 1+2+1", { minimum: 4, per: "year", yearBasis: "calendar" }, SAVSJO_2017, "tertial", [[1, 2, 1]]],
		["Sävsjö's 15 over two years, clipped", { minimum: 15 }, SAVSJO_2018, "tertial", [[0, 3, 2, 3, 2, 3, 2]]],
		[
			"4 per calendar year holds whole in the clipped years",
			{ minimum: 4, per: "year", yearBasis: "calendar" },
			SAVSJO_2018,
			"tertial",
			[[0, 2, 2], [1, 2, 1], [4]],
		],
		[
			"4 per agreement year cuts the tertials",
			{ minimum: 4, per: "year", yearBasis: "agreement" },
			SAVSJO_2018,
			"tertial",
			[
				[0, 2, 1, 1],
				[0, 2, 1, 1],
			],
		],
		["quarters", { minimum: 10 }, SAVSJO_2017, "quarter", [[2, 3, 2, 3]]],
		["half-years", { minimum: 5 }, SAVSJO_2017, "half_year", [[2, 3]]],
		["years", { minimum: 5 }, SAVSJO_2018, "year", [[2, 2, 1]]],
		["a leap year", { minimum: 366 }, { from: "2016-01-01", to: "2016-12-31" }, "tertial", [[121, 123, 122]]],
		["nothing to spread without an end", { minimum: 10 }, { from: "2016-01-01", to: null }, "tertial", undefined],
		["nothing to spread when agreed per period", { per: "period" }, SAVSJO_2017, "tertial", undefined],
	])("%s", (_name, facts, inForce, kind, expected) => {
		expect(parts(facts, inForce, kind)).toEqual(expected);
	});

	it("proposes further years of an open end when asked for them", () => {
		const open = { from: "2016-06-01", to: null };
		const yearly = settings({ minimum: 6, per: "year", yearBasis: "calendar" });
		expect(propose(yearly, open, "tertial")).toHaveLength(1);
		const through2018 = propose(yearly, open, "tertial", "2018-02-01");
		expect(through2018?.map((whole) => whole.label)).toEqual(["2016", "2017", "2018"]);
	});

	it("keeps the numbers of periods that began before the minimum was changed", () => {
		const versions = [
			{ validFrom: "2017-01-01", settings: settings({ minimum: 10 }) },
			{ validFrom: "2017-05-01", settings: settings({ minimum: 13 }) },
		];
		const facts = { versions, inForce: SAVSJO_2017, periodKind: "tertial" as const, through: "", fordelning: null };
		const [whole] = proposeCountFordelning(facts) ?? [];
		expect(whole?.total).toBe(13);
		expect(whole?.parts.map(({ part }) => part)).toEqual([3, 5, 5]);
	});

	it("proposes nothing new for years that were over when the minimum was changed", () => {
		const yearly = (minimum: number) => settings({ minimum, per: "year", yearBasis: "calendar" });
		const wholes = proposeCountFordelning({
			versions: [
				{ validFrom: "2017-01-01", settings: yearly(10) },
				{ validFrom: "2018-01-01", settings: yearly(13) },
			],
			inForce: { from: "2017-01-01", to: "2018-12-31" },
			periodKind: "tertial",
			through: "2018-06-01",
			fordelning: null,
		});
		expect(wholes?.map(({ total }) => total)).toEqual([10, 13]);
		expect(wholes?.map((whole) => whole.parts.map(({ part }) => part))).toEqual([
			[3, 4, 3],
			[4, 5, 4],
		]);
	});

	it("keeps what was agreed for periods that began before the minimum was changed, and sums to what that gives", () => {
		const versions = [
			{ validFrom: "2017-01-01", settings: settings({ minimum: 10 }) },
			{ validFrom: "2017-05-02", settings: settings({ minimum: 7 }) },
		];
		const facts = { versions, inForce: SAVSJO_2017, periodKind: "tertial" as const, through: "2017-06-01" };
		const agreed = { "2017-T1": 1, "2017-T2": 5, "2017-T3": 4 };
		const [kept] = proposeCountFordelning({ ...facts, fordelning: agreed }) ?? [];
		expect(kept?.parts.map(({ part }) => part)).toEqual([1, 5, 1]);
		expect(kept?.total).toBe(7);
		const [exceeded] = proposeCountFordelning({ ...facts, fordelning: { "2017-T1": 1, "2017-T2": 8 } }) ?? [];
		expect(exceeded?.parts.map(({ part }) => part)).toEqual([1, 8, 0]);
		expect(exceeded?.total).toBe(9);
	});

	it("names agreement years by their days", () => {
		const yearly = settings({ minimum: 4, per: "year", yearBasis: "agreement" });
		expect(propose(yearly, SAVSJO_2018, "tertial")?.map((whole) => whole.label)).toEqual([
			"löftesår 1 (10 april 2018–9 april 2019)",
			"löftesår 2 (10 april 2019–9 april 2020)",
		]);
	});

	it("lets an agreement year that begins on a leap day end on 27 and 28 February", () => {
		const inForce = { from: "2016-02-29", to: "2018-02-27" };
		const yearly = settings({ per: "year", yearBasis: "agreement" });
		expect(propose(yearly, inForce, "tertial")?.map((whole) => whole.label)).toEqual([
			"löftesår 1 (29 februari 2016–27 februari 2017)",
			"löftesår 2 (28 februari 2017–27 februari 2018)",
		]);
	});
});

describe("status of a count", () => {
	const ten = { settings: settings({ minimum: 10 }), inForce: SAVSJO_2017 };
	const three = entriesOn("2017-01-15", "2017-02-15", "2017-04-30");

	it.each([
		["nothing registered, pace below one", "2017-T1", "2017-01-10", [], "inte_igang"],
		["nothing registered, a whole activity behind", "2017-T1", "2017-03-01", [], "efter"],
		["less than a whole activity behind", "2017-T1", "2017-03-01", ["2017-02-01"], "pa_vag"],
		[
			"the part of the tertial reached while it runs",
			"2017-T1",
			"2017-04-30",
			["2017-01-15", "2017-02-15", "2017-04-30"],
			"natt",
		],
		["short when the tertial is over", "2017-T1", "2017-05-01", ["2017-01-15"], "ej_natt"],
		[
			"what came later does not mend an earlier tertial",
			"2017-T1",
			"2017-09-01",
			["2017-05-01", "2017-05-02", "2017-05-03"],
			"ej_natt",
		],
		["a tertial that has not begun", "2017-T3", "2017-05-01", ["2017-02-01"], "inte_igang"],
	])("%s", (_name, period, today, dates, expected) => {
		expect(calculateCount(inputOf({ ...ten, period, today, entries: entriesOn(...dates) })).status).toBe(expected);
	});

	it("counts the last day of the dokument and nothing after it", () => {
		const facts = { ...ten, settings: settings({ minimum: 2 }), period: "2017-T3", today: "2018-10-15" };
		const onLastDay = calculateCount(inputOf({ ...facts, entries: entriesOn("2017-03-01", "2017-12-31") }));
		const dayAfter = calculateCount(inputOf({ ...facts, entries: entriesOn("2017-03-01", "2018-01-01") }));
		expect([onLastDay.status, onLastDay.figure]).toEqual(["natt", "2 av minst 2"]);
		expect([dayAfter.status, dayAfter.figure]).toEqual(["ej_natt", "1 av minst 2"]);
	});

	it("ignores entries before the first day and after the evaluated day", () => {
		const entries = entriesOn("2016-12-31", "2017-01-01", "2017-03-02");
		expect(calculateCount(inputOf({ ...ten, period: "2017-T1", today: "2017-03-01", entries })).figure).toBe(
			"1 av minst 10",
		);
	});

	it("counts a leap day", () => {
		const inForce = { from: "2016-01-01", to: "2016-12-31" };
		const facts = { settings: settings({ minimum: 1 }), inForce, period: "2016-T1", today: "2016-03-01" };
		expect(calculateCount(inputOf({ ...facts, entries: entriesOn("2016-02-29") })).status).toBe("natt");
	});

	it("says how far it is from the whole, and from this period's part", () => {
		const { headline, figure, remarks } = calculateCount(
			inputOf({ ...ten, period: "2017-T1", today: "2017-05-01", entries: three }),
		);
		expect(headline).toBe("3 av minst 10 insatser");
		expect(figure).toBe("3 av minst 10");
		expect(remarks).toContain("3 av minst 3 detta tertial.");
	});

	it("never caps what exceeds the minimum", () => {
		const entries = Array.from({ length: 20 }, () => entry("2017-02-01"));
		const { status, figure } = calculateCount(
			inputOf({ ...ten, settings: settings({ minimum: 8 }), period: "2017-T1", today: "2017-03-01", entries }),
		);
		expect([status, figure]).toEqual(["natt", "20 av minst 8"]);
	});

	it("adds hours without binary dust", () => {
		const hours = settings({ minimum: 1, unit: "timmar", unitOne: "timme" });
		const entries = [entry("2017-01-02", { quantity: 0.1 }), entry("2017-01-03", { quantity: 0.2 })];
		const { figure, headline } = calculateCount(
			inputOf({ ...ten, settings: hours, period: "2017-T2", today: "2017-05-01", entries }),
		);
		expect(figure).toBe("0,3 av minst 1");
		expect(headline).toBe("0,3 av minst 1 timme");
	});
});

describe("a clipped first tertial", () => {
	const fifteen = { settings: settings({ minimum: 15 }), inForce: SAVSJO_2018, period: "2018-T1" };

	it("asks nothing of 21 days, so that nothing done is neither fulfilled nor missed", () => {
		const { status, headline, remarks } = calculateCount(inputOf({ ...fifteen, today: "2018-06-01" }));
		expect(status).toBe("inget_minimum");
		expect(headline).toBe("Inget minimum detta tertial, 0 av minst 15 insatser hittills");
		expect(remarks).toContain("Tertialet gäller från 10 april.");
	});

	it("says what was done all the same", () => {
		const entries = entriesOn("2018-04-30");
		const { status, headline, figure } = calculateCount(inputOf({ ...fifteen, today: "2018-06-01", entries }));
		expect(status).toBe("inget_minimum");
		expect(headline).toBe("Inget minimum detta tertial, 1 av minst 15 insatser hittills");
		expect(figure).toBe("1 av minst 15");
	});

	it("has not begun before its first day", () => {
		expect(calculateCount(inputOf({ ...fifteen, today: "2018-04-09" })).status).toBe("inte_igang");
		expect(calculateCount(inputOf({ ...fifteen, today: "2018-04-10" })).status).toBe("inget_minimum");
	});

	it("is reached when the whole already is, though nothing was asked", () => {
		const entries = [entry("2018-04-30", { quantity: 15 })];
		expect(calculateCount(inputOf({ ...fifteen, today: "2018-06-01", entries })).status).toBe("natt");
	});

	it("asks for what earlier periods lack, also where its own part is nothing", () => {
		const fordelning = { "2017-T1": 5, "2017-T2": 0, "2017-T3": 5 };
		const facts = { settings: settings({}), inForce: SAVSJO_2017, fordelning, period: "2017-T2", today: "2017-09-01" };
		expect(calculateCount(inputOf(facts)).status).toBe("ej_natt");
	});

	it("adds up through the next one", () => {
		const entries = entriesOn("2018-04-30", "2018-05-15", "2018-08-31");
		const facts = { ...fifteen, period: "2018-T2", today: "2018-10-15", entries };
		const { status, chart } = calculateCount(inputOf(facts));
		expect(status).toBe("natt");
		expect(chart.steps.map((step) => [step.label, step.quantity, step.minimumThrough])).toEqual([
			["T1", 1, 0],
			["T2", 2, 3],
			["T3", null, 5],
			["T1", null, 8],
			["T2", null, 10],
			["T3", null, 13],
			["T1", null, 15],
		]);
	});
});

describe("an open end", () => {
	const open = { settings: settings({ minimum: 2 }), inForce: { from: "2016-01-01", to: null }, period: "2017-T1" };

	it.each([
		[[], "inte_igang"],
		[["2016-03-01"], "pa_vag"],
		[["2016-03-01", "2017-01-05"], "natt"],
	])("has neither pace nor parts: %j is %s", (dates, expected) => {
		const { status, chart, remarks } = calculateCount(
			inputOf({ ...open, today: "2018-01-01", entries: entriesOn(...dates) }),
		);
		expect(status).toBe(expected);
		expect(chart.pace).toBeNull();
		expect(chart.steps.every((step) => step.part === null)).toBe(true);
		expect(remarks.join(" ")).not.toMatch(/takt/);
	});

	it("still counts per year", () => {
		const yearly = settings({ minimum: 4, per: "year", yearBasis: "calendar" });
		const entries = entriesOn("2016-03-01", "2017-01-05");
		const facts = { ...open, settings: yearly, today: "2017-03-01", entries };
		expect(calculateCount(inputOf(facts)).headline).toBe("1 av minst 4 insatser 2017");
	});
});

describe("years", () => {
	const four = { inForce: SAVSJO_2018 };
	const dates = ["2018-05-01", "2018-09-01", "2018-12-31", "2019-01-15", "2019-04-20"];

	it("calendar and agreement years count the same days differently", () => {
		const facts = { ...four, period: "2019-T1", today: "2019-04-20", entries: entriesOn(...dates) };
		const calendar = calculateCount(
			inputOf({ ...facts, settings: settings({ minimum: 4, per: "year", yearBasis: "calendar" }) }),
		);
		const agreement = calculateCount(
			inputOf({ ...facts, settings: settings({ minimum: 4, per: "year", yearBasis: "agreement" }) }),
		);
		expect(calendar.headline).toBe("2 av minst 4 insatser 2019");
		expect(agreement.headline).toBe("1 av minst 4 insatser löftesår 2");
		expect(agreement.remarks).toContain("Löftesår 1 (10 april 2018–9 april 2019): 4 av minst 4.");
	});

	const agreementYears = { ...four, settings: settings({ minimum: 4, per: "year", yearBasis: "agreement" }) };

	it("an agreement year that ended short within a tertial leaves it behind, and not reached when it is over", () => {
		const entries = entriesOn("2018-05-01", "2019-04-20");
		const facts = { ...agreementYears, period: "2019-T1", entries };
		expect(calculateCount(inputOf({ ...facts, today: "2019-04-25" })).status).toBe("efter");
		expect(calculateCount(inputOf({ ...facts, today: "2019-05-01" })).status).toBe("ej_natt");
	});

	it("a year that asks nothing of its first days does not weigh down one that was reached", () => {
		const facts = { ...agreementYears, period: "2019-T1", today: "2019-05-01" };
		const { status, headline } = calculateCount(inputOf({ ...facts, entries: entriesOn(...dates.slice(0, 4)) }));
		expect([status, headline]).toEqual(["natt", "4 av minst 4 insatser löftesår 1"]);
	});

	it("what exceeded one year does not help the next", () => {
		const calendar = settings({ minimum: 2, per: "year", yearBasis: "calendar" });
		const entries = entriesOn("2018-05-01", "2018-06-01", "2018-07-01", "2018-08-01");
		const facts = { ...four, settings: calendar, period: "2019-T3", today: "2020-01-02", entries };
		expect(calculateCount(inputOf(facts)).status).toBe("ej_natt");
	});
});

describe("a minimum per period", () => {
	it.each([
		["2017-T2", "tertial 2 2017"],
		["2017-Q2", "kvartal 2 2017"],
		["2017-H1", "halvår 1 2017"],
		["2017", "år 2017"],
	])("counts %s by itself", (period, label) => {
		const facts = {
			settings: settings({ minimum: 2, per: "period" }),
			inForce: SAVSJO_2017,
			period,
			today: "2018-02-01",
		};
		const { headline, status, chart } = calculateCount(
			inputOf({ ...facts, entries: entriesOn("2017-06-01", "2017-06-02") }),
		);
		expect(headline).toBe(`2 av minst 2 insatser ${label}`);
		expect(status).toBe("natt");
		expect(chart.isCumulative).toBe(false);
	});
});

describe("an agreed fördelning", () => {
	it("replaces the proposal", () => {
		const fordelning = { "2017-T1": 1, "2017-T2": 1, "2017-T3": 8 };
		const facts = { settings: settings({ minimum: 10 }), inForce: SAVSJO_2017, period: "2017-T1", fordelning };
		const { status, chart } = calculateCount(
			inputOf({ ...facts, today: "2017-05-01", entries: entriesOn("2017-02-01") }),
		);
		expect(status).toBe("natt");
		expect(chart.steps.map((step) => step.part)).toEqual([1, 1, 8]);
	});

	it("gives the year that ends within a tertial what it lacks, and the next year the rest", () => {
		const fordelning = {
			"2018-T1": 0,
			"2018-T2": 1,
			"2018-T3": 1,
			"2019-T1": 3,
			"2019-T2": 1,
			"2019-T3": 1,
			"2020-T1": 1,
		};
		const yearly = settings({ minimum: 4, per: "year", yearBasis: "agreement" });
		const facts = { settings: yearly, inForce: SAVSJO_2018, fordelning, today: "2020-05-01" };
		const first = calculateCount(inputOf({ ...facts, period: "2018-T3" }));
		const second = calculateCount(inputOf({ ...facts, period: "2019-T3" }));
		expect(first.chart.steps.map((step) => step.part)).toEqual([0, 1, 1, 2]);
		expect(second.chart.steps.map((step) => step.part)).toEqual([1, 1, 1, 1]);
	});
});

describe("a changed minimum", () => {
	const changed = {
		settings: settings({ minimum: 15 }),
		later: [{ validFrom: "2019-01-01", settings: settings({ minimum: 25 }) }],
		inForce: SAVSJO_2018,
		today: "2020-05-01",
	};

	it("keeps the old number for the periods before it", () => {
		const { headline, chart } = calculateCount(inputOf({ ...changed, period: "2018-T3" }));
		expect(headline).toBe("0 av minst 15 insatser");
		expect(chart.steps.map((step) => step.part)).toEqual([0, 3, 2, 3, 2, 3, 2]);
	});

	it("spreads what remains over the periods from it on", () => {
		const { headline, chart, remarks } = calculateCount(inputOf({ ...changed, period: "2019-T1" }));
		expect(headline).toBe("0 av minst 25 insatser");
		expect(chart.steps.map((step) => step.part).slice(0, 3)).toEqual([0, 3, 2]);
		expect(chart.steps.map((step) => step.part).slice(3)).toEqual([5, 5, 6, 4]);
		expect(remarks).toContain("Minimum ändrades 1 januari 2019.");
	});

	it("in the middle of a period holds from the next one", () => {
		const later = [{ validFrom: "2018-10-01", settings: settings({ minimum: 25 }) }];
		expect(calculateCount(inputOf({ ...changed, later, period: "2018-T3" })).headline).toBe("0 av minst 15 insatser");
	});

	it("always sums to the new whole, whatever was given before", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 5, max: 90 }), (before, after) => {
				const later = [{ validFrom: "2018-09-01", settings: settings({ minimum: after }) }];
				const facts = { ...changed, settings: settings({ minimum: before }), later, period: "2019-T1" };
				const { chart } = calculateCount(inputOf(facts));
				const given = chart.steps.slice(0, 2).reduce((sum, step) => sum + Number(step.part), 0);
				expect(chart.steps.reduce((sum, step) => sum + Number(step.part), 0)).toBe(Math.max(after, given));
			}),
		);
	});
});

describe("a forecast", () => {
	const ten = { settings: settings({ minimum: 10 }), inForce: SAVSJO_2017 };
	const forecastOf = (dates: string[], period: string, today: string) =>
		calculateCount(inputOf({ ...ten, period, today, entries: entriesOn(...dates) })).remarks.find((remark) =>
			remark.startsWith("Med samma takt"),
		);

	it("is a range that holds the even continuation, after three entries", () => {
		const remark = forecastOf(["2017-01-10", "2017-02-10", "2017-03-10", "2017-04-10"], "2017-T1", "2017-04-10");
		expect(remark).toBe("Med samma takt blir det 11–18 till löftesperiodens slut.");
	});

	it("says nothing after two, nor when the period or the löfte is over", () => {
		const dates = ["2017-01-10", "2017-02-10", "2017-03-10"];
		expect(forecastOf(dates.slice(0, 2), "2017-T1", "2017-04-10")).toBeUndefined();
		expect(forecastOf(dates, "2017-T1", "2017-06-10")).toBeUndefined();
		expect(forecastOf(dates, "2017-T3", "2018-06-10")).toBeUndefined();
	});
});

describe("the table of a count", () => {
	it("says of a period that has not begun that it is ej dags, and never zero", () => {
		const facts = { settings: settings({}), inForce: SAVSJO_2017, period: "2017-T1", today: "2017-03-01" };
		const { table } = calculateCount(inputOf({ ...facts, entries: entriesOn("2017-02-01") }));
		expect(table.rows.map(([, quantity, part, total]) => [quantity, part, total])).toEqual([
			[1, 3, 1],
			["ej dags", 4, "ej dags"],
			["ej dags", 3, "ej dags"],
		]);
	});
});

describe("settings of a count", () => {
	const posted = (fields: Record<string, string>) => {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		return countSettingsSchema.safeParse(countSettingsFromForm(form));
	};
	const valid = { minimum: "1 000", per: "year", yearBasis: "agreement", unit: "timmar", unitOne: "timme" };

	it("read what the form posts", () => {
		expect(posted(valid).data).toEqual({
			minimum: 1000,
			per: "year",
			yearBasis: "agreement",
			unit: "timmar",
			unitOne: "timme",
		});
		expect(posted({ ...valid, per: "lofte" }).data?.yearBasis).toBeNull();
	});

	it.each([
		[{ minimum: "0" }, "Minsta antal: skriv ett helt tal som är minst 1."],
		[{ minimum: "tio" }, "Minsta antal: skriv ett helt tal som är minst 1."],
		[{ minimum: "2,5" }, "Minsta antal: skriv ett helt tal som är minst 1."],
		[{ yearBasis: "" }, "År räknas som: välj kalenderår eller löftesår."],
		[{ per: "" }, "Gäller: välj hela löftet, varje år eller varje uppföljningsperiod."],
		[{ unit: "" }, "Räknas i, flera: skriv vad som räknas, till exempel tillfällen."],
	])("refuse %j with a way to mend it", (fields, message) => {
		const result = posted({ ...valid, ...fields });
		expect(result.error?.issues.map((issue) => issue.message)).toContain(message);
	});

	it("say what was agreed", () => {
		expect(describeCountSettings(settings({ minimum: 1 }))).toBe("Minst 1 insats under hela löftet.");
		expect(describeCountSettings(settings({ per: "year", yearBasis: "agreement" }))).toBe(
			"Minst 10 insatser per löftesår, räknat från löftets första dag.",
		);
	});
});
