/*
 * The SQL of triggers that refuse a statement. Migrations that have been released are made with these, so what they write
 * is frozen as well.
 */

/** A trigger that refuses a statement; without `when` always. The message reaches nobody but the log. */
export function refuse(name: string, verb: string, table: string, message: string, when?: string): string {
	return `CREATE TRIGGER ${name} BEFORE ${verb} ON ${table} ${when ? `WHEN ${when}` : ""}
		BEGIN SELECT RAISE(ABORT, '${message}'); END`;
}

/** Rows are added and stay; `isThere` finds the row that an INSERT OR REPLACE would write over. */
export function appendOnly(table: string, isThere: string): string[] {
	const message = `${table} is append-only`;
	return [
		...["UPDATE", "DELETE"].map((verb) => refuse(`${table}_no_${verb.toLowerCase()}`, verb, table, message)),
		refuse(`${table}_no_replace`, "INSERT", table, message, exists(table, isThere)),
	];
}

/** A row of the table is there already. */
export function exists(table: string, isThere: string): string {
	return `EXISTS (SELECT 1 FROM ${table} WHERE ${isThere})`;
}

/** An update changes one of the columns. */
export function different(columns: readonly string[]): string {
	return columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(" OR ");
}
