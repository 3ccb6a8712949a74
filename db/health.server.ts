import { sql } from "kysely";
import type { Db } from "./connection.server.ts";

/** Whether the database answers with the newest schema's first table. */
export async function isAnswering(db: Db): Promise<boolean> {
	try {
		await sql`SELECT count(*) FROM kommun`.execute(db);
		return true;
	} catch {
		return false;
	}
}
