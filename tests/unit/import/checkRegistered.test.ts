import { describe, expect, test } from "vitest";
import type { ImportCheck } from "#app/import/content.ts";
import { comesIn, importProblems } from "#app/import/readiness.ts";
import { checkRows, FOTPATRULL, importMapping, ROW, rowWith } from "./facts.ts";

describe("keys", () => {
	const keysOf = (check: ImportCheck) => check.rows.flatMap((row) => row.registrations.map(({ rowKey }) => rowKey));

	test("are the same for the same row however it is written and wherever it stands", () => {
		const [first] = keysOf(checkRows([ROW]));
		const again = rowWith({
			Datum: "3/4 2018",
			Aktivitet: "FOTPATRULL",
			Antal: "2,0",
			Plats: " torget",
			Anteckning: "Lugnt ",
		});
		const keys = keysOf(checkRows([rowWith({ Datum: "2018-05-05" }), again]));
		expect(keys[1]).toBe(first);
	});

	test("differ for each thing that a row says", () => {
		const rows = [
			ROW,
			rowWith({ Datum: "2018-04-04" }),
			rowWith({ Aktivitet: "Möte" }),
			rowWith({ Antal: "3" }),
			rowWith({ Plats: "Skolan" }),
			rowWith({ Plats: "" }),
			rowWith({ "Utförd av": "Kommunen" }),
			rowWith({ Anteckning: "Stökigt" }),
			rowWith({ Anteckning: "" }),
		];
		expect(new Set(keysOf(checkRows(rows))).size).toBe(rows.length);
	});

	test("of two equal rows are two", () => {
		const keys = keysOf(checkRows([ROW, ROW, ROW]));
		expect(new Set(keys).size).toBe(3);
		expect(keysOf(checkRows([ROW, ROW]))).toEqual(keys.slice(0, 2));
	});

	test("that were imported before are not taken in again, and a further equal row is", () => {
		const importedKeys = new Set(keysOf(checkRows([ROW, ROW])));
		const existing = [...importedKeys].map((rowKey) => ({
			date: "2018-04-03",
			measureId: FOTPATRULL,
			platsId: 1,
			rowKey,
		}));
		const check = checkRows([ROW, ROW, ROW], { facts: { importedKeys, existing } });
		expect(check.rows.map(({ outcome }) => outcome)).toEqual(["already_imported", "already_imported", "ready"]);
	});
});

describe("rows that look like what is registered", () => {
	const existing = [{ date: "2018-04-03", measureId: FOTPATRULL, platsId: 1, rowKey: null }];

	test("are asked about, one for each that is there", () => {
		const check = checkRows([ROW, ROW, rowWith({ Plats: "Skolan" })], { facts: { existing } });
		expect(check.rows.map(({ outcome }) => outcome)).toEqual(["like_existing", "ready", "ready"]);
		expect(check.perMeasure).toMatchObject([{ registrations: 2 }]);
		expect(importProblems(check, importMapping())).toMatchObject([{ field: "takesLikeExisting" }]);
	});

	test.each([
		[true, 3],
		[false, 2],
	])("come in when it is answered so: %s", (takesLikeExisting, registrations) => {
		const check = checkRows([ROW, ROW, ROW], { mapping: { takesLikeExisting }, facts: { existing } });
		expect(check.perMeasure).toMatchObject([{ registrations }]);
		expect(importProblems(check, importMapping({ takesLikeExisting }))).toEqual([]);
	});

	test("are also those of a file whose note was changed after it was imported", () => {
		const [old] = checkRows([ROW]).rows.flatMap((row) => row.registrations);
		if (!old) throw new Error("no registration");
		const imported = [{ date: old.date, measureId: old.measureId, platsId: old.platsId, rowKey: old.rowKey }];
		const facts = { existing: imported, importedKeys: new Set([old.rowKey]) };
		const changed = rowWith({ Anteckning: "Stökigt" });
		expect(checkRows([changed], { facts }).rows[0]?.outcome).toBe("like_existing");
		expect(checkRows([changed, ROW], { facts }).rows.map(({ outcome }) => outcome)).toEqual([
			"ready",
			"already_imported",
		]);
	});
});

describe("a file whose place was chosen otherwise the first time", () => {
	const imported = (platsId: number | null) => [
		{ date: "2018-04-03", measureId: FOTPATRULL, platsId, rowKey: "0".repeat(64) },
	];
	const PLACED = rowWith({ Plats: "Torget" });
	const PLACELESS = rowWith({ Plats: "" });

	test.each([
		["without a place, and now with one", PLACED, imported(null), "like_existing"],
		["with a place, and now without", PLACELESS, imported(1), "like_existing"],
		["at another place", PLACED, imported(2), "ready"],
		["by hand without a place", PLACED, imported(null).map((one) => ({ ...one, rowKey: null })), "ready"],
	])("that came in %s", (_what, row, existing, outcome) => {
		const facts = { existing };
		expect(checkRows([row], { facts }).rows[0]?.outcome).toBe(outcome);
	});

	test("one for each that is there", () => {
		const facts = { existing: imported(null) };
		expect(checkRows([PLACED, PLACED], { facts }).rows.map(({ outcome }) => outcome)).toEqual([
			"like_existing",
			"ready",
		]);
	});
});

describe("rows of a period whose report stands still", () => {
	const stillPeriods = [
		{ dokumentId: 1, from: "2018-01-01", to: "2018-04-30", name: "Tertial 1 2018", isSigned: true },
		{ dokumentId: 1, from: "2018-05-01", to: "2018-08-31", name: "Tertial 2 2018", isSigned: false },
	];
	const rows = [
		ROW,
		rowWith({ Datum: "2018-04-30" }),
		rowWith({ Datum: "2018-05-01" }),
		rowWith({ Datum: "2018-09-01" }),
	];

	test("are asked about once, period by period", () => {
		const check = checkRows(rows, { facts: { stillPeriods } });
		expect(check.rows.map(({ outcome }) => outcome)).toEqual(["late", "late", "late", "ready"]);
		expect(check.perStillPeriod).toEqual([
			{ name: "Tertial 1 2018", isSigned: true, registrations: 2 },
			{ name: "Tertial 2 2018", isSigned: false, registrations: 1 },
		]);
		expect(check.span).toEqual({ from: "2018-09-01", to: "2018-09-01" });
		expect(importProblems(check, importMapping())).toMatchObject([{ field: "takesLate" }]);
	});

	test.each([
		[true, "2018-04-03"],
		[false, "2018-09-01"],
	])("come in when it is answered so: %s", (takesLate, from) => {
		const check = checkRows(rows, { mapping: { takesLate }, facts: { stillPeriods } });
		expect(check.span?.from).toBe(from);
		expect(check.perStillPeriod).toHaveLength(2);
		expect(importProblems(check, importMapping({ takesLate }))).toEqual([]);
	});

	test("are those of its own dokument alone", () => {
		const other = [{ dokumentId: 2, from: "2018-01-01", to: "2018-12-31", name: "Annat", isSigned: true }];
		expect(checkRows(rows, { facts: { stillPeriods: other } }).counts.late).toBe(0);
	});

	test("need both answers when they also look like what is registered", () => {
		const existing = [{ date: "2018-04-03", measureId: FOTPATRULL, platsId: 1, rowKey: null }];
		const check = checkRows([ROW], { facts: { existing, stillPeriods } });
		expect(check.rows[0]?.registrations).toMatchObject([{ outcome: "like_existing", isLate: true }]);
		const answers = { takesLikeExisting: true, takesLate: null };
		const both = { outcome: "like_existing", isLate: true } as const;
		expect(comesIn(both, answers)).toBe(false);
		expect(comesIn(both, { ...answers, takesLate: true })).toBe(true);
		expect(comesIn(both, { takesLikeExisting: false, takesLate: true })).toBe(false);
		const mapping = { takesLikeExisting: true };
		const taken = checkRows([ROW], { mapping, facts: { existing, stillPeriods } });
		expect(importProblems(taken, importMapping(mapping))).toMatchObject([{ field: "takesLate" }]);
	});
});
