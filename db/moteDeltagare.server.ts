import type { Deltagare } from "#app/domain/mote.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

/** Who takes part in a meeting that has been found in its kommun, in the order of the form. */
export async function findAllDeltagare(db: Db, { moteId }: { moteId: number }): Promise<Deltagare[]> {
	return db
		.selectFrom("mote_deltagare")
		.select(["role", "label", "count"])
		.where("mote_id", "=", moteId)
		.orderBy("position")
		.execute();
}

/** Writes who takes part over what was said before. */
export async function replaceDeltagare(
	tx: Tx,
	{ moteId, deltagare }: { moteId: number; deltagare: readonly Deltagare[] },
): Promise<void> {
	await tx.deleteFrom("mote_deltagare").where("mote_id", "=", moteId).execute();
	for (const [position, { role, label, count }] of deltagare.entries())
		await tx.insertInto("mote_deltagare").values({ mote_id: moteId, position, role, label, count }).execute();
}
