import { beforeEach, describe, expect, test } from "vitest";
import { correctGenomforande } from "#app/commands/correctGenomforande.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { UNDO_REASON, undoGenomforande } from "#app/commands/undoGenomforande.server.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import { findAllRevisions, findGenomforande } from "#db/genomforande.server.ts";
import { makeGenomforande, newGenomforande } from "#tests/factories/genomforande.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;
let made: { id: number; uuid: string };

beforeEach(async () => {
	scene = await makeScene();
	made = await makeGenomforande(scene.db, scene.polis, { measureId: scene.dokument.measureIds.count, note: "Först" });
});

function find() {
	return findGenomforande(scene.db, { kommunId: scene.kommun.id, id: made.id });
}

function correction(change: Partial<ReturnType<typeof newGenomforande>> = {}) {
	const measures = [{ measureId: scene.dokument.measureIds.count, quantity: 3 }];
	return { ...newGenomforande({ measures, ...change }), id: made.id, revision: 1 };
}

describe("correcting", () => {
	test("replaces what was said and keeps the old", async () => {
		const { db, kommun, polis, samordnare } = scene;
		const later = { ...samordnare, now: "2018-10-15T13:00:00.000Z" };
		const change = correction({ date: "2018-10-10", biprodukter: [{ code: "beslag", quantity: 1 }] });
		expect(await correctGenomforande(db, later, change)).toEqual({ revision: 2 });
		expect(await find()).toMatchObject({
			revision: 2,
			date: "2018-10-10",
			note: null,
			createdBy: polis.personId,
			measures: [{ quantity: 3 }],
			biprodukter: [{ code: "beslag", quantity: 1 }],
		});
		expect(await findAllRevisions(db, { kommunId: kommun.id, genomforandeId: made.id })).toEqual([
			{
				revision: 1,
				content: {
					date: "2018-10-12",
					platsId: null,
					performedBy: "polis",
					note: "Först",
					measures: [{ measureId: scene.dokument.measureIds.count, quantity: 1 }],
					biprodukter: [],
				},
				at: later.now,
				byName: "samordnare",
			},
		]);
		const about = { entity: "genomforande" as const, entityId: made.id };
		const { rows } = await findAllAuditEvents(db, { kommunId: kommun.id, about, page: 1, pageSize: 10 });
		expect(rows.map(({ action, personName, detail }) => ({ action, personName, detail }))).toMatchObject([
			{
				action: "genomforande.corrected",
				personName: "samordnare",
				detail: { revision: 2, changed: ["date", "note", "measures", "biprodukter"] },
			},
			{ action: "genomforande.registered", personName: "kommunpolis" },
		]);
	});

	test("to the same changes nothing", async () => {
		const { db, polis, kommun } = scene;
		const measures = [{ measureId: scene.dokument.measureIds.count, quantity: null }];
		expect(await correctGenomforande(db, polis, correction({ note: "Först", measures }))).toEqual({ revision: 1 });
		expect(await findAllRevisions(db, { kommunId: kommun.id, genomforandeId: made.id })).toEqual([]);
	});

	test("by two at once lets the first win and tells the second", async () => {
		const { db, polis, samordnare } = scene;
		const [first, second] = await Promise.allSettled([
			correctGenomforande(db, polis, correction({ note: "Polisens" })),
			correctGenomforande(db, samordnare, correction({ note: "Kommunens" })),
		]);
		expect(first).toMatchObject({ status: "fulfilled" });
		expect(second).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
		expect(await find()).toMatchObject({ note: "Polisens", revision: 2 });
	});

	test.each([
		["a note too long", { note: "a".repeat(201) }, "note"],
		["a personal number", { note: "640823-3234" }, "note"],
		["a day to come", { date: "2018-10-16" }, "date"],
		["a day outside the dokument", { date: "2017-12-31" }, "date"],
	])("is refused for %s and leaves the row as it was", async (_what, change, field) => {
		const before = await find();
		await expect(correctGenomforande(scene.db, scene.polis, correction(change))).rejects.toMatchObject({
			code: "invalid",
			field,
		});
		expect(await find()).toEqual(before);
	});

	test("is refused in another kommun, and toward another kommun's measure", async () => {
		const { db, polis, stranger, elsewhere } = scene;
		await expect(correctGenomforande(db, stranger, correction())).rejects.toMatchObject({ code: "not_found" });
		const measures = [{ measureId: elsewhere.measureIds.count, quantity: null }];
		await expect(correctGenomforande(db, polis, correction({ measures }))).rejects.toMatchObject({
			code: "not_found",
		});
	});
});

describe("makulera", () => {
	test("takes it out, with the reason, once", async () => {
		const { db, samordnare } = scene;
		const input = { id: made.id, revision: 1, reason: " Fel kommundel " };
		await makuleraGenomforande(db, samordnare, input);
		expect(await find()).toMatchObject({
			makuleradAt: samordnare.now,
			makuleradReason: "Fel kommundel",
			makuleradByName: "samordnare",
			revision: 1,
		});
		await expect(makuleraGenomforande(db, samordnare, input)).rejects.toMatchObject({ code: "conflict" });
		await expect(correctGenomforande(db, samordnare, correction())).rejects.toMatchObject({ code: "conflict" });
	});

	test.each([
		["", "minst 3 tecken"],
		["ok", "minst 3 tecken"],
		["a".repeat(201), "högst 200 tecken"],
		["Gällde 19640823-3234", "personnumret"],
	])("is refused with the reason %j", async (reason, message) => {
		await expect(
			makuleraGenomforande(scene.db, scene.polis, { id: made.id, revision: 1, reason }),
		).rejects.toMatchObject({ code: "invalid", field: "reason", message: expect.stringContaining(message) });
		expect(await find()).toMatchObject({ makuleradAt: null });
	});

	test("is refused after a correction in between, and in another kommun", async () => {
		const { db, polis, stranger } = scene;
		const input = { id: made.id, revision: 1, reason: "Fel dag" };
		await expect(makuleraGenomforande(db, stranger, input)).rejects.toMatchObject({ code: "not_found" });
		await correctGenomforande(db, polis, correction());
		await expect(makuleraGenomforande(db, polis, input)).rejects.toMatchObject({ code: "conflict" });
	});
});

describe("undoing", () => {
	const at = (now: string) => ({ ...scene.polis, now });

	test("makulerar the row, and twice is once", async () => {
		const { db, kommun, polis } = scene;
		expect(await undoGenomforande(db, polis, { uuid: made.uuid })).toEqual({ id: made.id });
		await undoGenomforande(db, polis, { uuid: made.uuid });
		expect(await find()).toMatchObject({ makuleradReason: UNDO_REASON });
		const about = { entity: "genomforande" as const, entityId: made.id };
		const { total } = await findAllAuditEvents(db, { kommunId: kommun.id, about, page: 1, pageSize: 10 });
		expect(total).toBe(2);
	});

	test("is there for 15 minutes", async () => {
		const { db } = scene;
		await expect(undoGenomforande(db, at("2018-10-15T12:15:01.000Z"), made)).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("makulera den i stället"),
		});
		expect(await find()).toMatchObject({ makuleradAt: null });
		await undoGenomforande(db, at("2018-10-15T12:15:00.000Z"), made);
		expect(await find()).toMatchObject({ makuleradReason: UNDO_REASON });
	});

	test("is not of what somebody has corrected since: the receipt never showed that", async () => {
		const { db, polis, samordnare } = scene;
		await correctGenomforande(db, samordnare, correction({ note: "Kommunens" }));
		await expect(undoGenomforande(db, polis, made)).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("har rättats"),
		});
		expect(await find()).toMatchObject({ makuleradAt: null });
	});

	test("is one's own only, in one's own kommun, and not of what was makulerad for a reason", async () => {
		const { db, polis, samordnare, stranger } = scene;
		await expect(undoGenomforande(db, samordnare, made)).rejects.toMatchObject({ code: "forbidden" });
		await expect(undoGenomforande(db, stranger, made)).rejects.toMatchObject({ code: "not_found" });
		await makuleraGenomforande(db, polis, { id: made.id, revision: 1, reason: "Fel dag" });
		await expect(undoGenomforande(db, polis, made)).rejects.toMatchObject({ code: "conflict" });
	});
});
