import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findPersonByEmail, insertPerson } from "#db/person.server.ts";

const NAME = "Kommandoraden";
/** No address at all: nobody can sign in, be invited or be sent a letter by it. */
const EMAIL = "kommandoraden";

/**
 * The instance's own account, in whose name is done what nobody has said who does on the command line. It is made at the
 * first use, without a password and without a role anywhere.
 */
export async function commandLinePerson(db: Db, actor: Actor): Promise<{ personId: number }> {
	return command(db, actor, async (tx) => {
		const account = await findPersonByEmail(tx, EMAIL);
		if (account) return { result: { personId: account.id }, audit: [] };
		const personId = await insertPerson(tx, {
			email: EMAIL,
			name: NAME,
			passwordHash: null,
			isDemo: false,
			now: actor.now,
		});
		return {
			result: { personId },
			audit: [{ action: "person.added", entity: "person", entityId: personId, detail: { name: NAME, roles: [] } }],
		};
	});
}
