import { existsSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { loadSigningKey } from "#app/seal/signingKeyFile.server.ts";
import { type Db, openDatabase, openUnfinished } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { loadDemo } from "#seeds/load.server.ts";
import type { Settings } from "./settings.ts";

type DemoFiles = Pick<Settings, "databasePath" | "signingKeyPath">;

/**
 * Sees to it that the demo's database is there, whole and of the newest version. A new one is filled under another name and
 * gets its own when it is ready, so that a start that is interrupted leaves nothing half made. The key beside it signs the
 * example reports, and what is signed in the demo later.
 *
 * @returns whether the example meetings, which came last, are in it: a demo from before there were any is kept as it is, without them
 */
export async function prepareDemoDatabase({ databasePath, signingKeyPath }: DemoFiles): Promise<boolean> {
	if (existsSync(databasePath)) return fill(openDatabase(databasePath), signingKeyPath);
	const unfinished = unfinishedPath(databasePath);
	await mkdir(dirname(databasePath), { recursive: true });
	await removeDatabase(unfinished);
	const isWhole = await fill(openUnfinished(unfinished), signingKeyPath);
	await writeToDisk(unfinished);
	// A log left behind by a removed database would be taken for this one's.
	await removeDatabase(databasePath);
	await rename(unfinished, databasePath);
	return isWhole;
}

/** Where a new database lies while it is being filled. */
export function unfinishedPath(path: string): string {
	return `${path}.under-uppbyggnad`;
}

async function fill(db: Db, signingKeyPath: string): Promise<boolean> {
	await migrateToLatest(db);
	await loadDemo(db, { signingKey: loadSigningKey(signingKeyPath) });
	const anyMote = await db.selectFrom("mote").select("id").where("is_example", "=", 1).limit(1).executeTakeFirst();
	// Closing it empties the write-ahead log into the file.
	await db.destroy();
	return anyMote !== undefined;
}

async function writeToDisk(path: string): Promise<void> {
	const file = await open(path, "r+");
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}

async function removeDatabase(path: string): Promise<void> {
	for (const suffix of ["", "-wal", "-shm"]) await rm(path + suffix, { force: true });
}
