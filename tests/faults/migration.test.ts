import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { migrations } from "#db/migrations/index.ts";

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
