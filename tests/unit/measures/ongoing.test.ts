import { describe, expect, it } from "vitest";
import { calculateOngoing } from "#app/measures/ongoing/calculation.ts";
import { entriesOn, entry, inputOf } from "./input.ts";

const facts = {
	settings: { unit: "möten", unitOne: "möte" },
	inForce: { from: "2016-01-01", to: null },
	period: "2018-T1",
	today: "2018-04-20",
};

describe("ongoing", () => {
	it("is neither fulfilled nor unfulfilled", () => {
		const { status, headline, figure, remarks } = calculateOngoing(
			inputOf({ ...facts, entries: entriesOn("2016-05-01", "2018-02-28", "2018-04-12") }),
		);
		expect(status).toBe("inget_minimum");
		expect(headline).toBe("2 möten detta tertial, senast 12 april");
		expect(figure).toBe("2 möten");
		expect(remarks).toContain("3 möten sedan 1 januari 2016.");
	});

	it("has no minimum with nothing registered either", () => {
		const { status, headline } = calculateOngoing(inputOf(facts));
		expect([status, headline]).toEqual(["inget_minimum", "Inga möten registrerade ännu"]);
	});

	it("tells the year of a latest one from another year", () => {
		const { headline } = calculateOngoing(inputOf({ ...facts, entries: entriesOn("2017-12-31") }));
		expect(headline).toBe("0 möten detta tertial, senast 31 december 2017");
	});

	it("shows the last twelve months, empty ones too", () => {
		const entries = [...entriesOn("2017-04-30", "2017-05-01"), entry("2018-04-20", { quantity: 2 })];
		const { chart } = calculateOngoing(inputOf({ ...facts, entries: [...entries, ...entriesOn("2018-04-21")] }));
		expect(chart.months.map((month) => month.quantity)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
		expect(chart.months.map((month) => month.yearLabel).filter(Boolean)).toEqual(["2017", "2018"]);
	});

	it("begins with the month of the dokument's first day", () => {
		const inForce = { from: "2018-03-15", to: "2018-12-31" };
		const { chart, remarks } = calculateOngoing(inputOf({ ...facts, inForce }));
		expect(chart.months.map((month) => month.name)).toEqual(["mars 2018", "april 2018"]);
		expect(remarks).toContain("Tertialet gäller från 15 mars.");
	});
});
