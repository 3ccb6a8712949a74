import { beforeEach, describe, expect, test } from "vitest";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { cancelImport } from "#app/commands/cancelImport.server.ts";
import { changeImportMapping } from "#app/commands/changeImportMapping.server.ts";
import { correctGenomforande } from "#app/commands/correctGenomforande.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { runImport } from "#app/commands/runImport.server.ts";
import { undoImport } from "#app/commands/undoImport.server.ts";
import type { ImportMapping } from "#app/import/content.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { findAllEfterregistrerade } from "#db/efterregistrering.server.ts";
import { findAllGenomforanden } from "#db/genomforande.server.ts";
import { findImport, findImportUndo } from "#db/import.server.ts";
import { newGenomforande } from "#tests/factories/genomforande.ts";
import { importLine, importNow, makeImport } from "#tests/factories/import.ts";
import { makeRapport, versionOf, viewRapport } from "#tests/factories/rapport.ts";
import { latestActionIn, logOn, makeScene, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

/** In the second tertial of 2018, and one in the third. */
const LINES = ["2018-06-01", "2018-06-02", "2018-07-03", "2018-09-04"].map((date) => importLine(date));

async function imported(mapping: Partial<ImportMapping> = {}): Promise<{ importId: number; version: number }> {
	const { db, polis } = scene;
	const begun = await makeImport(db, polis, { lines: LINES, mapping });
	await runImport(db, polis, begun);
	return { ...begun, version: 2 };
}

async function log(status: "active" | "makulerad" = "active") {
	const page = { page: 1, pageSize: 100 };
	return (await findAllGenomforanden(scene.db, { kommunId: scene.kommun.id, status, ...page })).rows;
}

function undoOf(importId: number) {
	return findImportUndo(scene.db, { kommunId: scene.kommun.id, importId });
}

async function snapshots(): Promise<unknown[]> {
	return scene.db.selectFrom("rapport_snapshot").selectAll().execute();
}

describe("undoing", () => {
	test("makulerar all that came of the file, with the reason, and it can be imported again", async () => {
		const { db, polis } = scene;
		const done = await imported();
		const byHand = await logOn(scene, "2018-06-10");
		expect(await undoOf(done.importId)).toEqual({ active: 4, corrected: 0, signedIn: [] });
		expect(await undoImport(db, polis, done)).toEqual({ undone: 4 });
		expect((await log()).map(({ id }) => id)).toEqual([byHand.id]);
		expect(await log("makulerad")).toMatchObject(
			LINES.map(() => ({ makuleradReason: "Importen ångrades", makuleradAt: polis.now })),
		);
		expect(await latestActionIn(scene)).toBe("import.undone");
		expect(await importNow(db, polis, done.importId)).toMatchObject({ state: "angrad", undoneBy: polis.personId });
		await imported();
		expect(await log()).toHaveLength(5);
	});

	test("again is answered alike; by another it is told", async () => {
		const { db, polis, samordnare } = scene;
		const done = await imported();
		const [row] = await log();
		await makuleraGenomforande(db, samordnare, { id: row?.id ?? 0, revision: 1, reason: "Fel dag" });
		expect(await undoImport(db, polis, done)).toEqual({ undone: 3 });
		expect(await undoImport(db, polis, done)).toEqual({ undone: 3 });
		await expect(undoImport(db, samordnare, done)).rejects.toMatchObject({ code: "conflict" });
		expect(await log("makulerad")).toMatchObject([{ makuleradReason: "Fel dag" }, {}, {}, {}]);
	});

	test("takes what was corrected since with it, and tells beforehand how many", async () => {
		const { db, polis, dokument } = scene;
		const done = await imported();
		const [row] = await log();
		const { uuid: _, ...content } = newGenomforande({
			date: "2018-09-05",
			measures: [{ measureId: dokument.measureIds.count, quantity: 2 }],
		});
		await correctGenomforande(db, polis, { id: row?.id ?? 0, revision: 1, ...content });
		expect(await undoOf(done.importId)).toEqual({ active: 4, corrected: 1, signedIn: [] });
		expect(await undoImport(db, polis, done)).toEqual({ undone: 4 });
	});

	test("is refused before it is imported, with an old version, and in another kommun", async () => {
		const { db, polis, stranger } = scene;
		const begun = await makeImport(db, polis, { lines: LINES });
		await expect(undoImport(db, polis, begun)).rejects.toMatchObject({ code: "conflict" });
		await runImport(db, polis, begun);
		await expect(undoImport(db, polis, begun)).rejects.toMatchObject({ code: "conflict" });
		await expect(undoImport(db, stranger, { ...begun, version: 2 })).rejects.toMatchObject({ code: "not_found" });
		const elsewhere = { kommunId: stranger.kommunId, importId: begun.importId };
		expect(await findImportUndo(db, elsewhere)).toEqual({ active: 0, corrected: 0, signedIn: [] });
		expect(await log()).toHaveLength(4);
	});
});

describe("a signed tertial", () => {
	test("takes rows in as efterregistrerade after a question, and what was signed is the same to the byte", async () => {
		const { db, polis, kommun } = scene;
		await logOn(scene, "2018-06-01");
		const made = await makeRapport(scene, { state: "signerad" });
		const before = await snapshots();
		const content = (await viewRapport(scene, made)).content;
		const begun = await makeImport(db, polis, { lines: LINES, mapping: { takesLikeExisting: true } });
		await expect(runImport(db, polis, begun)).rejects.toMatchObject({ code: "invalid", field: "takesLate" });
		expect(await log()).toHaveLength(1);
		const found = await findImport(db, { kommunId: kommun.id, importId: begun.importId });
		const mapping: ImportMapping = { ...JSON.parse(found?.mapping ?? ""), takesLate: true };
		const { version } = await changeImportMapping(db, polis, { ...begun, mapping });
		expect(await runImport(db, polis, { ...begun, version })).toEqual({ imported: 4, leftOut: 0 });
		const rows = await log();
		const late = await findAllEfterregistrerade(db, {
			kommunId: kommun.id,
			genomforandeIds: rows.map(({ id }) => id),
		});
		const lateDays = rows.filter(({ id }) => late.has(id)).map(({ date }) => date);
		expect(lateDays).toEqual(["2018-07-03", "2018-06-02", "2018-06-01"]);
		expect(await snapshots()).toEqual(before);
		const after = await viewRapport(scene, made);
		expect(after.content).toEqual(content);
		expect(after.late).toMatchObject({ new: 3, changed: 0 });
	});

	test("is left alone when it is answered so", async () => {
		const { db, polis } = scene;
		await makeRapport(scene, { state: "signerad" });
		const begun = await makeImport(db, polis, { lines: LINES, mapping: { takesLate: false } });
		expect(await runImport(db, polis, begun)).toEqual({ imported: 1, leftOut: 3 });
	});

	test.each(["inlamnad", "granskad"] as const)("does not stop the undoing while its report is %s", async (state) => {
		const { db, polis } = scene;
		const done = await imported();
		await makeRapport(scene, { state });
		expect(await undoImport(db, polis, done)).toEqual({ undone: 4 });
	});

	test.each(["signerad", "publicerad"] as const)("that is %s and counts any of it does, by name", async (state) => {
		const { db, polis } = scene;
		const done = await imported();
		await makeRapport(scene, { state });
		const before = await snapshots();
		expect((await undoOf(done.importId)).signedIn).toEqual([
			{ dokumentTitle: "Medborgarlöfte 2018", periodCode: "2018-T2" },
		]);
		await expect(undoImport(db, polis, done)).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("den signerade rapporten för tertial 2 2018 (Medborgarlöfte 2018)"),
		});
		expect(await log()).toHaveLength(4);
		expect(await snapshots()).toEqual(before);
	});

	test("does not stop the undoing of what came too late for it", async () => {
		const { db, polis } = scene;
		const { id } = await logOn(scene, "2018-06-15");
		await makeRapport(scene, { state: "signerad" });
		const done = await imported({ takesLate: true });
		expect(await undoImport(db, polis, done)).toEqual({ undone: 4 });
		expect((await log()).map((row) => row.id)).toEqual([id]);
	});

	test("stops it once a signed rättelse counts them", async () => {
		const { db, polis } = scene;
		const made = await makeRapport(scene, { state: "signerad" });
		const done = await imported({ takesLate: true });
		const version = await versionOf(scene, made);
		await beginRattelse(db, polis, { rapportId: made.id, version, reason: "Registreringar saknas." });
		expect((await undoOf(done.importId)).signedIn).toEqual([]);
		await makeRapport(scene, { ...made, state: "signerad" });
		await expect(undoImport(db, polis, done)).rejects.toMatchObject({ code: "conflict" });
	});

	test("no longer stops it once a signed rättelse has left them out", async () => {
		const { db, polis, dokument } = scene;
		const begun = await makeImport(db, polis, { lines: [importLine("2018-06-01")] });
		await runImport(db, polis, begun);
		const made = await makeRapport(scene, { state: "signerad" });
		const [row] = await log();
		const measures = [{ measureId: dokument.measureIds.count, quantity: 1 }];
		const { uuid: _, ...content } = newGenomforande({ date: "2018-09-01", measures });
		await correctGenomforande(db, polis, { id: row?.id ?? 0, revision: 1, ...content });
		expect((await undoOf(begun.importId)).signedIn).toHaveLength(1);
		const version = await versionOf(scene, made);
		await beginRattelse(db, polis, { rapportId: made.id, version, reason: "Fel dag." });
		await makeRapport(scene, { ...made, state: "signerad" });
		expect(await undoImport(db, polis, { ...begun, version: 2 })).toEqual({ undone: 1 });
	});

	test("is told as one period, whatever its editions", async () => {
		const { db, polis, kommun } = scene;
		const made = await makeRapport(scene, { state: "publicerad" });
		const version = await versionOf(scene, made);
		await beginRattelse(db, polis, { rapportId: made.id, version, reason: "Ett fel i texten." });
		await makeRapport(scene, { ...made, state: "inlamnad" });
		await makeRapport(scene, { periodCode: "2018-T1" });
		const { stillPeriods } = await findImportFacts(db, { kommunId: kommun.id, today: "2018-10-15" });
		const period = { from: "2018-05-01", to: "2018-08-31", name: "Tertial 2 2018", isSigned: true };
		expect(stillPeriods).toEqual([{ dokumentId: made.dokumentId, ...period }]);
	});
});

describe("giving up", () => {
	test("forgets the cells and the names, once", async () => {
		const { db, polis, kommun } = scene;
		const begun = await makeImport(db, polis, { lines: LINES });
		await cancelImport(db, polis, begun);
		await cancelImport(db, polis, begun);
		const found = await findImport(db, { kommunId: kommun.id, importId: begun.importId });
		expect(found).toMatchObject({ state: "avbruten", sheets: null, version: 2 });
		const { aktiviteter, platser, performers } = JSON.parse(found?.mapping ?? "");
		expect([aktiviteter, platser, performers]).toEqual([{}, {}, {}]);
		expect(await latestActionIn(scene)).toBe("import.cancelled");
	});

	test("is refused once it is imported", async () => {
		const done = await imported();
		await expect(cancelImport(scene.db, scene.polis, done)).rejects.toMatchObject({ code: "conflict" });
	});
});
