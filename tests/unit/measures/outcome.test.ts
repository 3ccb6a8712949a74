import { describe, expect, it } from "vitest";
import { calculateOutcome } from "#app/measures/outcome/calculation.ts";
import {
	describeOutcomeSettings,
	type OutcomeSettings,
	outcomeSettingsFromForm,
	outcomeSettingsSchema,
} from "#app/measures/outcome/settings.ts";
import { entry, inputOf } from "./input.ts";

const YEAR_2016 = { from: "2016-01-01", to: "2016-12-31" };
const PLATSER = ["Ringvägen", "Åsenvägen", "Kungsgatan"].map((name, index) => ({ id: index + 1, name }));
type Series = OutcomeSettings["series"][number];

function facts(series: (Partial<Series> & { platsId: number })[], direction: OutcomeSettings["direction"] = "down") {
	return {
		settings: { unit: "km/h", direction, series: series.map((one) => ({ baseline: null, target: null, ...one })) },
		inForce: YEAR_2016,
		period: "2016-T3",
		today: "2016-11-01",
		platser: PLATSER,
	};
}

const measured = (platsId: number, ...values: number[]) =>
	values.map((quantity, index) => entry(`2016-0${index + 1}-15`, { platsId, quantity }));

describe("outcome without a target", () => {
	it("has no minimum and tells what moved since the first measurement", () => {
		const entries = [...measured(1, 42, 40), ...measured(2, 50, 51), ...measured(3, 38)];
		const series = [{ platsId: 1 }, { platsId: 2 }, { platsId: 3 }];
		const { status, headline, figure, remarks } = calculateOutcome(inputOf({ ...facts(series), entries }));
		expect(status).toBe("inget_minimum");
		expect(headline).toBe("Värdet sjönk på 1 av 2 mätplatser sedan första mätningen");
		expect(figure).toBe("sjönk på 1 av 2");
		expect(remarks[0]).toBe("Visar utveckling, inte orsak.");
	});

	it("compares with the baseline where there is one", () => {
		const entries = [...measured(1, 42), ...measured(2, 50, 49)];
		const bothBaselines = [
			{ platsId: 1, baseline: 40 },
			{ platsId: 2, baseline: 52 },
		];
		expect(calculateOutcome(inputOf({ ...facts(bothBaselines, "up"), entries })).headline).toBe(
			"Värdet steg på 1 av 2 mätplatser sedan utgångsvärdet",
		);
		const oneBaseline = [{ platsId: 1, baseline: 40 }, { platsId: 2 }];
		expect(calculateOutcome(inputOf({ ...facts(oneBaseline), entries })).headline).toBe(
			"Värdet sjönk på 1 av 2 mätplatser sedan utgångsvärdet eller första mätningen",
		);
	});

	it.each([
		[[], "Inga mätvärden registrerade ännu"],
		[measured(1, 42), "För få mätningar för att visa en utveckling"],
	])("says so when there is too little to compare: %#", (entries, headline) => {
		expect(calculateOutcome(inputOf({ ...facts([{ platsId: 1 }]), entries })).headline).toBe(headline);
	});
});

describe("outcome with a target", () => {
	it.each([
		["down", 38, [42, 38], "2016-11-01", "natt"],
		["down", 38, [42, 38.5], "2016-11-01", "pa_vag"],
		["down", 38, [37, 39], "2017-01-01", "ej_natt"],
		["up", 60, [50, 60], "2017-01-01", "natt"],
		["up", 60, [50, 59], "2016-11-01", "pa_vag"],
		["down", 38, [], "2016-11-01", "inte_igang"],
		["down", 38, [], "2016-08-01", "inte_igang"],
		["down", 38, [], "2017-01-01", "ej_natt"],
	] as const)("%s to %d, measured %j on %s: %s", (direction, target, values, today, status) => {
		const entries = measured(1, ...values);
		const { status: actual } = calculateOutcome(
			inputOf({ ...facts([{ platsId: 1, target }], direction), today, entries }),
		);
		expect(actual).toBe(status);
	});

	it("needs every place that has a target", () => {
		const series = [{ platsId: 1, target: 40 }, { platsId: 2, target: 40 }, { platsId: 3 }];
		const entries = [...measured(1, 39), ...measured(2, 41), ...measured(3, 90)];
		const { status, headline } = calculateOutcome(inputOf({ ...facts(series), entries }));
		expect([status, headline]).toEqual(["pa_vag", "Målet är nått på 1 av 2 mätplatser"]);
	});

	it("with one place tells the value", () => {
		const entries = measured(1, 42, 37.5);
		expect(calculateOutcome(inputOf({ ...facts([{ platsId: 1, target: 38 }]), entries })).headline).toBe(
			"Målet är nått på 1 av 1 mätplats: 37,5 km/h, målet är 38",
		);
	});
});

describe("outcome chart", () => {
	it("draws a line from three points on", () => {
		const two = calculateOutcome(inputOf({ ...facts([{ platsId: 1 }]), entries: measured(1, 42, 41) }));
		const three = calculateOutcome(inputOf({ ...facts([{ platsId: 1 }]), entries: measured(1, 42, 41, 40) }));
		expect([two.chart.hasLine, three.chart.hasLine]).toEqual([false, true]);
	});

	it("leaves out values without a place, of other places, and after the evaluated day", () => {
		const entries = [
			entry("2016-02-01", { quantity: 40 }),
			entry("2016-02-01", { quantity: 41, platsId: 9 }),
			entry("2016-03-01", { quantity: 42, platsId: 1 }),
			entry("2016-12-01", { quantity: 43, platsId: 1 }),
		];
		const { chart } = calculateOutcome(inputOf({ ...facts([{ platsId: 1 }]), entries }));
		expect(chart.series[0]?.values.map((value) => value.value)).toEqual([42]);
	});

	it("shows a place without measurements as a missing figure", () => {
		const { table } = calculateOutcome(inputOf({ ...facts([{ platsId: 2, baseline: 50 }]), entries: [] }));
		expect(table.rows).toEqual([["Åsenvägen", null, null, 50, null]]);
	});
});

describe("settings of an outcome", () => {
	it("read the chosen places with what is known of them", () => {
		const form = new FormData();
		const fields = { unit: "km/h", direction: "down", "baseline.1": "42,5", "target.1": "", "baseline.2": "7" };
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		form.append("series", "1");
		const parsed = outcomeSettingsSchema.parse(outcomeSettingsFromForm(form));
		expect(parsed.series).toEqual([{ platsId: 1, baseline: 42.5, target: null }]);
		expect(describeOutcomeSettings(parsed, PLATSER)).toBe("Värdet (km/h) ska sjunka på Ringvägen (från 42,5).");
		form.set("baseline.1", "fyrtio");
		expect(outcomeSettingsSchema.safeParse(outcomeSettingsFromForm(form)).error?.issues[0]?.message).toBe(
			"Utgångsvärde och mål: skriv ett tal, till exempel 42 eller 38,5, eller lämna tomt.",
		);
	});
});
