import { expect, test } from "vitest";
import { partsFault, proposeParts } from "#app/measures/proposal.ts";

const TWO_YEARS = { from: "2017-01-01", to: "2018-12-31" };

function propose(yearBasis: "calendar" | "agreement", inForce = TWO_YEARS) {
	const settings = { minimum: 10, per: "year", yearBasis, unit: "insatser", unitOne: "insats" };
	const versions = [{ validFrom: inForce.from, settings }];
	const proposal = proposeParts("count", { versions, inForce, periodKind: "tertial", through: "", fordelning: null });
	if (!proposal) throw new Error("nothing was proposed");
	return proposal;
}

test("the proposal itself is without fault", () => {
	for (const proposal of [propose("calendar"), propose("agreement", { from: "2018-04-10", to: "2020-04-09" })])
		expect(partsFault(proposal, proposal.parts)).toBeUndefined();
});

test("every year brings its own minimum: one cannot lend to the next", () => {
	const proposal = propose("calendar");
	const lent = { ...proposal.parts, "2017-T1": 0, "2018-T1": 6 };
	expect(partsFault(proposal, lent)).toBe(
		"Fördelningen: delarna för 2017 blir 7 tillsammans men ska bli 10. Ändra så att summan stämmer.",
	);
});

test("where two agreement years share a tertial only the whole can be summed", () => {
	const proposal = propose("agreement", { from: "2018-04-10", to: "2020-04-09" });
	const [former = 0, later = 0] = [proposal.parts["2018-T3"], proposal.parts["2019-T3"]];
	expect(partsFault(proposal, { ...proposal.parts, "2018-T3": former - 2, "2019-T3": later + 2 })).toBeUndefined();
	const fault = partsFault(proposal, { ...proposal.parts, "2019-T3": later + 1 });
	expect(fault).toContain("delarna blir 21 tillsammans men ska bli 20");
});

test("the periods are exactly the proposed ones", () => {
	const proposal = propose("calendar");
	const { "2017-T1": _, ...fewer } = proposal.parts;
	for (const parts of [
		fewer,
		{ ...fewer, "2019-T1": 3 },
		{ ...proposal.parts, "2019-T1": 0 },
		{ ...fewer, toString: 3 },
	])
		expect(partsFault(proposal, parts)).toContain("perioderna stämmer inte");
});
