import type { Transaction } from "kysely";
import type { IsoInstant } from "#app/domain/dates.ts";
import type { Db } from "./connection.server.ts";
import type { Database } from "./schema.ts";

export type Tx = Transaction<Database>;

/** Who writes, where and when. The instant is handed in; commands never read the clock. */
export interface Actor {
	/** null: the instance itself (first admin, seeds). */
	personId: number | null;
	/** null: a write that belongs to no kommun (a new password). */
	kommunId: number | null;
	now: IsoInstant;
}

export interface AuditEvent {
	/** `<entity>.<verb>`, e.g. `genomforande.registered`. */
	action: `${string}.${string}`;
	entity: keyof Database;
	entityId: number | null;
	/** Facts that the history page shows. Never secrets, never what a personnummer check refused. */
	detail: Record<string, unknown>;
	/** When the write concerns another kommun than the actor's (creating one). */
	kommunId?: number;
}

/**
 * The one way to write: runs `work` in one immediate transaction and stores its audit events in the same one.
 * `work` must say its audit, so that forgetting it does not compile. Await nothing but `tx` inside.
 */
export async function command<Result>(
	db: Db,
	actor: Actor,
	work: (tx: Tx) => Promise<{ result: Result; audit: AuditEvent[] }>,
): Promise<Result> {
	return db.transaction().execute(async (tx) => {
		const { result, audit } = await work(tx);
		for (const event of audit)
			await tx
				.insertInto("audit_event")
				.values({
					at: actor.now,
					person_id: actor.personId,
					kommun_id: event.kommunId ?? actor.kommunId,
					action: event.action,
					entity: event.entity,
					entity_id: event.entityId,
					detail: JSON.stringify(event.detail),
				})
				.execute();
		return result;
	});
}
