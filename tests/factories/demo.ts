import SqliteDatabase from "better-sqlite3";
import { type Db, kyselyOver, openSqlite } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { loadDemo } from "#seeds/load.server.ts";
import { testSigningKey } from "./signingKey.ts";

let loaded: Promise<Buffer> | undefined;

/** The demo's database, in memory and the test's own: a clone of one that was loaded once per test file. */
export async function demoDatabase(): Promise<Db> {
	loaded ??= serializeDemo();
	const sqlite = new SqliteDatabase(await loaded);
	sqlite.pragma("foreign_keys = ON");
	return kyselyOver(sqlite);
}

async function serializeDemo(): Promise<Buffer> {
	const sqlite = openSqlite(":memory:");
	const db = kyselyOver(sqlite);
	await migrateToLatest(db);
	await loadDemo(db, { signingKey: testSigningKey() });
	const bytes = sqlite.serialize();
	await db.destroy();
	return bytes;
}

/** The id of one of the demo's kommuner. */
export async function kommunOf(db: Db, slug: string): Promise<{ id: number; slug: string }> {
	return db.selectFrom("kommun").select(["id", "slug"]).where("slug", "=", slug).executeTakeFirstOrThrow();
}

/** An aktivitet of the demo with its first measure, found by words of its quotation and its dokument's title. */
export async function aktivitetOf(db: Db, { dokument, words }: { dokument: string; words: string }) {
	return db
		.selectFrom("aktivitet")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.innerJoin("measure", "measure.aktivitet_id", "aktivitet.id")
		.select(["aktivitet.id", "aktivitet.dokument_id as dokumentId", "measure.id as measureId", "measure.version"])
		.where("dokument.title", "like", `%${dokument}%`)
		.where("aktivitet.quotation", "like", `%${words}%`)
		.orderBy("measure.position")
		.executeTakeFirstOrThrow();
}
