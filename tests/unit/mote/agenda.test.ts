import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PUNKT_KINDS, PUNKT_OUTCOMES } from "#app/domain/mote.ts";
import { type AgendaProposal, type AgendaRow, addProposals, mergeAgenda, moveInAgenda } from "#app/mote/agenda.ts";

const KEYS = ["rapport:1", "rapport:2", "avvikelse:1", "avvikelse:2", "avvikelse:3", "atgarder", "kommande"];
const words = fc.constantFrom("Gammalt", "Nytt", "Annat");

function kindOf(key: string): (typeof PUNKT_KINDS)[number] {
	return PUNKT_KINDS.find((kind) => key.startsWith(kind)) ?? "egen";
}

function rankOf({ kind }: { kind: (typeof PUNKT_KINDS)[number] }): number {
	return PUNKT_KINDS.indexOf(kind);
}

function row(key: string, rest: Partial<AgendaRow> = {}): AgendaRow {
	return {
		key,
		kind: kindOf(key),
		title: "Gammalt",
		lines: [],
		isEdited: kindOf(key) === "egen",
		isRemoved: false,
		version: 1,
		anteckning: "",
		outcome: null,
		rapportId: null,
		aktivitetId: null,
		...rest,
	};
}

function proposal(key: string, title = "Nytt"): AgendaProposal {
	const kind = kindOf(key);
	if (kind === "egen") throw new Error("the app proposes no item of somebody's own");
	return { key, kind, title, lines: [title], rapportId: null, aktivitetId: null };
}

const storedRow = fc.record({
	key: fc.constantFrom(...KEYS, "egen:1", "egen:2"),
	title: words,
	isEdited: fc.boolean(),
	isRemoved: fc.boolean(),
	anteckning: fc.constantFrom("", "Sagt."),
	outcome: fc.constantFrom(null, ...PUNKT_OUTCOMES),
});
const stored = fc
	.uniqueArray(storedRow, { selector: ({ key }) => key })
	.map((rows) => rows.map(({ key, ...rest }) => row(key, rest)));
const proposed = fc
	.uniqueArray(fc.record({ key: fc.constantFrom(...KEYS), title: words }), { selector: ({ key }) => key })
	.map((all) => all.map(({ key, title }) => proposal(key, title)).sort((a, b) => rankOf(a) - rankOf(b)));
const both = [stored, proposed] as const;

const isTouched = (one: AgendaRow) =>
	one.kind === "egen" || one.isEdited || one.isRemoved || one.anteckning !== "" || one.outcome !== null;

describe("merging a stored agenda with what the app proposes", () => {
	test("every key stands there once", () => {
		fc.assert(
			fc.property(...both, (rows, proposals) => {
				const keys = mergeAgenda(rows, proposals).map(({ key }) => key);
				expect(new Set(keys).size).toBe(keys.length);
			}),
		);
	});

	test("what somebody has worked with stays, and what they have written word for word", () => {
		fc.assert(
			fc.property(...both, (rows, proposals) => {
				const merged = mergeAgenda(rows, proposals);
				for (const one of rows.filter(isTouched)) {
					const { title, lines, ...rest } = one;
					expect(merged).toContainEqual(one.isEdited ? one : expect.objectContaining(rest));
				}
			}),
		);
	});

	test("what nobody has written takes the app's words, also when noted or taken off", () => {
		fc.assert(
			fc.property(...both, (rows, proposals) => {
				const merged = mergeAgenda(rows, proposals);
				for (const fresh of proposals) {
					const now = merged.find(({ key }) => key === fresh.key);
					if (!now?.isEdited) expect(now).toMatchObject({ title: fresh.title, lines: fresh.lines });
				}
			}),
		);
	});

	test("what nobody has touched leaves when its matter is gone", () => {
		fc.assert(
			fc.property(...both, (rows, proposals) => {
				const keys = mergeAgenda(rows, proposals).map(({ key }) => key);
				for (const { key } of rows.filter((one) => !isTouched(one)))
					expect(keys.includes(key)).toBe(proposals.some((one) => one.key === key));
			}),
		);
	});

	test("stored items keep their order among each other", () => {
		fc.assert(
			fc.property(...both, (rows, proposals) => {
				const after = mergeAgenda(rows, proposals).map(({ key }) => key);
				const kept = rows.map(({ key }) => key).filter((key) => after.includes(key));
				expect(after.filter((key) => kept.includes(key))).toEqual(kept);
			}),
		);
	});

	test("everything proposed is there, and nothing but that and what was stored", () => {
		fc.assert(
			fc.property(...both, (rows, proposals) => {
				const keys = mergeAgenda(rows, proposals).map(({ key }) => key);
				for (const { key } of proposals) expect(keys).toContain(key);
				const known = [...rows, ...proposals].map(({ key }) => key);
				expect(keys.filter((key) => !known.includes(key))).toEqual([]);
			}),
		);
	});

	test("what is new comes after the last of an equal or lower kind", () => {
		fc.assert(
			fc.property(...both, (rows, proposals) => {
				const merged = mergeAgenda(rows, proposals);
				for (const [index, one] of merged.entries())
					if (one.version === 0)
						for (const later of merged.slice(index + 1))
							if (later.version !== 0) expect(rankOf(later)).toBeGreaterThan(rankOf(one));
			}),
		);
	});

	test("merged again with the same proposals it is the same", () => {
		fc.assert(
			fc.property(...both, (rows, proposals) => {
				const once = mergeAgenda(rows, proposals);
				expect(mergeAgenda(once, proposals)).toEqual(once);
			}),
		);
	});

	test("with nothing stored it is what the app proposes, in that order", () => {
		fc.assert(
			fc.property(proposed, (proposals) => {
				expect(mergeAgenda([], proposals).map(({ key, title }) => ({ key, title }))).toEqual(
					proposals.map(({ key, title }) => ({ key, title })),
				);
			}),
		);
	});
});

test.each([
	["rapport:1", "egen:1 avvikelse:1 egen:2", "egen:1 rapport:1 avvikelse:1 egen:2"],
	["avvikelse:2", "egen:1 rapport:1 avvikelse:1 atgarder", "egen:1 rapport:1 avvikelse:1 avvikelse:2 atgarder"],
	["atgarder", "egen:1 kommande", "egen:1 atgarder kommande"],
	["atgarder", "egen:1 egen:2", "atgarder egen:1 egen:2"],
])("%s is taken up in %s as %s: what somebody has put first stays first", (key, before, after) => {
	const rows = before.split(" ").map((one) => row(one));
	expect(addProposals(rows, [proposal(key)]).map((one) => one.key)).toEqual(after.split(" "));
});

test("an open meeting's agenda takes what is new and nothing else", () => {
	fc.assert(
		fc.property(...both, (rows, proposals) => {
			const grown = addProposals(rows, proposals);
			expect(grown.filter(({ version }) => version !== 0)).toEqual(rows);
			const isNew = (key: string) => !rows.some((one) => one.key === key);
			expect(
				grown
					.filter(({ version }) => version === 0)
					.map(({ key }) => key)
					.sort(),
			).toEqual(
				proposals
					.map(({ key }) => key)
					.filter(isNew)
					.sort(),
			);
		}),
	);
});

describe("moving an item", () => {
	const agenda = ["rapport:1", "avvikelse:1", "atgarder"].map((key) => row(key));

	test.each([
		["rapport:1", "up", "rapport:1 avvikelse:1 atgarder"],
		["rapport:1", "down", "avvikelse:1 rapport:1 atgarder"],
		["atgarder", "up", "rapport:1 atgarder avvikelse:1"],
		["atgarder", "down", "rapport:1 avvikelse:1 atgarder"],
	] as const)("%s %s gives %s", (key, direction, expected) => {
		expect(moveInAgenda(agenda, { key, direction }).map((one) => one.key)).toEqual(expected.split(" "));
	});

	test("what has been taken off is passed over and keeps its place", () => {
		const withRemoved = [row("rapport:1"), row("avvikelse:1", { isRemoved: true }), row("atgarder")];
		expect(moveInAgenda(withRemoved, { key: "atgarder", direction: "up" }).map((one) => one.key)).toEqual([
			"atgarder",
			"avvikelse:1",
			"rapport:1",
		]);
	});

	test("up and down again is where it was, and nothing is lost", () => {
		fc.assert(
			fc.property(stored, fc.constantFrom(...KEYS), (rows, key) => {
				const up = moveInAgenda(rows, { key, direction: "up" });
				expect(new Set(up)).toEqual(new Set(rows));
				if (up.some((one, index) => one !== rows[index]))
					expect(moveInAgenda(up, { key, direction: "down" })).toEqual(rows);
			}),
		);
	});
});
