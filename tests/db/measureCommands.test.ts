import { beforeEach, describe, expect, test } from "vitest";
import { type ChangedMeasure, changeMeasure } from "#app/commands/changeMeasure.server.ts";
import { changeMeasureSensitivity } from "#app/commands/changeMeasureSensitivity.server.ts";
import { confirmFordelning } from "#app/commands/confirmFordelning.server.ts";
import { excuseSlot } from "#app/commands/excuseSlot.server.ts";
import { revokeExcusedSlot } from "#app/commands/revokeExcusedSlot.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findFordelning } from "#db/fordelning.server.ts";
import { findMeasure } from "#db/measure.server.ts";
import { latestActionIn, makeScene, type Scene } from "#tests/factories/scene.ts";

const PERSONNUMMER = "Skolgatan 640823-3234";
const TOO_LONG = "a".repeat(501);

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

const latestAction = () => latestActionIn(scene);

describe("inställda tillfällen", () => {
	const slot = (change: object = {}) => ({
		measureId: scene.dokument.measureIds.recurring,
		slotKey: "2018-W40",
		reason: "Röda dagar",
		...change,
	});
	const excusedInFollowUp = async () => {
		const followUp = await findFollowUp(scene.db, { kommunId: scene.kommun.id });
		return followUp.dokument[0]?.aktiviteter.flatMap((aktivitet) =>
			aktivitet.measures.flatMap((measure) => measure.excusedSlots),
		);
	};

	test("are marked once, taken back once, and can be marked again", async () => {
		const { db, polis, samordnare } = scene;
		const { id } = await excuseSlot(db, polis, slot());
		expect(await excusedInFollowUp()).toEqual([{ id, slotKey: "2018-W40", reason: "Röda dagar" }]);
		expect(await latestAction()).toBe("excused_slot.excused");
		await expect(excuseSlot(db, samordnare, slot())).rejects.toMatchObject({ code: "conflict" });
		await revokeExcusedSlot(db, samordnare, { excusedSlotId: id });
		expect(await excusedInFollowUp()).toEqual([]);
		expect(await latestAction()).toBe("excused_slot.revoked");
		await expect(revokeExcusedSlot(db, polis, { excusedSlotId: id })).rejects.toMatchObject({ code: "conflict" });
		expect(await excuseSlot(db, polis, slot())).toEqual({ id: id + 1 });
	});

	test("belong to measures that have expected ones", async () => {
		const refused = excuseSlot(scene.db, scene.polis, slot({ measureId: scene.dokument.measureIds.count }));
		await expect(refused).rejects.toMatchObject({ code: "invalid", field: "slotKey" });
	});

	test.each([[""], [PERSONNUMMER], [TOO_LONG]])("are not marked for the reason %j", async (reason) => {
		await expect(excuseSlot(scene.db, scene.polis, slot({ reason }))).rejects.toMatchObject({
			code: "invalid",
			field: "reason",
		});
	});

	test("are not another kommun's", async () => {
		const { db, polis, stranger } = scene;
		await expect(excuseSlot(db, stranger, slot())).rejects.toMatchObject({ code: "not_found" });
		const { id } = await excuseSlot(db, polis, slot());
		await expect(revokeExcusedSlot(db, stranger, { excusedSlotId: id })).rejects.toMatchObject({ code: "not_found" });
	});
});

describe("the fördelning", () => {
	const confirm = (change: object = {}) => ({
		measureId: scene.dokument.measureIds.count,
		parts: { "2018-T1": 3, "2018-T2": 4, "2018-T3": 3 },
		forPart: "polis" as const,
		version: 0,
		...change,
	});
	const stored = () =>
		findFordelning(scene.db, { kommunId: scene.kommun.id, measureId: scene.dokument.measureIds.count });

	test("is agreed when both parties have confirmed the same numbers", async () => {
		const { db, polis, samordnare } = scene;
		expect(await confirmFordelning(db, polis, confirm())).toEqual({ isAgreed: false, version: 1 });
		// The same numbers in another order are the same numbers.
		const parts = { "2018-T3": 3, "2018-T1": 3, "2018-T2": 4 };
		const kommunens = confirm({ forPart: "kommun", version: 1, parts });
		expect(await confirmFordelning(db, samordnare, kommunens)).toEqual({ isAgreed: true, version: 2 });
		expect(await stored()).toMatchObject({
			parts: { "2018-T1": 3, "2018-T2": 4, "2018-T3": 3 },
			polisConfirmedBy: polis.personId,
			kommunConfirmedBy: samordnare.personId,
			version: 2,
		});
		expect(await latestAction()).toBe("fordelning.confirmed");
	});

	test("with other numbers waits for the other party anew", async () => {
		const { db, polis, samordnare } = scene;
		await confirmFordelning(db, polis, confirm());
		const parts = { "2018-T1": 2, "2018-T2": 4, "2018-T3": 4 };
		const changed = confirm({ forPart: "kommun", version: 1, parts });
		expect(await confirmFordelning(db, samordnare, changed)).toEqual({ isAgreed: false, version: 2 });
		expect(await stored()).toMatchObject({ parts, polisConfirmedAt: null, kommunConfirmedAt: samordnare.now });
		expect(await latestAction()).toBe("fordelning.changed");
	});

	test("is refused over somebody else's change", async () => {
		const { db, polis, samordnare } = scene;
		const [first, second] = await Promise.allSettled([
			confirmFordelning(db, polis, confirm()),
			confirmFordelning(db, samordnare, confirm({ forPart: "kommun" })),
		]);
		expect(first.status).toBe("fulfilled");
		expect(second).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
	});

	test.each([
		["too much", { "2018-T1": 4, "2018-T2": 4, "2018-T3": 3 }],
		["too little", { "2018-T1": 3 }],
		["a negative part", { "2018-T1": 11, "2018-T2": -1 }],
		["a fraction", { "2018-T1": 9.5, "2018-T2": 0.5 }],
		["no period", { vinter: 10 }],
		["another year's period", { "2018-T1": 3, "2018-T2": 4, "2019-T3": 3 }],
	])("is refused with %s", async (_what, parts) => {
		await expect(confirmFordelning(scene.db, scene.polis, confirm({ parts }))).rejects.toMatchObject({
			code: "invalid",
		});
		expect(await stored()).toBeUndefined();
	});

	test("is measured against the minimum as it is now, not as the page showed it", async () => {
		const { db, polis, samordnare, dokument } = scene;
		const settings = { minimum: 15, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" };
		const { count: measureId, outcome } = dokument.measureIds;
		await changeMeasure(db, samordnare, {
			measureId,
			version: 1,
			settings,
			validFrom: "2018-09-01",
			reason: "Ny överenskommelse",
		});
		await expect(confirmFordelning(db, polis, confirm())).rejects.toThrow("delarna blir 10 tillsammans men ska bli 15");
		const nothing = confirmFordelning(db, polis, confirm({ measureId: outcome }));
		await expect(nothing).rejects.toMatchObject({ code: "not_found" });
	});

	test("is not another kommun's", async () => {
		const refused = confirmFordelning(scene.db, scene.stranger, confirm());
		await expect(refused).rejects.toMatchObject({ code: "not_found" });
	});
});

describe("changing a measure", () => {
	const settings = { minimum: 15, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" };
	const change = (more: Partial<ChangedMeasure> = {}): ChangedMeasure => ({
		measureId: scene.dokument.measureIds.count,
		version: 1,
		settings,
		validFrom: "2018-09-01",
		reason: "Ny överenskommelse",
		...more,
	});
	const find = () => findMeasure(scene.db, { kommunId: scene.kommun.id, measureId: scene.dokument.measureIds.count });

	test("makes a dated version and keeps the old one", async () => {
		const { db, samordnare } = scene;
		expect(await changeMeasure(db, samordnare, change())).toEqual({ version: 2 });
		expect(await find()).toMatchObject({
			version: 2,
			versions: [
				{ validFrom: "2018-01-01", settings: { minimum: 10 }, reason: null },
				{ validFrom: "2018-09-01", settings: { minimum: 15 }, reason: "Ny överenskommelse" },
			],
		});
		expect(await latestAction()).toBe("measure.changed");
	});

	test.each([
		["the first day of a period", "2018-09-01"],
		["a day within the period before, which keeps its number", "2018-05-02"],
	])("keeps what was agreed for earlier periods, and no confirmation: %s", async (_when, validFrom) => {
		const { db, kommun, polis, samordnare } = scene;
		const { measureId } = change();
		const parts = { "2018-T1": 3, "2018-T2": 4, "2018-T3": 3 };
		const agreed = { measureId, parts };
		await confirmFordelning(db, polis, { ...agreed, forPart: "polis", version: 0 });
		await confirmFordelning(db, samordnare, { ...agreed, forPart: "kommun", version: 1 });
		await changeMeasure(db, samordnare, change({ validFrom }));
		expect(await findFordelning(db, { kommunId: kommun.id, measureId })).toMatchObject({
			parts: { "2018-T1": 3, "2018-T2": 4 },
			polisConfirmedAt: null,
			kommunConfirmedAt: null,
			version: 3,
		});
	});

	test.each<[string, Partial<ChangedMeasure>, string]>([
		["no reason", { reason: " " }, "invalid"],
		["a personal number in the reason", { reason: PERSONNUMMER }, "invalid"],
		["settings the kind refuses", { settings: { ...settings, minimum: -1 } }, "invalid"],
		["a day before the dokument", { validFrom: "2017-12-31" }, "invalid"],
		["a day after the dokument", { validFrom: "2019-01-01" }, "invalid"],
		["a day when a version begins", { validFrom: "2018-01-01" }, "conflict"],
		["an old version", { version: 0 }, "conflict"],
	])("is refused with %s", async (_what, more, code) => {
		await expect(changeMeasure(scene.db, scene.polis, change(more))).rejects.toMatchObject({ code });
		expect((await find())?.versions).toHaveLength(1);
	});

	test("is not another kommun's, nor may it use another kommun's place", async () => {
		const { db, polis, stranger, dokument, elsewhere } = scene;
		await expect(changeMeasure(db, stranger, change())).rejects.toMatchObject({ code: "not_found" });
		const series = [{ platsId: elsewhere.platsId, baseline: null, target: null }];
		const borrowed = change({
			measureId: dokument.measureIds.outcome,
			settings: { unit: "km/h", direction: "down", series },
		});
		await expect(changeMeasure(db, polis, borrowed)).rejects.toMatchObject({ code: "not_found" });
	});
});

describe("the mark of a sensitive measure", () => {
	const mark = (change: object = {}) => ({
		measureId: scene.dokument.measureIds.count,
		version: 1,
		isSensitive: true,
		...change,
	});
	const inFollowUp = async () => {
		const { dokument } = await findFollowUp(scene.db, { kommunId: scene.kommun.id });
		return dokument
			.flatMap(({ aktiviteter }) => aktiviteter.flatMap(({ measures }) => measures))
			.find(({ id }) => id === scene.dokument.measureIds.count);
	};

	test("is set and taken away under one version after the other, and the audit says which", async () => {
		const { db, polis, samordnare } = scene;
		expect(await changeMeasureSensitivity(db, polis, mark())).toEqual({ version: 2 });
		expect(await inFollowUp()).toMatchObject({ isSensitive: true, version: 2 });
		expect(await latestAction()).toBe("measure.sensitivity_changed");
		await changeMeasureSensitivity(db, samordnare, mark({ version: 2, isSensitive: false }));
		const followed = await inFollowUp();
		expect(followed).toMatchObject({ isSensitive: false, version: 3 });
		expect(followed?.versions).toHaveLength(1);
	});

	test("is refused over a change that nobody has seen, and in another kommun", async () => {
		const { db, polis, samordnare, stranger } = scene;
		await changeMeasureSensitivity(db, polis, mark());
		const late = changeMeasureSensitivity(db, samordnare, mark({ isSensitive: false }));
		await expect(late).rejects.toMatchObject({ code: "conflict" });
		const foreign = changeMeasureSensitivity(db, stranger, mark({ version: 2 }));
		await expect(foreign).rejects.toMatchObject({ code: "not_found" });
		expect(await inFollowUp()).toMatchObject({ isSensitive: true, version: 2 });
	});
});
