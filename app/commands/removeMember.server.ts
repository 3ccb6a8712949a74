import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateAllInbjudningarRevoked } from "#db/inbjudan.server.ts";
import { replaceRoles } from "#db/person.server.ts";
import { requireMember, requireOtherAdmin } from "./changeRoles.server.ts";

/**
 * Takes a person out of the actor's kommun at once, with any link that would let them in again. The account stays: it may be in other kommuner, and the history
 * names it.
 *
 * @throws Fault `not_found` for somebody who is not a member, `conflict` for the kommun's only admin
 */
export async function removeMember(
	db: Db,
	actor: Actor & { kommunId: number },
	{ personId }: { personId: number },
): Promise<void> {
	const { kommunId, now } = actor;
	await command(db, actor, async (tx) => {
		const { before, name, email } = await requireMember(tx, { personId, kommunId });
		await requireOtherAdmin(tx, {
			before,
			kommunId,
			message: "Den enda administratören kan inte tas bort. Gör någon annan till administratör först.",
		});
		await replaceRoles(tx, { personId, kommunId, roles: [], now });
		await updateAllInbjudningarRevoked(tx, { kommunId, email, now });
		return {
			result: undefined,
			audit: [{ action: "person.removed", entity: "person", entityId: personId, detail: { name, before } }],
		};
	});
}
