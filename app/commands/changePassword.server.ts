import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updatePassword } from "#db/person.server.ts";
import { deleteSessionsOf } from "#db/session.server.ts";

/**
 * Gives the actor a new password and signs them out everywhere else, where somebody who had the old one may sit.
 * The caller has already checked the old one.
 */
export async function changePassword(
	db: Db,
	actor: Actor & { personId: number },
	{ passwordHash, sessionTokenHash }: { passwordHash: string; sessionTokenHash: string },
): Promise<void> {
	const { personId } = actor;
	await command(db, actor, async (tx) => {
		await updatePassword(tx, { id: personId, passwordHash });
		const ended = await deleteSessionsOf(tx, { personId, exceptTokenHash: sessionTokenHash });
		return {
			result: undefined,
			audit: [
				{ action: "person.password_changed", entity: "person", entityId: personId, detail: { sessionsEnded: ended } },
			],
		};
	});
}
