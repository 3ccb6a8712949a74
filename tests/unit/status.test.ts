import { describe, expect, it } from "vitest";
import {
	combineStatuses,
	compareAttention,
	countNadda,
	STATUS_SHAPE,
	STATUS_WORD,
	STATUSES,
	type Status,
} from "#app/domain/status.ts";

describe("status", () => {
	it("has a word and a shape of its own each, so that colour is never needed", () => {
		expect(new Set(STATUSES.map((status) => STATUS_WORD[status])).size).toBe(STATUSES.length);
		expect(new Set(STATUSES.map((status) => STATUS_SHAPE[status])).size).toBe(STATUSES.length);
	});

	it("puts what needs attention first", () => {
		expect([...STATUSES].sort(compareAttention)).toEqual([
			"ej_natt",
			"efter",
			"inte_igang",
			"pa_vag",
			"natt",
			"inget_minimum",
		]);
	});

	it.each<[Status[], Status]>([
		[["natt", "efter"], "efter"],
		[["natt", "pa_vag", "inte_igang"], "inte_igang"],
		[["efter", "ej_natt"], "ej_natt"],
		[["inget_minimum", "natt"], "natt"],
		[["inget_minimum"], "inget_minimum"],
		[[], "inget_minimum"],
	])("of an aktivitet with %j is %s", (statuses, expected) => {
		expect(combineStatuses(statuses)).toBe(expected);
	});

	it("counts aktiviteter without a minimum apart, never as unfulfilled", () => {
		expect(countNadda(["natt", "natt", "efter", "ej_natt", "inget_minimum", "inget_minimum"])).toEqual({
			natt: 2,
			withMinimum: 4,
			withoutMinimum: 2,
		});
		expect(countNadda([])).toEqual({ natt: 0, withMinimum: 0, withoutMinimum: 0 });
	});
});
