import SqliteDatabase from "better-sqlite3";

/** The disk is full, broken or read-only, or somebody else has been writing for too long. */
const CODES = /^SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR|CANTOPEN|PROTOCOL)/;

/** Whether an error is the storage's own: what was asked for was right, nothing of it was written, and it may go well later. */
export function isStorageFault(error: unknown): boolean {
	return error instanceof SqliteDatabase.SqliteError && CODES.test(error.code);
}
