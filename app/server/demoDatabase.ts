import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { loadDemo } from "#seeds/load.server.ts";

/**
 * Sees to it that the demo's database is there, whole and of the newest version. A new one is filled under another name and
 * gets its own when it is ready, so that a start that is interrupted leaves nothing half made.
 */
export async function prepareDemoDatabase(path: string): Promise<void> {
	if (existsSync(path)) return fill(path);
	const unfinished = unfinishedPath(path);
	await mkdir(dirname(path), { recursive: true });
	await removeDatabase(unfinished);
	await fill(unfinished);
	// A log left behind by a removed database would be taken for this one's.
	await removeDatabase(path);
	await rename(unfinished, path);
}

/** Where a new database lies while it is being filled. */
export function unfinishedPath(path: string): string {
	return `${path}.under-uppbyggnad`;
}

async function fill(path: string): Promise<void> {
	const db = openDatabase(path);
	await migrateToLatest(db);
	await loadDemo(db);
	// Closing it empties the write-ahead log into the file.
	await db.destroy();
}

async function removeDatabase(path: string): Promise<void> {
	for (const suffix of ["", "-wal", "-shm"]) await rm(path + suffix, { force: true });
}
