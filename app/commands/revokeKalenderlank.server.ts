import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findKalenderlank, updateKalenderlankRevoked } from "#db/kalenderlank.server.ts";

/**
 * Takes the private address of the actor's calendar back; calendars that read it get nothing more. Nothing is changed where
 * there is none, as after a double tap.
 */
export async function revokeKalenderlank(db: Db, actor: Actor & { personId: number }): Promise<void> {
	const { personId, now } = actor;
	await command(db, { ...actor, kommunId: null }, async (tx) => {
		const lank = await findKalenderlank(tx, { personId });
		if (!lank) return { result: undefined, audit: [] };
		await updateKalenderlankRevoked(tx, { id: lank.id, now });
		return {
			result: undefined,
			audit: [{ action: "kalenderlank.revoked", entity: "kalenderlank", entityId: lank.id, detail: {} }],
		};
	});
}
