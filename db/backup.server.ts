import SqliteDatabase from "better-sqlite3";

/** Copies a database in use to a new file, as it was at one moment, and with no free pages. */
export function backUp(source: string, target: string): void {
	const sqlite = new SqliteDatabase(source, { readonly: true, fileMustExist: true });
	try {
		sqlite.prepare("VACUUM INTO ?").run(target);
	} finally {
		sqlite.close();
	}
}
