import fc from "fast-check";
import { expect, test } from "vitest";
import { sheetNames } from "#app/outputs/sheetName.server.ts";

test("a title that fits is its own name", () => {
	expect(sheetNames(["Rapport", "Minimum och utfall"])).toEqual(["Rapport", "Minimum och utfall"]);
});

test("a long title is cut after a whole word", () => {
	expect(sheetNames(["Riktade insatser: Antal riktade insatser per period"])).toEqual([
		"Riktade insatser Antal riktade",
	]);
	expect(sheetNames(["Donaudampfschifffahrtsgesellschaftskapitän"])).toEqual(["Donaudampfschifffahrtsgesellsch"]);
});

test("two that would be alike are numbered, also when only the case differs", () => {
	expect(sheetNames(["Möten", "möten", "MÖTEN"])).toEqual(["Möten", "möten (2)", "MÖTEN (3)"]);
	const long = "Samverkansmöten mellan polis och kommun";
	const [first, second] = sheetNames([long, long]);
	expect(second).toBe("Samverkansmöten mellan (2)");
	expect(first).toBe("Samverkansmöten mellan polis");
});

test("a title of nothing but what Excel refuses still has a name", () => {
	expect(sheetNames(["", "???", "'", "History"])).toEqual(["Blad", "Blad (2)", "Blad (3)", "Blad (4)"]);
});

test("whatever the titles, the names are legal and differ", () => {
	const titles = fc.array(
		fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.constantFrom("a", "A", "a:b", "'a'")),
		{
			maxLength: 12,
		},
	);
	fc.assert(
		fc.property(titles, (all) => {
			const names = sheetNames(all);
			expect(names).toHaveLength(all.length);
			expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(all.length);
			for (const name of names) {
				expect(name.length).toBeGreaterThan(0);
				expect(name.length).toBeLessThanOrEqual(31);
				expect(name).not.toMatch(/[[\]/\\:*?]|^'|'$|^history$/i);
			}
		}),
	);
});
