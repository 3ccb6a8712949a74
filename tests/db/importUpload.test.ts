import { beforeEach, describe, expect, test } from "vitest";
import { cancelImport } from "#app/commands/cancelImport.server.ts";
import { changeImportMapping } from "#app/commands/changeImportMapping.server.ts";
import { uploadImport } from "#app/commands/uploadImport.server.ts";
import type { ImportMapping } from "#app/import/content.ts";
import { guessMapping } from "#app/import/guess.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { findAllImports, findImport } from "#db/import.server.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { importLine, makeImport, sheetOfLines } from "#tests/factories/import.ts";
import { latestActionIn, logOn, makeScene, type Scene } from "#tests/factories/scene.ts";

const LINES = [importLine("2018-04-03", { plats: "Torget" })];
const UUID = "00000000-0000-4000-8000-000000000001";
const SHA256 = "a".repeat(64);

let scene: Scene;
let mapping: ImportMapping;

beforeEach(async () => {
	scene = await makeScene();
	const facts = await findImportFacts(scene.db, { kommunId: scene.kommun.id, today: "2018-10-15" });
	mapping = guessMapping([sheetOfLines(LINES)], facts);
});

function upload(changes: Partial<Parameters<typeof uploadImport>[2]> = {}, actor = scene.polis) {
	const sheets = [sheetOfLines(LINES)];
	return uploadImport(scene.db, actor, {
		uuid: UUID,
		fileName: "logg.csv",
		sha256: SHA256,
		sheets,
		mapping,
		...changes,
	});
}

describe("an upload", () => {
	test("keeps the cells and how they are read, and registers nothing", async () => {
		const { importId } = await upload({ fileName: " logg 2018.xlsx " });
		const found = await findImport(scene.db, { kommunId: scene.kommun.id, importId });
		expect(found).toMatchObject({ fileName: "logg 2018.xlsx", sha256: SHA256, state: "pagar", version: 1 });
		expect(JSON.parse(found?.sheets ?? "")).toEqual([sheetOfLines(LINES)]);
		expect(JSON.parse(found?.mapping ?? "")).toEqual(mapping);
		expect(await latestActionIn(scene)).toBe("import.uploaded");
		expect(await findAllImports(scene.db, { kommunId: scene.kommun.id })).toMatchObject([
			{ id: importId, createdByName: "kommunpolis", importedCount: null },
		]);
		expect(await findAllImports(scene.db, { kommunId: scene.stranger.kommunId })).toEqual([]);
	});

	test("that is sent again is the same one, and no other's", async () => {
		const first = await upload();
		expect(await upload()).toEqual(first);
		await expect(upload({ sha256: "b".repeat(64) })).rejects.toMatchObject({ code: "conflict" });
		await expect(upload({}, scene.samordnare)).rejects.toMatchObject({ code: "conflict" });
		const alsoThere = { ...scene.polis, kommunId: scene.stranger.kommunId };
		await expect(upload({}, alsoThere)).rejects.toMatchObject({ code: "conflict" });
		expect(await findAllImports(scene.db, { kommunId: scene.kommun.id })).toHaveLength(1);
	});

	test.each<[string, () => Partial<Parameters<typeof uploadImport>[2]>]>([
		["the file's name", () => ({ fileName: "anmälan 640823-3234.xlsx" })],
		["a sheet's name", () => ({ sheets: [{ ...sheetOfLines(LINES), name: "640823-3234" }] })],
		[
			"a cell that nobody has chosen",
			() => ({ sheets: [sheetOfLines([...LINES, ["", "", "", "", "", "", "6408233234"]])] }),
		],
		["a name in the mapping", () => ({ mapping: { ...mapping, performers: { "640823 3234": "polis" } } })],
	])("with a personal number in %s is refused; nothing of it is kept or repeated", async (_where, changes) => {
		const error = await upload(changes()).catch((error: Error) => error);
		expect(error).toMatchObject({ code: "invalid", message: expect.stringContaining("personnumret") });
		expect(String(error)).not.toContain("3234");
		expect(await findAllImports(scene.db, { kommunId: scene.kommun.id })).toEqual([]);
	});

	test.each([
		["no name", { fileName: " " }],
		["a name that is too long", { fileName: "x".repeat(201) }],
		["no hash", { sha256: "" }],
	])("with %s is refused", async (_what, changes) => {
		await expect(upload(changes)).rejects.toMatchObject({ code: "invalid", field: "file" });
	});
});

describe("a mapping", () => {
	test("is adjusted by whoever saw it as it is, and may be half done", async () => {
		const { importId } = await upload();
		const adjusted: ImportMapping = { ...mapping, columns: ["date"], aktiviteter: {}, headerRow: 0 };
		const change = { importId, version: 1, mapping: adjusted };
		expect(await changeImportMapping(scene.db, scene.samordnare, change)).toEqual({ version: 2 });
		const found = await findImport(scene.db, { kommunId: scene.kommun.id, importId });
		expect(JSON.parse(found?.mapping ?? "")).toEqual(adjusted);
		expect(await latestActionIn(scene)).toBe("import.adjusted");
		await expect(changeImportMapping(scene.db, scene.polis, change)).rejects.toMatchObject({ code: "conflict" });
		await cancelImport(scene.db, scene.polis, { importId, version: 2 });
		await expect(changeImportMapping(scene.db, scene.polis, { ...change, version: 3 })).rejects.toMatchObject({
			code: "conflict",
		});
	});

	test.each<[string, (elsewhere: Scene["elsewhere"]) => Partial<ImportMapping>]>([
		["mått for a name", ({ measureIds }) => ({ aktiviteter: { möte: measureIds.count } })],
		["mått for the whole file", ({ measureIds }) => ({ fixed: { ...mapping.fixed, measureId: measureIds.count } })],
		["mått for a column", ({ measureIds }) => ({ columns: ["date", `measure.${measureIds.count}`] })],
		["place", ({ platsId }) => ({ platser: { torget: platsId } })],
	])("with another kommun's %s is refused", async (_what, changes) => {
		const { importId } = await upload();
		const changed = { ...mapping, ...changes(scene.elsewhere) };
		const change = { importId, version: 1, mapping: changed };
		await expect(changeImportMapping(scene.db, scene.polis, change)).rejects.toMatchObject({ code: "not_found" });
	});

	test.each<[string, object]>([
		["an unknown role", { columns: ["date", "person"] }],
		["an unknown by-product", { columns: ["biprodukt.katt"] }],
		["an unknown performer", { performers: { polisen: "brandkåren" } }],
		["a name that is not folded", { platser: { "Torget ": null } }],
		["an empty name", { aktiviteter: { "": null } }],
		["a year that is none", { fixed: { measureId: null, performedBy: null, year: 18 } }],
		["half a row", { headerRow: 1.5 }],
		["more than it has", { extra: true }],
		["an answer that is none", { takesLate: "ja" }],
	])("with %s is refused", async (_what, changes) => {
		const { importId } = await upload();
		const changed: ImportMapping = { ...mapping, ...changes };
		const change = { importId, version: 1, mapping: changed };
		await expect(changeImportMapping(scene.db, scene.polis, change)).rejects.toMatchObject({ code: "invalid" });
	});
});

describe("what rows are judged by", () => {
	test("is the kommun's own: every dokument, every place, what is registered and not makulerat", async () => {
		const { db, kommun, polis, samordnare, dokument } = scene;
		const older = await makeDokument(db, samordnare, {
			title: "Medborgarlöfte 2017",
			inForceFrom: "2017-01-01",
			inForceTo: "2017-12-31",
		});
		await logOn(scene, "2018-04-03");
		const facts = await findImportFacts(db, { kommunId: kommun.id, today: "2018-10-15" });
		expect(facts.measures.map(({ dokumentId, name }) => [dokumentId, name])).toEqual(
			[dokument.id, older.id].flatMap((id) =>
				["count", "recurring", "outcome", "actions"].map((kind) => [id, `Mått ${kind}`]),
			),
		);
		expect(facts.measures.map(({ quantityField }) => quantityField).slice(0, 4)).toEqual([
			expect.objectContaining({ isMeasuredValue: false }),
			{ label: null, isMeasuredValue: false },
			{ label: "Uppmätt värde", isMeasuredValue: true },
			null,
		]);
		expect(facts.platser.map(({ name }) => name)).toEqual(["Torget", "Skolan"]);
		const measureId = dokument.measureIds.count;
		expect(facts.existing).toEqual([{ date: "2018-04-03", measureId, platsId: null, rowKey: null }]);
		const others = await findImportFacts(db, { kommunId: scene.stranger.kommunId, today: "2018-10-15" });
		expect(others.existing).toEqual([]);
		expect(others.measures.map(({ dokumentId }) => dokumentId)).toEqual(Array(4).fill(scene.elsewhere.id));
		expect(await makeImport(db, polis, { lines: LINES })).toEqual({ importId: 1, version: 1 });
	});
});
