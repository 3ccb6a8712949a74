import { DEFAULT_MIGRATION_TABLE, Migrator, sql } from "kysely";
import type { Db } from "./connection.server.ts";
import { migrations } from "./migrations/index.ts";

/** Brings the database to the newest schema; does nothing when it is there. Forward only. */
export async function migrateToLatest(db: Db): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}

/** Whether the database has exactly the newest schema. Only looks. */
export async function isSchemaCurrent(db: Db): Promise<boolean> {
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return false;
	const { rows } = await sql<{ name: string }>`SELECT name FROM ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
	const done = new Set(rows.map(({ name }) => name));
	const names = Object.keys(migrations);
	return done.size === names.length && names.every((name) => done.has(name));
}
