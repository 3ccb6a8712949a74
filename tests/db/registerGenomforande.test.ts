import { beforeEach, describe, expect, test } from "vitest";
import { correctGenomforande } from "#app/commands/correctGenomforande.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { type NewGenomforande, registerGenomforande } from "#app/commands/registerGenomforande.server.ts";
import { findGenomforande } from "#db/genomforande.server.ts";
import { newGenomforande } from "#tests/factories/genomforande.ts";
import { makePerson } from "#tests/factories/kommun.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;
let input: NewGenomforande;

beforeEach(async () => {
	scene = await makeScene();
	input = newGenomforande({
		measures: [{ measureId: scene.dokument.measureIds.count, quantity: null }],
		platsId: scene.kommun.platsIds.Torget ?? null,
	});
});

function countRows(): Promise<number> {
	return scene.db
		.selectFrom("genomforande")
		.select((eb) => eb.fn.countAll<number>().as("count"))
		.executeTakeFirstOrThrow()
		.then((row) => row.count);
}

function auditActions(): Promise<string[]> {
	return scene.db
		.selectFrom("audit_event")
		.select("action")
		.where("entity", "=", "genomforande")
		.orderBy("id")
		.execute()
		.then((rows) => rows.map((row) => row.action));
}

describe("registering", () => {
	test("stores everything said, with its audit", async () => {
		const { db, polis, kommun, dokument } = scene;
		const said: NewGenomforande = {
			...input,
			quantity: 2,
			measures: [
				{ measureId: dokument.measureIds.count, quantity: null },
				{ measureId: dokument.measureIds.recurring, quantity: 1 },
			],
			note: " Lugnt på Torget ",
			biprodukter: [{ code: "beslag", quantity: 3 }],
		};
		const registered = await registerGenomforande(db, polis, said);
		expect(registered).toEqual({ id: 1, isNew: true, duplicateOf: null });
		expect(await findGenomforande(db, { kommunId: kommun.id, uuid: said.uuid })).toMatchObject({
			id: 1,
			date: "2018-10-12",
			platsName: "Torget",
			performedBy: "polis",
			note: "Lugnt på Torget",
			isExample: false,
			revision: 1,
			createdBy: polis.personId,
			createdByRoles: ["kommunpolis"],
			makuleradAt: null,
			measures: [
				{ measureId: dokument.measureIds.count, name: "Mått count", quantity: 2 },
				{ measureId: dokument.measureIds.recurring, name: "Mått recurring", quantity: 1 },
			],
			biprodukter: [{ code: "beslag", quantity: 3 }],
		});
		expect(await auditActions()).toEqual(["genomforande.registered"]);
	});

	test("twice with the same UUID makes one row", async () => {
		const { db, polis } = scene;
		const first = await registerGenomforande(db, polis, input);
		const second = await registerGenomforande(db, { ...polis, now: "2018-10-15T12:01:00.000Z" }, input);
		expect([first, second]).toEqual([
			{ id: 1, isNew: true, duplicateOf: null },
			{ id: 1, isNew: false, duplicateOf: null },
		]);
		expect(await countRows()).toBe(1);
		expect(await auditActions()).toEqual(["genomforande.registered"]);
	});

	test("ten times at once makes one row, and every answer names it", async () => {
		const { db, polis } = scene;
		const answers = await Promise.all(Array.from({ length: 10 }, () => registerGenomforande(db, polis, input)));
		expect(new Set(answers.map((answer) => "id" in answer && answer.id))).toEqual(new Set([1]));
		expect(answers.filter((answer) => "isNew" in answer && answer.isNew)).toHaveLength(1);
		expect(await countRows()).toBe(1);
	});

	test("a late retry is the same one, even when it has been corrected or makulerad since", async () => {
		const { db, polis } = scene;
		await registerGenomforande(db, polis, input);
		await correctGenomforande(db, polis, { ...input, id: 1, revision: 1, date: "2018-10-11" });
		expect(await registerGenomforande(db, polis, input)).toMatchObject({ id: 1, isNew: false });
		await makuleraGenomforande(db, polis, { id: 1, revision: 2, reason: "Fel dag" });
		expect(await registerGenomforande(db, polis, input)).toMatchObject({ id: 1, isNew: false });
		expect(await countRows()).toBe(1);
	});

	test.each<[string, Partial<NewGenomforande>]>([
		["another day", { date: "2018-10-11" }],
		["another note", { note: "Ny" }],
		["another party", { performedBy: "kommun" }],
		["another quantity", { quantity: 2 }],
		["by-products", { biprodukter: [{ code: "beslag", quantity: 1 }] }],
	])("the same UUID with %s is refused", async (_what, change) => {
		const { db, polis } = scene;
		await registerGenomforande(db, polis, input);
		await expect(registerGenomforande(db, polis, { ...input, ...change })).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("Den här registreringen är redan sparad"),
		});
		expect(await countRows()).toBe(1);
	});

	test("the same UUID from another kommun, or another person, is refused and tells nothing", async () => {
		const { db, polis, stranger, samordnare, elsewhere } = scene;
		await registerGenomforande(db, polis, input);
		const there = { ...input, platsId: null, measures: [{ measureId: elsewhere.measureIds.count, quantity: null }] };
		await expect(registerGenomforande(db, stranger, there)).rejects.toMatchObject({ code: "conflict" });
		await expect(registerGenomforande(db, samordnare, input)).rejects.toMatchObject({ code: "conflict" });
		expect(await countRows()).toBe(1);
	});
});

describe("is refused", () => {
	test.each<[string, Partial<NewGenomforande>, string, string]>([
		["for tomorrow", { date: "2018-10-16" }, "date", "Datum: välj en dag senast i dag. Planerade insatser"],
		["for no day at all", { date: "2018-02-30" }, "date", "Datum: skriv en dag"],
		["before the dokument", { date: "2017-12-31" }, "date", "gäller 1 januari–31 december 2018"],
		["with a note too long", { note: "å".repeat(201) }, "note", "högst 200 tecken"],
		["with a personal number", { note: "Talade med 640823–3234" }, "note", "ta bort personnumret"],
		["without a measure", { measures: [] }, "measureIds", "Aktivitet: välj minst en."],
		["with nothing done", { quantity: 0 }, "quantity", "större än 0"],
		["with a made-up by-product", { biprodukter: [{ code: "x", quantity: 1 }] }, "biprodukt.x", "Biprodukter"],
	])("%s", async (_what, change, field, message) => {
		const refusal = registerGenomforande(scene.db, scene.polis, { ...input, ...change });
		await expect(refusal).rejects.toMatchObject({ code: "invalid", field, message: expect.stringContaining(message) });
		await expect(refusal).rejects.not.toMatchObject({ message: expect.stringContaining("3234") });
		expect(await countRows()).toBe(0);
	});

	test("late at night in UTC it is already the next day in Sweden", async () => {
		const { db, polis } = scene;
		const lateNight = { ...polis, now: "2018-10-15T22:30:00.000Z" };
		expect(await registerGenomforande(db, lateNight, { ...input, date: "2018-10-16" })).toMatchObject({ isNew: true });
	});

	test("for another kommun's measure or place", async () => {
		const { db, polis, elsewhere } = scene;
		const measures = [{ measureId: elsewhere.measureIds.count, quantity: null }];
		await expect(registerGenomforande(db, polis, { ...input, measures })).rejects.toMatchObject({
			code: "not_found",
		});
		await expect(registerGenomforande(db, polis, { ...input, platsId: elsewhere.platsId })).rejects.toMatchObject({
			code: "not_found",
		});
		expect(await countRows()).toBe(0);
	});

	test("toward a measure that counts åtgärder", async () => {
		const measures = [{ measureId: scene.dokument.measureIds.actions, quantity: null }];
		await expect(registerGenomforande(scene.db, scene.polis, { ...input, measures })).rejects.toMatchObject({
			code: "invalid",
			field: "measureIds",
		});
	});

	test("from nobody", async () => {
		const nobody = { ...scene.polis, personId: null };
		await expect(registerGenomforande(scene.db, nobody, input)).rejects.toMatchObject({ code: "forbidden" });
	});
});

describe("a measured value", () => {
	test("must be given for its own measure, and may be zero or below", async () => {
		const { db, polis, dokument, kommun } = scene;
		const measureId = dokument.measureIds.outcome;
		const withValue = (quantity: number | null): NewGenomforande => ({
			...input,
			uuid: crypto.randomUUID(),
			platsId: kommun.platsIds.Skolan ?? null,
			quantity: 5,
			measures: [{ measureId, quantity }],
		});
		await expect(registerGenomforande(db, polis, withValue(null))).rejects.toMatchObject({
			code: "invalid",
			field: `quantities.${measureId}`,
		});
		for (const value of [41.5, 0, -2])
			expect(await registerGenomforande(db, polis, withValue(value))).toMatchObject({ isNew: true });
		await expect(registerGenomforande(db, polis, withValue(Number.POSITIVE_INFINITY))).rejects.toMatchObject({
			code: "invalid",
		});
	});
});

describe("a joint activity", () => {
	test("is asked about when the other party has logged the same, and counts when it is another one", async () => {
		const { db, polis, samordnare } = scene;
		await registerGenomforande(db, polis, input);
		const again: NewGenomforande = { ...input, uuid: crypto.randomUUID(), performedBy: "kommun" };
		expect(await registerGenomforande(db, samordnare, again)).toEqual({
			duplicateOf: {
				id: 1,
				date: "2018-10-12",
				measureName: "Mått count",
				platsName: "Torget",
				performedBy: "polis",
			},
		});
		expect(await countRows()).toBe(1);
		expect(await registerGenomforande(db, samordnare, { ...again, isAnotherOne: true })).toMatchObject({ isNew: true });
		expect(await countRows()).toBe(2);
	});

	test("without a place is asked about too", async () => {
		const { db, polis, samordnare } = scene;
		await registerGenomforande(db, polis, { ...input, platsId: null, performedBy: "gemensamt" });
		const again = { ...input, uuid: crypto.randomUUID(), platsId: null, performedBy: "gemensamt" as const };
		expect(await registerGenomforande(db, samordnare, again)).toMatchObject({ duplicateOf: { id: 1 } });
	});

	test("of one's own is not asked about", async () => {
		const { db, polis } = scene;
		await registerGenomforande(db, polis, input);
		const again: NewGenomforande = { ...input, uuid: crypto.randomUUID(), performedBy: "kommun" };
		expect(await registerGenomforande(db, polis, again)).toMatchObject({ isNew: true });
	});

	test("is not asked about for another day, place or measure, the same party, or a makulerad one", async () => {
		const { db, polis, samordnare, dokument, kommun } = scene;
		await registerGenomforande(db, polis, input);
		const colleague = await makePerson(db, { kommunId: kommun.id });
		const kommunens = { ...input, performedBy: "kommun" as const };
		const others: [typeof polis, NewGenomforande][] = [
			[samordnare, { ...kommunens, date: "2018-10-11" }],
			[samordnare, { ...kommunens, platsId: kommun.platsIds.Skolan ?? null }],
			[samordnare, { ...kommunens, platsId: null }],
			[samordnare, { ...kommunens, measures: [{ measureId: dokument.measureIds.recurring, quantity: null }] }],
			[colleague, input],
		];
		for (const [actor, other] of others)
			expect(await registerGenomforande(db, actor, { ...other, uuid: crypto.randomUUID() })).toMatchObject({
				isNew: true,
			});
		for (const id of [1, 6]) await makuleraGenomforande(db, polis, { id, revision: 1, reason: "Dubbelt" });
		const last = { ...kommunens, uuid: crypto.randomUUID() };
		expect(await registerGenomforande(db, samordnare, last)).toMatchObject({ isNew: true });
	});
});
