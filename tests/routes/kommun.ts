import type { Db } from "#db/connection.server.ts";
import { NOW } from "./context.ts";

/** A bare kommun, for tests of who may do what in it. */
export async function insertTestKommun(db: Db, { slug }: { slug: string }): Promise<{ id: number; slug: string }> {
	const { count } = await db
		.selectFrom("kommun")
		.select((eb) => eb.fn.countAll<number>().as("count"))
		.executeTakeFirstOrThrow();
	const { id } = await db
		.insertInto("kommun")
		.values({ scb_code: String(1000 + count), name: slug, slug, created_at: NOW })
		.returning("id")
		.executeTakeFirstOrThrow();
	return { id, slug };
}
