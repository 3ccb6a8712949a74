import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { checkImport, checkImportInChunks } from "#app/import/check.ts";
import type { ImportCheck, ImportMapping } from "#app/import/content.ts";
import { comesIn } from "#app/import/readiness.ts";
import {
	ATGARDER,
	FOTPATRULL,
	HASTIGHET,
	HEADINGS,
	importFacts,
	importMapping,
	NATTVANDRING,
	ROW,
	rowWith,
	sheetOf,
} from "./facts.ts";

test("in chunks it comes to the same, with pauses, and says how far it has come", async () => {
	const rows = Array.from({ length: 450 }, (_, index) => rowWith({ Antal: String(index % 7) }));
	const sheets = [sheetOf([HEADINGS, ...rows])];
	const pause = vi.fn(() => Promise.resolve());
	const told: [number, number][] = [];
	const check = await checkImportInChunks(sheets, importMapping(), importFacts(), {
		pause,
		onProgress: (done, total) => told.push([done, total]),
	});
	expect(check).toEqual(checkImport(sheets, importMapping(), importFacts()));
	expect(pause.mock.calls.length).toBeGreaterThan(4);
	expect(told.at(-1)).toEqual([450, 450]);
	expect(told.map(([done]) => done)).toEqual([...told.map(([done]) => done)].sort((a, b) => a - b));
});

test("whatever the cells hold, every row has one outcome and the counts add up", () => {
	const text = fc.oneof(
		fc.string({ unit: "binary", maxLength: 20 }),
		fc.constantFrom(
			"",
			...ROW,
			"Möte",
			"Hastighet",
			"Annat",
			"3/4",
			"2017-05-01",
			"0",
			"-1",
			"x",
			"640823-3234",
			"__proto__",
		),
	);
	const role = fc.constantFrom<ImportMapping["columns"][number]>(
		"date",
		"aktivitet",
		"quantity",
		"plats",
		"performedBy",
		"note",
		"unused",
		"biprodukt.beslag",
		`measure.${FOTPATRULL}`,
		`measure.${HASTIGHET}`,
		`measure.${ATGARDER}`,
	);
	const usual = fc.constant(importMapping().columns);
	fc.assert(
		fc.property(
			fc.array(fc.array(text, { maxLength: 8 }), { maxLength: 15 }),
			fc.oneof(usual, fc.uniqueArray(role, { maxLength: 8 })),
			fc.record({
				headerRow: fc.nat(2),
				takesLate: fc.constantFrom(null, true, false),
				year: fc.constantFrom(null, 2018),
			}),
			(rows, columns, { headerRow, takesLate, year }) => {
				const fixed = { measureId: NATTVANDRING, performedBy: "polis", year } as const;
				const mapping = importMapping({ columns, headerRow, takesLate, takesLikeExisting: true, fixed });
				const stillPeriods = [{ dokumentId: 1, from: "2018-01-01", to: "2018-04-30", name: "T1", isSigned: true }];
				const existing = [{ date: "2018-04-03", measureId: FOTPATRULL, platsId: null, rowKey: null }];
				const check = checkImport([sheetOf(rows)], mapping, importFacts({ stillPeriods, existing }));
				expectToAddUp(check, mapping);
				if (check.mappingFaults.length > 0) return;
				const data = sheetOf(rows).rows.filter(({ number }) => number > headerRow);
				expect(check.rows.map(({ number }) => number)).toEqual(data.map(({ number }) => number));
			},
		),
		{ numRuns: 400 },
	);
});

function expectToAddUp(check: ImportCheck, mapping: ImportMapping): void {
	const registrations = check.rows.flatMap((row) => row.registrations);
	for (const row of check.rows) {
		expect(row.faults.length > 0).toBe(row.outcome === "faulty");
		expect(row.leftOutBecause !== null).toBe(row.outcome === "left_out");
		expect(row.registrations.length > 0).toBe(row.outcome !== "faulty" && row.outcome !== "left_out");
	}
	const { left_out, faulty, ...counts } = check.counts;
	expect(left_out + faulty + check.rows.filter((row) => row.registrations.length > 0).length).toBe(check.rows.length);
	expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(registrations.length);
	const taken = registrations.filter((registration) => comesIn(registration, mapping));
	expect(check.perMeasure.reduce((sum, one) => sum + one.registrations, 0)).toBe(taken.length);
	expect(check.span === null).toBe(taken.length === 0);
	expect(new Set(registrations.map(({ rowKey }) => rowKey)).size).toBe(registrations.length);
}
