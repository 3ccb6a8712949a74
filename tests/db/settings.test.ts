import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Db, MINIMUM_SQLITE, openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";

let folder: string;
let path: string;
let db: Db;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "lofteskoll-"));
	path = join(folder, "test.sqlite");
	db = openDatabase(path);
	await migrateToLatest(db);
});

afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

describe("a connection", () => {
	test.each([
		["journal_mode", "wal"],
		["synchronous", 2],
		["foreign_keys", 1],
		["timeout", 5000],
		["trusted_schema", 0],
	])("has %s = %s, after statements too", async (pragma, expected) => {
		await insertKommun(db, "savsjo");
		const name = pragma === "timeout" ? "busy_timeout" : pragma;
		const { rows } = await sql<Record<string, unknown>>`PRAGMA ${sql.raw(name)}`.execute(db);
		expect(rows).toEqual([{ [pragma]: expected }]);
	});

	test("runs a SQLite without the WAL-reset bug", async () => {
		const { rows } = await sql<{ version: string }>`SELECT sqlite_version() AS version`.execute(db);
		const parts = (version = "") => version.split(".").map((part) => part.padStart(4, "0"));
		expect(parts(rows[0]?.version).join(".") >= parts(MINIMUM_SQLITE).join(".")).toBe(true);
	});

	test("begins a transaction IMMEDIATE: nobody else can begin to write meanwhile", async () => {
		const other = new SqliteDatabase(path, { timeout: 0 });
		await db.transaction().execute(async (tx) => {
			await tx.selectFrom("kommun").selectAll().execute();
			expect(() => other.exec("BEGIN IMMEDIATE")).toThrow(/locked/);
		});
		expect(() => other.exec("BEGIN IMMEDIATE; ROLLBACK")).not.toThrow();
		other.close();
	});

	test("keeps foreign keys", async () => {
		await expect(
			db.insertInto("plats").values({ kommun_id: 99, name: "Torget", kind: "plats" }).execute(),
		).rejects.toThrow(/FOREIGN KEY/);
	});

	test.each([[true], [new Date(0)]])("refuses %s as a value, instead of guessing what it means", async (value) => {
		const query = sql`INSERT INTO session (token_hash) VALUES (${value})`.execute(db);
		await expect(query).rejects.toThrow(/can only bind/);
	});

	test("migrates a second time without doing anything", async () => {
		await insertKommun(db, "savsjo");
		await migrateToLatest(db);
		expect(await db.selectFrom("kommun").select("slug").execute()).toEqual([{ slug: "savsjo" }]);
	});
});

async function insertKommun(db: Db, slug: string): Promise<void> {
	await db
		.insertInto("kommun")
		.values({ scb_code: "0684", name: "Sävsjö", slug, created_at: "2018-01-01T00:00:00.000Z" })
		.execute();
}
