import { beforeEach, describe, expect, test } from "vitest";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import {
	findAllGenomforanden,
	findAllRevisions,
	findGenomforande,
	type GenomforandeFilter,
} from "#db/genomforande.server.ts";
import { findLastUsedPlatsIds, findRecentMeasureIds } from "#db/genomforandeSuggestion.server.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;

/**
 * 1: count at Torget on 1 October, 2: recurring by the kommun on 2 October, 3: count at Skolan on 3 October, makulerad.
 * 4: the neighbour's.
 */
beforeEach(async () => {
	scene = await makeScene();
	const { db, polis, samordnare, stranger, dokument, elsewhere, kommun } = scene;
	const { Torget, Skolan } = kommun.platsIds;
	const { count, recurring } = dokument.measureIds;
	await makeGenomforande(db, polis, { measureId: count, date: "2018-10-01", platsId: Torget, note: "Åskväder" });
	await makeGenomforande(db, samordnare, { measureId: recurring, date: "2018-10-02", performedBy: "kommun" });
	await makeGenomforande(db, polis, { measureId: count, date: "2018-10-03", platsId: Skolan, note: "100 % lugnt" });
	await makuleraGenomforande(db, polis, { id: 3, revision: 1, reason: "Fel dag" });
	await makeGenomforande(db, stranger, { measureId: elsewhere.measureIds.count, note: "Åskväder" });
});

async function find(filter: GenomforandeFilter): Promise<number[]> {
	const { rows, total } = await findAllGenomforanden(scene.db, {
		kommunId: scene.kommun.id,
		page: 1,
		pageSize: 10,
		...filter,
	});
	expect(total).toBe(rows.length);
	return rows.map((row) => row.id);
}

describe("the list", () => {
	test("is the kommun's own, the latest day first", async () => {
		expect(await find({})).toEqual([3, 2, 1]);
	});

	test("comes in pages, each with the whole count", async () => {
		const page = (number: number) =>
			findAllGenomforanden(scene.db, { kommunId: scene.kommun.id, page: number, pageSize: 2 });
		const first = await page(1);
		const second = await page(2);
		expect([first, second].map(({ total, rows }) => [total, rows.map((row) => row.id)])).toEqual([
			[3, [3, 2]],
			[3, [1]],
		]);
		expect(await page(3)).toEqual({ rows: [], total: 3 });
	});

	test.each<[string, (s: Scene) => GenomforandeFilter, number[]]>([
		["status active", () => ({ status: "active" }), [2, 1]],
		["status makulerad", () => ({ status: "makulerad" }), [3]],
		["measure", (s) => ({ measureId: s.dokument.measureIds.count }), [3, 1]],
		["aktivitet", (s) => ({ aktivitetId: s.dokument.aktivitetIds.recurring }), [2]],
		["dokument", (s) => ({ dokumentId: s.dokument.id }), [3, 2, 1]],
		["another kommun's dokument", (s) => ({ dokumentId: s.elsewhere.id }), []],
		["place", (s) => ({ platsId: s.kommun.platsIds.Torget }), [1]],
		["performer", () => ({ performedBy: "kommun" }), [2]],
		["days", () => ({ from: "2018-10-02", to: "2018-10-02" }), [2]],
		["all of them together", (s) => ({ platsId: s.kommun.platsIds.Torget, performedBy: "polis", q: "insats" }), [1]],
	])("is filtered by %s", async (_by, filter, ids) => {
		expect(await find(filter(scene))).toEqual(ids);
	});

	test.each([
		["the note, whatever the case of å", "ÅSK", [1]],
		["the place", "torg", [1]],
		["the aktivitet's own words", "möte varje", [2]],
		["the name of the mått", "mått RECURRING", [2]],
		["every word, wherever each is found", "torget insatser", [1]],
		["a sign that means itself", "100 %", [3]],
		["signs that would be patterns", "* ? [", []],
		["nothing that is there", "fotpatrull", []],
		["only spaces", "   ", [3, 2, 1]],
	])("is searched by %s", async (_by, q, ids) => {
		expect(await find({ q })).toEqual(ids);
	});
});

describe("what is offered first", () => {
	test("is what the person used last in this kommun, makulerade left out", async () => {
		const { db, kommun, polis, samordnare, dokument } = scene;
		const { Torget, Skolan } = kommun.platsIds;
		const { count, recurring } = dokument.measureIds;
		const mine = { kommunId: kommun.id, personId: polis.personId };
		expect(await findLastUsedPlatsIds(db, mine)).toEqual([Torget]);
		await makeGenomforande(db, polis, { measureId: recurring, platsId: Skolan });
		await makeGenomforande(db, polis, { measureId: recurring, platsId: Skolan });
		expect(await findLastUsedPlatsIds(db, mine)).toEqual([Skolan, Torget]);
		expect(await findRecentMeasureIds(db, mine)).toEqual([recurring, count]);
		expect(await findLastUsedPlatsIds(db, { ...mine, personId: samordnare.personId })).toEqual([]);
	});
});

test("another kommun's registration is not found, by id or UUID, nor its revisions", async () => {
	const { db, kommun, stranger } = scene;
	const theirs = await findGenomforande(db, { kommunId: stranger.kommunId, id: 4 });
	expect(theirs?.note).toBe("Åskväder");
	expect(await findGenomforande(db, { kommunId: kommun.id, id: 4 })).toBeUndefined();
	expect(await findGenomforande(db, { kommunId: kommun.id, uuid: theirs?.uuid ?? "" })).toBeUndefined();
	expect(await findAllRevisions(db, { kommunId: kommun.id, genomforandeId: 4 })).toEqual([]);
});
