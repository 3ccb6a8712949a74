import SqliteDatabase from "better-sqlite3";
import { CompiledQuery, type DialectAdapter, type Driver, Kysely, SqliteAdapter, SqliteDialect } from "kysely";
import type { Database } from "./schema.ts";

export type Db = Kysely<Database>;

/** The oldest bundled SQLite without the WAL-reset corruption bug. */
export const MINIMUM_SQLITE = "3.51.3";

/**
 * Opens the database with the settings the app relies on, asserted by a test. `synchronous=FULL` is set on every
 * connection, since better-sqlite3 compiles WAL to NORMAL.
 *
 * @param path file, created when missing; `:memory:` for scripts
 */
export function openSqlite(path: string): SqliteDatabase.Database {
	const sqlite = new SqliteDatabase(path);
	sqlite.pragma("journal_mode = WAL");
	sqlite.pragma("synchronous = FULL");
	sqlite.pragma("foreign_keys = ON");
	sqlite.pragma("busy_timeout = 5000");
	sqlite.pragma("trusted_schema = OFF");
	return sqlite;
}

/** Kysely over an open connection. Its transactions begin IMMEDIATE, so that a write never fails half-way on a lock. */
export function kyselyOver(sqlite: SqliteDatabase.Database): Db {
	return new Kysely<Database>({ dialect: new ImmediateSqliteDialect(sqlite) });
}

export function openDatabase(path: string): Db {
	return kyselyOver(openSqlite(path));
}

/**
 * A new database that is filled under a name of its own and thrown away when that is cut off: no commit waits for the disk.
 * Whoever gives it its name writes the file to the disk first.
 */
export function openUnfinished(path: string): Db {
	const sqlite = openSqlite(path);
	sqlite.pragma("synchronous = OFF");
	return kyselyOver(sqlite);
}

/** An existing database, to look in: it is never made, and nothing can be written through it. */
export function openReadOnly(path: string): Db {
	const sqlite = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
	sqlite.pragma("busy_timeout = 5000");
	sqlite.pragma("trusted_schema = OFF");
	return kyselyOver(sqlite);
}

class ImmediateSqliteDialect extends SqliteDialect {
	constructor(private readonly sqlite: SqliteDatabase.Database) {
		super({ database: sqlite });
	}

	override createDriver(): Driver {
		const driver = super.createDriver();
		const rollBack = driver.rollbackTransaction.bind(driver);
		driver.beginTransaction = async (connection) => {
			await connection.executeQuery(CompiledQuery.raw("begin immediate"));
		};
		// After a full disk SQLite has already rolled back; doing it again would hide what went wrong.
		driver.rollbackTransaction = async (connection) => {
			if (this.sqlite.inTransaction) await rollBack(connection);
		};
		return driver;
	}

	override createAdapter(): DialectAdapter {
		return new TransactionalDdlAdapter();
	}
}

/** SQLite can change its schema in a transaction, so a migration that is cut off leaves nothing half made. */
class TransactionalDdlAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}
