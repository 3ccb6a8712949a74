import { addHours } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { insertInbjudan } from "#db/inbjudan.server.ts";
import { findAllMemberships, findPersonByEmail, updatePassword } from "#db/person.server.ts";
import { deleteSessionsOf } from "#db/session.server.ts";
import { INBJUDAN_HOURS } from "./createInbjudan.server.ts";

/**
 * For somebody who forgot the password, from the command line of whoever runs the instance: the old one stops working,
 * every session ends, and an invitation to what the person is already a member of lets them choose a new one.
 *
 * @throws Fault `not_found` when there is no such account, or it is a member of nothing
 */
export async function resetPassword(
	db: Db,
	actor: Actor,
	{ email, tokenHash }: { email: string; tokenHash: string },
): Promise<void> {
	const { now } = actor;
	await command(db, actor, async (tx) => {
		const person = await findPersonByEmail(tx, email);
		if (!person || person.isDemo) throw new Fault("not_found", `Det finns inget konto med adressen ${email}.`);
		const [membership] = await findAllMemberships(tx, { personId: person.id });
		if (!membership)
			throw new Fault(
				"not_found",
				`${email} är inte med i någon kommun. Låt en administratör bjuda in på nytt, eller kör skapa-admin om kommunen inte har någon.`,
			);
		await updatePassword(tx, { id: person.id, passwordHash: null });
		await deleteSessionsOf(tx, { personId: person.id, exceptTokenHash: null });
		await insertInbjudan(tx, {
			kommunId: membership.kommunId,
			email,
			name: person.name,
			roles: [membership.role],
			tokenHash,
			createdBy: person.id,
			now,
			expiresAt: addHours(now, INBJUDAN_HOURS),
		});
		return {
			result: undefined,
			audit: [
				{
					action: "person.password_reset",
					entity: "person",
					entityId: person.id,
					detail: { name: person.name },
					kommunId: membership.kommunId,
				},
			],
		};
	});
}
