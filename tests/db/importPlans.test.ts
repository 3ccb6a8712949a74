import { sql } from "kysely";
import { expect, test } from "vitest";
import { runImport } from "#app/commands/runImport.server.ts";
import { undoImport } from "#app/commands/undoImport.server.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { countUndoneByImport, findAllImports, findImport, findImportUndo } from "#db/import.server.ts";
import { findNewestAuditId } from "#db/notiser.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { importLine, makeImport } from "#tests/factories/import.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makeScene } from "#tests/factories/scene.ts";

/** The tables that grow for as long as the app is used. */
const GROWING = ["genomforande", "genomforande_measure", "genomforande_import", "biprodukt", "audit_event", "import"];

const statements: string[] = [];
const scene = await makeScene(freshDatabase({ onStatement: (statement) => statements.push(statement) }));
const { db, polis } = scene;
const kommunId = scene.kommun.id;
await makeRapport(scene, { state: "signerad" });
const begun = await makeImport(db, polis, { lines: [importLine("2018-09-03"), importLine("2018-09-04")] });
const { importId } = begun;

test.each<[string, number, () => Promise<unknown>]>([
	["what rows are judged by", 6, () => findImportFacts(db, { kommunId, today: "2018-10-15" })],
	["the newest thing written", 1, () => findNewestAuditId(db, { kommunId })],
	["all imports", 1, () => findAllImports(db, { kommunId })],
	["one import", 1, () => findImport(db, { kommunId, importId })],
	["what an undoing would do", 2, () => findImportUndo(db, { kommunId, importId })],
	["what an undoing did", 1, () => countUndoneByImport(db, { kommunId, importId })],
])("%s is asked in %d statements, none of which reads a growing table from end to end", async (_what, most, ask) => {
	statements.length = 0;
	await ask();
	const asked = [...statements];
	expect(asked.length).toBeGreaterThan(0);
	expect(asked.length).toBeLessThanOrEqual(most);
	for (const statement of asked) expect(await scannedTables(statement)).toEqual([]);
});

test("importing and undoing take as many statements for much as for little", async () => {
	const countOf = async (lines: number) => {
		const rows = Array.from({ length: lines }, (_, index) => importLine("2018-09-05", { note: `${lines} ${index}` }));
		const { importId } = await makeImport(db, polis, { lines: rows });
		statements.length = 0;
		await runImport(db, polis, { importId, version: 1 });
		const imported = statements.length;
		await undoImport(db, polis, { importId, version: 2 });
		return [imported, statements.length - imported];
	};
	expect(await countOf(300)).toEqual(await countOf(3));
});

test("what cannot be stored whole is not stored at all", async () => {
	const fails = sql`CREATE TEMP TRIGGER fails BEFORE INSERT ON genomforande_import WHEN NEW.row_number = 3
		BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END`;
	await fails.execute(db);
	const count = async () => (await sql<{ n: number }>`SELECT count(*) AS n FROM genomforande`.execute(db)).rows[0]?.n;
	const before = await count();
	await expect(runImport(db, polis, begun)).rejects.toThrow("the disk is gone");
	expect(await count()).toBe(before);
	expect(await findImport(db, { kommunId, importId })).toMatchObject({ state: "pagar", version: 1 });
	await sql`DROP TRIGGER fails`.execute(db);
	expect(await runImport(db, polis, begun)).toEqual({ imported: 2, leftOut: 0 });
});

async function scannedTables(statement: string): Promise<string[]> {
	const { rows } = await sql<{ detail: string }>`${sql.raw(`EXPLAIN QUERY PLAN ${statement}`)}`.execute(db);
	return rows.map(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? "").filter((table) => GROWING.includes(table));
}
