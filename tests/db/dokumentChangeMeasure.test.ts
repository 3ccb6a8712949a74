import { beforeEach, describe, expect, test } from "vitest";
import { changeMeasure } from "#app/commands/changeMeasure.server.ts";
import { type ChangedRakneregel, changeRakneregel } from "#app/commands/changeRakneregel.server.ts";
import { confirmFordelning } from "#app/commands/confirmFordelning.server.ts";
import { type CorrectedMeasure, correctMeasure } from "#app/commands/correctMeasure.server.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import { findDokument } from "#db/dokument.server.ts";
import { findAllDokumentChanges } from "#db/dokumentChange.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findFordelning } from "#db/fordelning.server.ts";
import { findAllLoggableMeasures, findAllMeasureVersions, findMeasure } from "#db/measure.server.ts";
import { viewRapport } from "#tests/factories/rapport.ts";
import { logOn, makeScene, type Scene } from "#tests/factories/scene.ts";

const PERSONNUMMER = "Skolgatan 640823-3234";

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

const latestAudit = async () => {
	const { rows } = await findAllAuditEvents(scene.db, { kommunId: scene.kommun.id, page: 1, pageSize: 1 });
	return rows[0];
};
const measureId = () => scene.dokument.measureIds.count;
const find = () => findMeasure(scene.db, { kommunId: scene.kommun.id, measureId: measureId() });
const settings = { minimum: 8, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" };

describe("a löfte that was read wrongly", () => {
	const correction = (more: Partial<CorrectedMeasure> = {}): CorrectedMeasure => ({
		measureId: measureId(),
		version: 1,
		validFrom: "2018-01-01",
		settings,
		reason: "Texten säger åtta.",
		...more,
	});
	const correct = (more: Partial<CorrectedMeasure> = {}) =>
		correctMeasure(scene.db, scene.samordnare, correction(more));
	const history = () => findAllMeasureVersions(scene.db, { kommunId: scene.kommun.id, measureId: measureId() });

	test("is put right from its own first day, and what was read stays in the history", async () => {
		expect(await correct()).toEqual({ version: 2 });
		expect(await find()).toMatchObject({
			version: 2,
			versions: [{ validFrom: "2018-01-01", settings, reason: "Texten säger åtta." }],
		});
		expect(await history()).toMatchObject([
			{ validFrom: "2018-01-01", settings: { minimum: 8 }, createdByName: "samordnare", replacedAt: null },
			{
				validFrom: "2018-01-01",
				settings: { minimum: 10 },
				reason: null,
				replacedAt: scene.samordnare.now,
				replacedByName: "samordnare",
			},
		]);
		expect(await latestAudit()).toMatchObject({
			action: "measure.corrected",
			detail: { name: "Mått count", validFrom: "2018-01-01", before: { minimum: 10 }, settings: { minimum: 8 } },
		});
	});

	test("can be put right again, any number of times, also back to what it was", async () => {
		await correct();
		await correct({ version: 2, settings: { ...settings, minimum: 9 } });
		await correct({ version: 3, settings: { ...settings, minimum: 10 } });
		expect((await find())?.versions).toMatchObject([{ settings: { minimum: 10 } }]);
		expect((await history()).map((one) => [one.settings, one.replacedAt === null])).toMatchObject([
			[{ minimum: 10 }, true],
			[{ minimum: 9 }, false],
			[{ minimum: 8 }, false],
			[{ minimum: 10 }, false],
		]);
	});

	test("is out of use wherever settings are read", async () => {
		const { db, kommun, dokument } = scene;
		await correct();
		await correct({ version: 2, settings: { ...settings, minimum: 9 } });
		const kommunId = kommun.id;
		const followed = (await findFollowUp(db, { kommunId, dokumentIds: [dokument.id] })).dokument;
		const signed = await findDokument(db, { kommunId, dokumentId: dokument.id });
		const read = [...followed, ...(signed ? [signed] : [])].map(({ aktiviteter }) =>
			aktiviteter
				.flatMap(({ measures }) => measures)
				.filter(({ id }) => id === measureId())
				.flatMap(({ versions }) => versions.map((version) => version.settings)),
		);
		expect(read).toEqual([[{ ...settings, minimum: 9 }], [{ ...settings, minimum: 9 }]]);
	});

	test("is counted anew in every period that nothing signed tells of", async () => {
		await logOn(scene, "2018-02-01");
		const minimumOf = async (periodCode: string) => {
			const { content } = await viewRapport(scene, { dokumentId: scene.dokument.id, periodCode });
			return content.groups[0]?.aktiviteter[0]?.measures[0]?.figures.minimum;
		};
		expect(await minimumOf("2018-T1")).toBe(10);
		await correct();
		expect(await minimumOf("2018-T1")).toBe(8);
		expect(await minimumOf("2018-T3")).toBe(8);
	});

	test("leaves the versions before and after it as they are", async () => {
		await changeMeasure(scene.db, scene.samordnare, {
			measureId: measureId(),
			version: 1,
			settings: { ...settings, minimum: 12 },
			validFrom: "2018-09-01",
			reason: "Ny överenskommelse",
		});
		await correct({ version: 2 });
		expect((await find())?.versions).toMatchObject([
			{ validFrom: "2018-01-01", settings: { minimum: 8 } },
			{ validFrom: "2018-09-01", settings: { minimum: 12 } },
		]);
		await correct({ version: 3, validFrom: "2018-09-01", settings: { ...settings, minimum: 13 } });
		expect((await find())?.versions).toMatchObject([
			{ validFrom: "2018-01-01", settings: { minimum: 8 } },
			{ validFrom: "2018-09-01", settings: { minimum: 13 } },
		]);
		const [shown] = await findAllLoggableMeasures(scene.db, { kommunId: scene.kommun.id, date: "2018-10-15" });
		expect(shown?.settings).toMatchObject({ minimum: 13 });
	});

	test.each([
		["its first version", "2018-01-01", {}],
		["a later one", "2018-09-01", { "2018-T1": 3, "2018-T2": 4 }],
	])("loses what was agreed for the periods from its day on: %s", async (_which, validFrom, kept) => {
		if (validFrom !== "2018-01-01")
			await changeMeasure(scene.db, scene.samordnare, {
				measureId: measureId(),
				version: 1,
				settings: { ...settings, minimum: 10 },
				validFrom,
				reason: "Ny överenskommelse",
			});
		const agreed = { measureId: measureId(), parts: { "2018-T1": 3, "2018-T2": 4, "2018-T3": 3 } };
		await confirmFordelning(scene.db, scene.polis, { ...agreed, forPart: "polis", version: 0 });
		await confirmFordelning(scene.db, scene.samordnare, { ...agreed, forPart: "kommun", version: 1 });
		await correct({ version: (await find())?.version ?? 0, validFrom });
		expect(await findFordelning(scene.db, { kommunId: scene.kommun.id, measureId: measureId() })).toMatchObject({
			parts: kept,
			polisConfirmedAt: null,
			kommunConfirmedAt: null,
		});
	});

	test.each<[string, Partial<CorrectedMeasure>, string]>([
		["no reason", { reason: " " }, "invalid"],
		["a personal number in the reason", { reason: PERSONNUMMER }, "invalid"],
		["settings the kind refuses", { settings: { ...settings, minimum: -1 } }, "invalid"],
		["nothing that is another", { settings: { ...settings, minimum: 10 } }, "invalid"],
		["a day when no version begins", { validFrom: "2018-05-01" }, "conflict"],
		["an old version", { version: 0 }, "conflict"],
	])("is not put right with %s", async (_what, more, code) => {
		await expect(correct(more)).rejects.toMatchObject({ code });
		expect(await history()).toHaveLength(1);
	});

	test("is another kommun's alone, and its places too", async () => {
		const { db, stranger, polis, dokument, elsewhere } = scene;
		await expect(correctMeasure(db, stranger, correction())).rejects.toMatchObject({ code: "not_found" });
		const series = [{ platsId: elsewhere.platsId, baseline: null, target: null }];
		const borrowed = correction({
			measureId: dokument.measureIds.outcome,
			settings: { unit: "km/h", direction: "down", series },
		});
		await expect(correctMeasure(db, polis, borrowed)).rejects.toMatchObject({ code: "not_found" });
		expect(await findAllMeasureVersions(db, { kommunId: stranger.kommunId, measureId: measureId() })).toEqual([]);
	});

	test("two who put it right at once do not write over each other", async () => {
		const both = await Promise.allSettled([correct(), correct({ settings: { ...settings, minimum: 9 } })]);
		expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
		expect(await history()).toHaveLength(2);
	});
});

describe("what a measure is called and what counts", () => {
	const change = (more: Partial<ChangedRakneregel> = {}): ChangedRakneregel => ({
		measureId: measureId(),
		version: 1,
		name: "Riktad insats",
		rakneregel: "En planerad insats räknas en gång.",
		reason: "Tydligare",
		...more,
	});
	const save = (more: Partial<ChangedRakneregel> = {}) => changeRakneregel(scene.db, scene.polis, change(more));

	test("is said anew, and the history has what was said before", async () => {
		expect(await save()).toEqual({ version: 2 });
		expect(await find()).toMatchObject({
			name: "Riktad insats",
			rakneregel: "En planerad insats räknas en gång.",
			version: 2,
			versions: [{ validFrom: "2018-01-01" }],
		});
		expect(await latestAudit()).toMatchObject({
			action: "measure.rakneregel_changed",
			detail: {
				name: "Riktad insats",
				before: { name: "Mått count", rakneregel: "Varje tillfälle räknas en gång." },
				reason: "Tydligare",
			},
		});
	});

	test.each<[string, Partial<ChangedRakneregel>, string, string | undefined]>([
		["no name", { name: "" }, "invalid", "name"],
		["no räkneregel", { rakneregel: " " }, "invalid", "rakneregel"],
		["no reason", { reason: "" }, "invalid", "reason"],
		["a personal number", { rakneregel: PERSONNUMMER }, "invalid", "rakneregel"],
		["a name that is too long", { name: "a".repeat(61) }, "invalid", "name"],
		[
			"nothing that is another",
			{ name: "Mått count", rakneregel: "Varje tillfälle räknas en gång." },
			"invalid",
			"rakneregel",
		],
		["an old version", { version: 0 }, "conflict", undefined],
	])("is not saved with %s", async (_what, more, code, field) => {
		await expect(save(more)).rejects.toMatchObject({ code, field });
		expect(await find()).toMatchObject({ name: "Mått count", version: 1 });
	});

	test("is another kommun's alone", async () => {
		await expect(changeRakneregel(scene.db, scene.stranger, change())).rejects.toMatchObject({ code: "not_found" });
	});
});

test("what was done with a dokument and its measures is told together, the latest first, and no other dokument's", async () => {
	const { db, kommun, samordnare, stranger, dokument, elsewhere } = scene;
	await changeMeasure(db, samordnare, {
		measureId: measureId(),
		version: 1,
		settings,
		validFrom: "2018-09-01",
		reason: "Ny överenskommelse",
	});
	await changeMeasure(db, stranger, {
		measureId: elsewhere.measureIds.count,
		version: 1,
		settings,
		validFrom: "2018-09-01",
		reason: "Annan kommun",
	});
	const asked = { kommunId: kommun.id, dokumentId: dokument.id, limit: 20 };
	expect(await findAllDokumentChanges(db, asked)).toMatchObject([
		{
			action: "measure.changed",
			measureName: "Mått count",
			personName: "samordnare",
			detail: { reason: "Ny överenskommelse" },
		},
		{ action: "dokument.created", measureName: null },
	]);
	expect(await findAllDokumentChanges(db, { ...asked, limit: 1 })).toHaveLength(1);
	expect(await findAllDokumentChanges(db, { ...asked, kommunId: stranger.kommunId })).toEqual([]);
});
