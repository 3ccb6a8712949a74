import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Migrator, sql } from "kysely";
import { expect, test } from "vitest";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { type Db, openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { migrations } from "#db/migrations/index.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makeScene } from "#tests/factories/scene.ts";

test("a migration that stops half-way leaves the database as it was, and can be run again", async () => {
	const db = openDatabase(":memory:");
	const statements = async () =>
		(await sql<{ sql: string }>`SELECT sql FROM sqlite_master WHERE tbl_name NOT GLOB 'kysely_*'`.execute(db)).rows;
	await sql`CREATE TABLE audit_event (occupied TEXT)`.execute(db);
	const before = await statements();
	await expect(migrateToLatest(db)).rejects.toThrow("audit_event");
	expect(await statements()).toEqual(before);
	await sql`DROP TABLE audit_event`.execute(db);
	await migrateToLatest(db);
	expect((await sql`SELECT name FROM kysely_migration`.execute(db)).rows).toHaveLength(Object.keys(migrations).length);
	await db.destroy();
});

test("several first starts at once make one database", async () => {
	const folder = mkdtempSync(join(tmpdir(), "lofteskoll-migration-"));
	const { PATH } = process.env;
	const ends = Array.from({ length: 3 }, () => {
		const child = spawn(process.execPath, ["build/node/lofteskoll.js", "migrera"], {
			env: { NODE_ENV: "production", ...(PATH && { PATH }), DATABASE_PATH: join(folder, "ny.sqlite") },
			stdio: ["ignore", "ignore", "pipe"],
		});
		let said = "";
		child.stderr.on("data", (chunk) => {
			said += chunk;
		});
		return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
	});
	expect(await Promise.all(ends)).toEqual(ends.map(() => ({ code: 0, said: "" })));
	rmSync(folder, { recursive: true, force: true });
});

test("a database with content keeps every row through each later migration", async () => {
	const db = openDatabase(":memory:");
	const names = Object.keys(migrations);
	const migrateTo = async (count: number) => {
		const known = Object.fromEntries(Object.entries(migrations).slice(0, count));
		const { error } = await new Migrator({ db, provider: { getMigrations: async () => known } }).migrateToLatest();
		expect(error).toBeUndefined();
	};
	const scene = await makeScene();
	const { id } = await makeGenomforande(scene.db, scene.polis, { measureId: scene.dokument.measureIds.count });
	await makuleraGenomforande(scene.db, scene.polis, { id, revision: 1, reason: "Dubbelt" });
	await migrateTo(2);
	await copyRows({ from: scene.db, to: db });
	const before = await rowsOf(db);
	expect(before.genomforande).toHaveLength(1);
	expect(before.audit_event?.length).toBeGreaterThan(5);
	for (let count = 3; count <= names.length; count++) {
		await migrateTo(count);
		const after = await rowsOf(db);
		for (const [table, rows] of Object.entries(before))
			expect(after[table], `${table} after ${names[count - 1]}`).toEqual(
				rows.map((row) => expect.objectContaining(row)),
			);
	}
	expect((await sql`PRAGMA foreign_key_check`.execute(db)).rows).toEqual([]);
	await makeRapport({ ...scene, db }, { state: "publicerad" });
	await db.destroy();
});

/** Fills an older database with what its tables have room for, as if it had been written then. */
async function copyRows({ from, to }: { from: Db; to: Db }): Promise<void> {
	const newer = await rowsOf(from);
	await sql`PRAGMA foreign_keys = OFF`.execute(to);
	for (const table of Object.keys(await rowsOf(to))) {
		const columns = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table})`.execute(to);
		const names = columns.rows.map(({ name }) => name);
		for (const row of newer[table] ?? []) {
			const values = new Map(Object.entries(row));
			await sql`INSERT INTO ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
				VALUES (${sql.join(names.map((name) => values.get(name) ?? null))})`.execute(to);
		}
	}
	await sql`PRAGMA foreign_keys = ON`.execute(to);
	expect((await sql`PRAGMA foreign_key_check`.execute(to)).rows).toEqual([]);
}

async function rowsOf(db: Db): Promise<Record<string, object[]>> {
	const tables = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'
		AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'kysely_*'`.execute(db);
	const rows: Record<string, object[]> = {};
	for (const { name } of tables.rows)
		rows[name] = (await sql<object>`SELECT * FROM ${sql.table(name)}`.execute(db)).rows;
	return rows;
}
