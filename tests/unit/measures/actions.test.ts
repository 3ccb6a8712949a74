import { describe, expect, it } from "vitest";
import { calculateActions } from "#app/measures/actions/calculation.ts";
import type { AtgardFact } from "#app/measures/types.ts";
import { inputOf } from "./input.ts";

const facts = {
	settings: {},
	inForce: { from: "2018-01-01", to: "2018-12-31" },
	period: "2018-T2",
	today: "2018-07-01",
};

let nextId = 0;
function atgard(given: Partial<AtgardFact>): AtgardFact {
	nextId += 1;
	return { id: nextId, title: `åtgärd ${nextId}`, decidedOn: "2018-05-02", dueOn: null, doneOn: null, ...given };
}

describe("actions", () => {
	it.each<[string, Partial<AtgardFact>[], string, string, string]>([
		["none decided", [], "2018-07-01", "inte_igang", "inga beslutade ännu"],
		["decided later", [{ decidedOn: "2018-07-02" }], "2018-07-01", "inte_igang", "inga beslutade ännu"],
		["open", [{}, { doneOn: "2018-06-01" }], "2018-07-01", "pa_vag", "1 av 2 utförda"],
		["due today", [{ dueOn: "2018-07-01" }], "2018-07-01", "pa_vag", "0 av 1 utförda"],
		["due yesterday", [{ dueOn: "2018-06-30" }], "2018-07-01", "efter", "0 av 1 utförda"],
		["done late", [{ dueOn: "2018-06-01", doneOn: "2018-06-30" }], "2018-07-01", "natt", "1 av 1 utförda"],
		["done after the evaluated day", [{ doneOn: "2018-09-01" }], "2018-10-01", "pa_vag", "0 av 1 utförda"],
		["not begun", [{ doneOn: "2018-04-01", decidedOn: "2018-03-01" }], "2018-04-30", "inte_igang", "1 av 1 utförda"],
	])("%s", (_name, given, today, status, figure) => {
		const calculation = calculateActions(inputOf({ ...facts, today, atgarder: given.map(atgard) }));
		expect([calculation.status, calculation.figure]).toEqual([status, figure]);
	});

	it("not all done when the dokument is over is not reached", () => {
		const atgarder = [atgard({ doneOn: "2018-12-31" }), atgard({})];
		const over = { ...facts, period: "2018-T3", today: "2019-01-01", atgarder };
		expect(calculateActions(inputOf(over)).status).toBe("ej_natt");
		expect(calculateActions(inputOf({ ...over, today: "2018-12-31" })).status).toBe("pa_vag");
	});

	it("puts the late ones first and names them", () => {
		const atgarder = [
			atgard({ title: "spegel", doneOn: "2018-06-01" }),
			atgard({ title: "lampor", dueOn: "2018-12-01" }),
			atgard({ title: "sly", dueOn: "2018-06-01" }),
		];
		const { chart, remarks, headline } = calculateActions(inputOf({ ...facts, atgarder }));
		expect(chart.lines.map((line) => [line.title, line.state, line.dateText])).toEqual([
			["sly", "late", "skulle vara klar 1 juni 2018"],
			["lampor", "open", "klar senast 1 december 2018"],
			["spegel", "done", "utförd 1 juni 2018"],
		]);
		expect(remarks).toContain("Försenat: sly.");
		expect(headline).toBe("1 av 3 beslutade åtgärder utförda");
	});
});
