import type { Db } from "./connection.server.ts";

/*
 * What came before a meeting was opened and what came after is what the history says: its rows stand in the order in which
 * things were done, while instants can be equal (the demo's clock stands still) and clocks are set.
 */

/**
 * The kommun's åtgärder that had been decided when the meeting was opened and were open then, or have been opened again
 * since; makulerade and those of the meeting itself left out.
 */
export async function findAllAtgardIdsOpenAtOpening(
	db: Db,
	{ kommunId, moteId }: { kommunId: number; moteId: number },
): Promise<number[]> {
	const opening = selectOpenings(db, { moteId }).select((eb) => eb.fn.max<number>("opened.id").as("id"));
	const rows = await db
		.selectFrom("atgard")
		.leftJoin("mote_punkt", "mote_punkt.id", "atgard.punkt_id")
		.select("atgard.id")
		.where("atgard.kommun_id", "=", kommunId)
		.where("atgard.makulerad_at", "is", null)
		.where((eb) => eb.or([eb("mote_punkt.mote_id", "is", null), eb("mote_punkt.mote_id", "<>", moteId)]))
		.where((eb) => {
			const since = (action: string) =>
				eb.exists(
					eb
						.selectFrom("audit_event")
						.select("audit_event.id")
						.where("audit_event.entity", "=", "atgard")
						.whereRef("audit_event.entity_id", "=", "atgard.id")
						.where("audit_event.action", "=", action)
						.where("audit_event.id", ">", opening),
				);
			return eb.and([
				eb.not(since("atgard.decided")),
				eb.or([eb("atgard.done_on", "is", null), since("atgard.completed")]),
			]);
		})
		.execute();
	return rows.map(({ id }) => id);
}

/** Whether the report has gone back to utkast since the meeting was opened, the first time if that was taken back. */
export async function isReturnedSinceOpening(
	db: Db,
	{ moteId, rapportId }: { moteId: number; rapportId: number },
): Promise<boolean> {
	const opening = selectOpenings(db, { moteId }).select((eb) => eb.fn.min<number>("opened.id").as("id"));
	const row = await db
		.selectFrom("audit_event")
		.select("audit_event.id")
		.where("audit_event.entity", "=", "rapport")
		.where("audit_event.entity_id", "=", rapportId)
		.where("audit_event.action", "=", "rapport.returned")
		.where("audit_event.id", ">", opening)
		.executeTakeFirst();
	return row !== undefined;
}

function selectOpenings(db: Db, { moteId }: { moteId: number }) {
	return db
		.selectFrom("audit_event as opened")
		.where("opened.entity", "=", "mote")
		.where("opened.entity_id", "=", moteId)
		.where("opened.action", "=", "mote.opened");
}
