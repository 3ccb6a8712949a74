import type { Actor } from "#db/command.server.ts";
import { type Db, openDatabase, openReadOnly } from "#db/connection.server.ts";
import { isSchemaCurrent, migrateToLatest } from "#db/migrate.server.ts";
import { databaseFault, SettingsFault } from "../settings.ts";

/** Runs the work on the migrated database, in the name of the instance itself. */
export async function withDatabase(path: string, work: (db: Db, actor: Actor) => Promise<void>): Promise<void> {
	await closing(await opened(path, openDatabase, migrateToLatest), (db) =>
		work(db, { personId: null, kommunId: null, now: new Date().toISOString() }),
	);
}

/**
 * Runs the work on a database that is neither made, migrated nor written to.
 *
 * @param orElse what can be done without it, at the end of the sentence that says to migrate
 */
export async function withDatabaseToRead<Result>(
	path: string,
	work: (db: Db) => Promise<Result>,
	{ orElse = "" }: { orElse?: string } = {},
): Promise<Result> {
	const db = await opened(path, openReadOnly, async (db) => {
		if (!(await isSchemaCurrent(db)))
			throw new SettingsFault([
				`DATABASE_PATH: databasen ${path} har en annan version än programmet. Kör migrera först${orElse}.`,
			]);
	});
	return closing(db, work);
}

async function opened(path: string, open: (path: string) => Db, check: (db: Db) => Promise<void>): Promise<Db> {
	let db: Db | undefined;
	try {
		db = open(path);
		await check(db);
		return db;
	} catch (cause) {
		await db?.destroy();
		throw cause instanceof SettingsFault ? cause : databaseFault(path, cause);
	}
}

async function closing<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
	try {
		return await work(db);
	} finally {
		await db.destroy();
	}
}
