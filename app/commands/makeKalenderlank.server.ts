import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findKalenderlank, insertKalenderlank, updateKalenderlankRevoked } from "#db/kalenderlank.server.ts";

/**
 * Gives the actor's calendar a new private address; one made before stops working in the same moment. The address itself is
 * shown once by the caller; only its hash is kept. The audit stands in no kommun: it is nobody else's business.
 */
export async function makeKalenderlank(
	db: Db,
	actor: Actor & { personId: number },
	{ tokenHash }: { tokenHash: string },
): Promise<{ id: number }> {
	const { personId, now } = actor;
	return command(db, { ...actor, kommunId: null }, async (tx) => {
		const before = await findKalenderlank(tx, { personId });
		if (before) await updateKalenderlankRevoked(tx, { id: before.id, now });
		const id = await insertKalenderlank(tx, { personId, tokenHash, now });
		return {
			result: { id },
			audit: [
				{ action: "kalenderlank.made", entity: "kalenderlank", entityId: id, detail: { replaced: before?.id ?? null } },
			],
		};
	});
}
