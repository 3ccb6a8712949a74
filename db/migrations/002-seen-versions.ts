import { type Kysely, sql } from "kysely";

/** What two people can have open at once carries a version, so that the second of them is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of ["plats", "fraga"])
		await sql.raw(`ALTER TABLE ${table} ADD COLUMN version INTEGER NOT NULL DEFAULT 1`).execute(db);
}
