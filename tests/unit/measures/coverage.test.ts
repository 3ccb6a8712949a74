import { describe, expect, it } from "vitest";
import { calculateCoverage } from "#app/measures/coverage/calculation.ts";
import {
	type CoverageSettings,
	coverageSettingsFromForm,
	coverageSettingsSchema,
	describeCoverageSettings,
} from "#app/measures/coverage/settings.ts";
import { entriesOn, entry, inputOf } from "./input.ts";

const YEAR_2016 = { from: "2016-01-01", to: "2016-12-31" };
const PLATSER = ["Österängen", "Bankeryd", "Ekhagen", "Åker"].map((name, index) => ({ id: index + 1, name }));
const at = (date: string, ...ids: number[]) => ids.map((platsId) => entry(date, { platsId }));

function settings(facts: Partial<CoverageSettings> = {}): CoverageSettings {
	return { platsIds: [1, 2, 3, 4], times: 1, per: "lofte", yearBasis: null, ...facts };
}

const all = { settings: settings(), inForce: YEAR_2016, platser: PLATSER };

describe("coverage", () => {
	it("names what is missing, in Swedish order", () => {
		const facts = { ...all, period: "2016-T1", today: "2016-02-01", entries: at("2016-01-15", 3) };
		const { headline, figure, status } = calculateCoverage(inputOf(facts));
		expect(headline).toBe("1 av 4 platser, saknas: Bankeryd, Åker och Österängen");
		expect(figure).toBe("1 av 4 platser");
		expect(status).toBe("pa_vag");
	});

	it.each([
		["none, early", "2016-T1", "2016-01-20", [], "inte_igang"],
		["none, a whole place behind", "2016-T1", "2016-04-15", [], "efter"],
		["behind the pace by less than one", "2016-T2", "2016-06-01", [1], "pa_vag"],
		["behind the pace by one", "2016-T2", "2016-08-31", [1], "efter"],
		["a tertial that is over, the löfte still running", "2016-T1", "2016-12-01", [1], "pa_vag"],
		["all, long before the end", "2016-T1", "2016-02-01", [1, 2, 3, 4], "natt"],
		["not all, and over", "2016-T3", "2017-01-01", [1, 2, 3], "ej_natt"],
		["the last day is not over", "2016-T3", "2016-12-31", [1, 2, 3, 4], "natt"],
		["not begun", "2016-T3", "2016-08-31", [1, 2, 3], "inte_igang"],
	])("%s", (_name, period, today, ids, expected) => {
		const facts = { ...all, period, today, entries: at("2016-01-10", ...ids) };
		expect(calculateCoverage(inputOf(facts)).status).toBe(expected);
	});

	it("without an end has no pace", () => {
		const facts = { ...all, inForce: { from: "2016-01-01", to: null }, period: "2018-T1", today: "2019-01-01" };
		const { status, remarks } = calculateCoverage(inputOf({ ...facts, entries: at("2016-01-10", 1) }));
		expect(status).toBe("pa_vag");
		expect(remarks.join(" ")).not.toMatch(/takt/);
	});

	it("asks for so many times each", () => {
		const twice = {
			...all,
			settings: settings({ platsIds: [1, 2], times: 2 }),
			period: "2016-T1",
			today: "2016-02-01",
		};
		const entries = [...at("2016-01-10", 1, 1), entry("2016-01-11", { platsId: 2 })];
		const { headline, chart } = calculateCoverage(inputOf({ ...twice, entries }));
		expect(headline).toBe("1 av 2 platser, saknas: Bankeryd");
		expect(chart.rows.map((row) => [row.name, row.total, row.isReached])).toEqual([
			["Bankeryd", 1, false],
			["Österängen", 2, true],
		]);
	});

	it("begins anew each period when agreed so", () => {
		const each = { ...all, settings: settings({ per: "period" }), entries: at("2016-01-10", 1, 2, 3, 4) };
		expect(calculateCoverage(inputOf({ ...each, period: "2016-T1", today: "2016-06-01" })).status).toBe("natt");
		const second = calculateCoverage(inputOf({ ...each, period: "2016-T2", today: "2016-09-01" }));
		expect(second.status).toBe("ej_natt");
		expect(second.headline).toMatch(/^0 av 4 platser tertial 2 2016, saknas: /);
	});

	it.each([
		["calendar", "2 av 4 platser 2017"],
		["agreement", "1 av 4 platser löftesår 2"],
	] as const)("counts %s years", (yearBasis, figure) => {
		const inForce = { from: "2016-03-01", to: "2018-02-28" };
		const entries = [...at("2016-12-31", 1), ...at("2017-02-28", 2), ...at("2017-03-01", 3)];
		const yearly = { ...all, inForce, settings: settings({ per: "year", yearBasis }), entries };
		const { headline } = calculateCoverage(inputOf({ ...yearly, period: "2017-T1", today: "2017-03-15" }));
		expect(headline.split(",")[0]).toBe(figure);
	});

	it("says when an entry has no place or another one", () => {
		const entries = [...entriesOn("2016-01-10"), ...at("2016-01-11", 9)];
		const { remarks, chart } = calculateCoverage(inputOf({ ...all, period: "2016-T1", today: "2016-02-01", entries }));
		expect(remarks).toContain("2 registreringar saknar plats eller gäller en annan plats.");
		expect(chart.rows.every((row) => row.total === 0)).toBe(true);
	});

	it("shows the periods of the window, the coming ones without a figure", () => {
		const facts = { ...all, period: "2016-T2", today: "2016-06-01", entries: at("2016-01-10", 1) };
		const { chart, table } = calculateCoverage(inputOf(facts));
		expect(chart.columns).toEqual(["T1 2016", "T2 2016", "T3 2016"]);
		expect(chart.rows.find((row) => row.platsId === 1)?.quantities).toEqual([1, 0, null]);
		expect(table.rows[0]).toEqual(["Bankeryd", 0, 0, "ej dags", 0, 1]);
	});

	it("reads its settings", () => {
		const form = new FormData();
		for (const [name, value] of Object.entries({ times: "1", per: "lofte", yearBasis: "calendar" }))
			form.append(name, value);
		expect(coverageSettingsSchema.safeParse(coverageSettingsFromForm(form)).error?.issues[0]?.message).toMatch(
			/^Platser: välj minst en/,
		);
		form.append("platsIds", "2");
		form.append("platsIds", "1");
		const parsed = coverageSettingsSchema.parse(coverageSettingsFromForm(form));
		expect(parsed).toEqual({ platsIds: [2, 1], times: 1, per: "lofte", yearBasis: null });
		expect(describeCoverageSettings(parsed, PLATSER)).toBe(
			"Minst 1 gång på var och en av 2 platser under hela löftet: Bankeryd och Österängen.",
		);
	});
});
