import { Migrator } from "kysely";
import type { Db } from "./connection.server.ts";
import { migrations } from "./migrations/index.ts";

/** Brings the database to the newest schema; does nothing when it is there. Forward only. */
export async function migrateToLatest(db: Db): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}
