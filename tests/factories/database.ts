import SqliteDatabase from "better-sqlite3";
import { type Db, kyselyOver, openSqlite } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";

const migrated = await serializeMigrated();

/**
 * A migrated, empty database in memory of the test's own: a clone of one that was migrated once per test file.
 *
 * @param onStatement told every statement as it is run, values included
 */
export function freshDatabase({ onStatement }: { onStatement?: (statement: string) => void } = {}): Db {
	const sqlite = new SqliteDatabase(migrated, {
		verbose: onStatement && ((statement) => onStatement(String(statement))),
	});
	sqlite.pragma("foreign_keys = ON");
	sqlite.pragma("trusted_schema = OFF");
	return kyselyOver(sqlite);
}

async function serializeMigrated(): Promise<Buffer> {
	const sqlite = openSqlite(":memory:");
	const db = kyselyOver(sqlite);
	await migrateToLatest(db);
	const bytes = sqlite.serialize();
	await db.destroy();
	return bytes;
}
