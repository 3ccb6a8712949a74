import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changeDokumentutkast } from "#app/commands/changeDokumentutkast.server.ts";
import { changeImportMapping } from "#app/commands/changeImportMapping.server.ts";
import { putInForce } from "#app/commands/putInForce.server.ts";
import { runImport } from "#app/commands/runImport.server.ts";
import { applyChange } from "#app/dokumentutkast/applyChange.ts";
import type { UtkastChange } from "#app/dokumentutkast/change.ts";
import { fragaChoices } from "#app/dokumentutkast/choices.ts";
import type { Dokumentutkast } from "#app/dokumentutkast/findUtkast.server.ts";
import type { ImportMapping } from "#app/import/content.ts";
import type { Plats } from "#app/measures/types.ts";
import { type Db, openDatabase } from "#db/connection.server.ts";
import { findDokument } from "#db/dokument.server.ts";
import { findImport } from "#db/import.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { importLine, makeImport } from "#tests/factories/import.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { makeUtkast, nextStep, utkastRow } from "#tests/factories/utkast.ts";

let folder: string;
let scene: Scene;
let db: Db;

/** A database on the disk, that is closed and opened again between any two steps. */
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "lofteskoll-steps-"));
	db = openDatabase(join(folder, "db.sqlite"));
	await migrateToLatest(db);
	scene = await makeScene(db);
});

afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
	await db.destroy();
	db = openDatabase(join(folder, "db.sqlite"));
}

/** What a person would do next: answer the first question, strike one that needs more, and then all that is missing. */
function nextChange({ content }: Dokumentutkast, platser: readonly Plats[]): UtkastChange | undefined {
	const open = [
		...content.fragor.map((fraga) => ({ fraga, aktivitet: null })),
		...content.aktiviteter.flatMap((aktivitet) => aktivitet.fragor.map((fraga) => ({ fraga, aktivitet }))),
	].find(({ fraga }) => fraga.state === "obesvarad");
	if (!open) return nextStep(content, platser);
	const { fraga, aktivitet } = open;
	const [choice] = fragaChoices(fraga, aktivitet);
	if (!choice) return { type: "strikeFraga", fragaKey: fraga.key };
	return { type: "answerFraga", fragaKey: fraga.key, value: choice.value, answer: "" };
}

test("an utkast is gone on with where it was left, after every step, until it is in force", async () => {
	const { samordnare, kommun } = scene;
	const platser = await findAllPlatser(db, { kommunId: kommun.id });
	let utkast = await makeUtkast(db, samordnare);
	let steps = 0;
	for (let change = nextChange(utkast, platser); change; change = nextChange(utkast, platser)) {
		const { id: utkastId, version, content, sourceText } = utkast;
		await changeDokumentutkast(db, samordnare, { utkastId, version, change });
		await restart();
		utkast = await utkastRow(db, samordnare, utkastId);
		expect(utkast.content).toEqual(applyChange(content, change, { sourceText, platser }));
		steps++;
	}
	expect(steps).toBeGreaterThan(3);
	const { dokumentId } = await putInForce(db, samordnare, { utkastId: utkast.id, version: utkast.version });
	await restart();
	const taken = utkast.content.aktiviteter.filter(({ isLeftOut }) => !isLeftOut).map(({ quotation }) => quotation);
	const dokument = await findDokument(db, { kommunId: kommun.id, dokumentId });
	expect(dokument?.aktiviteter.map(({ quotation }) => quotation)).toEqual(taken);
});

test("a file that is being looked through is there with its cells and its answers, until it is imported", async () => {
	const { polis } = scene;
	const lines = [importLine("2018-01-08", { plats: "Hamnen" }), importLine("2018-02-30")];
	const { importId } = await makeImport(db, polis, { lines });
	const found = async () => {
		await restart();
		const row = await findImport(db, { kommunId: polis.kommunId, importId });
		const mapping: ImportMapping = JSON.parse(row?.mapping ?? "");
		return { row, mapping };
	};
	const { row, mapping } = await found();
	expect(row?.sheets).toContain("2018-01-08");
	const answered = { ...mapping, platser: { hamnen: null }, leavesOutFaulty: true };
	await changeImportMapping(db, polis, { importId, version: 1, mapping: answered });
	const again = await found();
	expect(again.mapping).toEqual(answered);
	expect(await runImport(db, polis, { importId, version: again.row?.version ?? 0 })).toEqual({
		imported: 1,
		leftOut: 1,
	});
	expect((await found()).row).toMatchObject({ state: "importerad", importedCount: 1, sheets: null });
});
