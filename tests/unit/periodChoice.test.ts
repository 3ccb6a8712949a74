import { expect, test } from "vitest";
import { choosePeriod } from "#app/domain/periodChoice.ts";

const savsjo2017 = { inForceFrom: "2017-01-01", inForceTo: "2017-12-31", periodKind: "tertial" } as const;
const savsjo2018 = { inForceFrom: "2018-04-10", inForceTo: "2020-04-09", periodKind: "tertial" } as const;
const sunne = { inForceFrom: "2016-01-01", inForceTo: null, periodKind: "tertial" } as const;

test("without a request the period that holds today is shown", () => {
	const choice = choosePeriod([savsjo2017, savsjo2018], { requested: null, today: "2018-10-15" });
	expect(choice?.current.code).toBe("2018-T3");
	expect(choice?.sameYear.map((period) => period.code)).toEqual(["2018-T1", "2018-T2", "2018-T3"]);
	expect(choice?.earlierYear?.code).toBe("2017-T3");
	expect(choice?.laterYear).toBeNull();
});

test("when every dokument has ended, the last period followed is shown", () => {
	expect(choosePeriod([savsjo2017], { requested: null, today: "2018-10-15" })?.current.code).toBe("2017-T3");
});

test("a period that has not begun is not offered, even when the dokument has no end", () => {
	expect(choosePeriod([sunne], { requested: "2019-T1", today: "2018-10-15" })).toBeUndefined();
	expect(choosePeriod([sunne], { requested: null, today: "2018-12-31" })?.laterYear).toBeNull();
});

test("a gap between two dokument is stepped over", () => {
	const first = { ...savsjo2017, inForceTo: "2017-04-30" } as const;
	const choice = choosePeriod([first, savsjo2018], { requested: "2017-T1", today: "2018-10-15" });
	expect(choice?.sameYear.map((period) => period.code)).toEqual(["2017-T1"]);
	expect(choice?.laterYear?.code).toBe("2018-T1");
});

test("an unknown code, and a period before the first dokument, are refused", () => {
	expect(choosePeriod([savsjo2018], { requested: "2018-T4", today: "2018-10-15" })).toBeUndefined();
	expect(choosePeriod([savsjo2018], { requested: "2017-T3", today: "2018-10-15" })).toBeUndefined();
	expect(choosePeriod([savsjo2018], { requested: "hösten", today: "2018-10-15" })).toBeUndefined();
});

test("a dokument followed per quarter is shown per quarter", () => {
	const quarterly = { ...savsjo2018, periodKind: "quarter" } as const;
	expect(choosePeriod([quarterly], { requested: null, today: "2018-10-15" })?.current.code).toBe("2018-Q4");
});

test("before the first dokument begins there is nothing to show", () => {
	expect(choosePeriod([savsjo2018], { requested: null, today: "2018-04-09" })).toBeUndefined();
	expect(choosePeriod([], { requested: null, today: "2018-04-09" })).toBeUndefined();
});
