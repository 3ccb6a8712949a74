import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareDemoDatabase, unfinishedPath } from "#app/server/demoDatabase.ts";
import { type Db, openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { loadDokument } from "#seeds/load.server.ts";
import { demoDatabase } from "#tests/factories/demo.ts";

let folder: string;
let path: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "lofteskoll-demo-"));
	path = join(folder, "data/demo.sqlite");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function prepare(): Promise<boolean> {
	return prepareDemoDatabase({ databasePath: path, signingKeyPath: `${path}.nyckel.pem` });
}

async function contentOf(db: Db) {
	const tables = ["kommun", "dokument", "genomforande", "atgard", "fordelning", "audit_event"] as const;
	const counts = await Promise.all(
		tables.map((table) =>
			db
				.selectFrom(table)
				.select((eb) => eb.fn.countAll<number>().as("count"))
				.executeTakeFirstOrThrow(),
		),
	);
	await db.destroy();
	return counts.map(({ count }) => count);
}

test("a first start that is killed while it fills the database leaves none, and the next one fills it whole", async () => {
	const { PATH } = process.env;
	const demo = spawn(process.execPath, ["build/node/demo.js"], {
		env: { NODE_ENV: "production", ...(PATH && { PATH }), DATABASE_PATH: path, PORT: "0" },
		stdio: "ignore",
	});
	const gone = new Promise((resolve) => demo.once("exit", (_code, signal) => resolve(signal)));
	while (!existsSync(`${unfinishedPath(path)}-wal`)) await new Promise((resolve) => setTimeout(resolve, 2));
	demo.kill("SIGKILL");
	expect(await gone).toBe("SIGKILL");
	expect(existsSync(path)).toBe(false);

	await prepare();
	expect(existsSync(unfinishedPath(path))).toBe(false);
	expect(await contentOf(openDatabase(path))).toEqual(await contentOf(await demoDatabase()));
});

test("a demo from before there were reports is kept as it is, and said to lack them", async () => {
	expect(await prepare()).toBe(true);
	rmSync(path);
	const earlier = openDatabase(path);
	await migrateToLatest(earlier);
	await loadDokument(earlier, "2018-10-15T12:00:00.000Z");
	const before = await contentOf(earlier);
	expect(await prepare()).toBe(false);
	expect(await contentOf(openDatabase(path))).toEqual(before);
});

test("a database that is there keeps what was done; one that was removed leaves nothing to the new one", async () => {
	await prepare();
	const db = openDatabase(path);
	await db.updateTable("kommun").set({ name: "Ändrad" }).where("slug", "=", "sunne").execute();
	copyFileSync(`${path}-wal`, join(folder, "log"));
	await db.destroy();
	await prepare();
	expect(await findChanged()).toEqual(["sunne"]);

	rmSync(path);
	renameSync(join(folder, "log"), `${path}-wal`);
	await prepare();
	expect(await findChanged()).toEqual([]);
});

async function findChanged(): Promise<string[]> {
	const db = openDatabase(path);
	const rows = await db.selectFrom("kommun").select("slug").where("name", "=", "Ändrad").execute();
	await db.destroy();
	return rows.map(({ slug }) => slug);
}
