import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { deleteSessionsOf } from "#db/session.server.ts";

/** Signs the actor out everywhere, here too. */
export async function endAllSessions(db: Db, actor: Actor & { personId: number }): Promise<void> {
	const { personId } = actor;
	await command(db, actor, async (tx) => {
		const ended = await deleteSessionsOf(tx, { personId, exceptTokenHash: null });
		return {
			result: undefined,
			audit: [{ action: "session.all_ended", entity: "session", entityId: null, detail: { count: ended } }],
		};
	});
}
