import { expect, test } from "vitest";
import { quantityProblem } from "#app/domain/genomforandeRules.ts";
import { isInForce } from "#app/domain/periods.ts";

test.each([
	[1, false, undefined],
	[0.25, false, undefined],
	[1_000_000_000, false, undefined],
	[0, false, "Timmar: skriv ett tal större än 0."],
	[-1, false, "Timmar: skriv ett tal större än 0."],
	[1_000_000_001, false, "Timmar: skriv ett mindre tal."],
	[Number.POSITIVE_INFINITY, true, "Timmar: skriv ett mindre tal."],
	[Number.NaN, true, "Timmar: skriv ett mindre tal."],
	[0, true, undefined],
	[-41.5, true, undefined],
	[-1_000_000_001, true, "Timmar: skriv ett mindre tal."],
])("%d, a measured value: %s", (quantity, isMeasuredValue, problem) => {
	expect(quantityProblem(quantity, { label: "Timmar", isMeasuredValue })).toBe(problem);
});

test.each([
	["2017-12-31", "2018-12-31", false],
	["2018-01-01", "2018-12-31", true],
	["2018-12-31", "2018-12-31", true],
	["2019-01-01", "2018-12-31", false],
	["2050-01-01", null, true],
])("on %s, from 2018-01-01 to %s: %s", (date, inForceTo, expected) => {
	expect(isInForce({ inForceFrom: "2018-01-01", inForceTo }, date)).toBe(expected);
});
