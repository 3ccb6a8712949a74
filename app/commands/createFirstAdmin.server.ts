import { addHours } from "#app/domain/dates.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { insertInbjudan } from "#db/inbjudan.server.ts";
import { findPersonByEmail, insertPerson } from "#db/person.server.ts";
import { INBJUDAN_HOURS } from "./createInbjudan.server.ts";

/**
 * Invites the first admin of a kommun, from the command line of whoever runs the instance; also mends a kommun that has
 * lost its admins. The account exists at once, without a password and without roles: the link gives it both.
 *
 * @returns the person's id
 */
export async function createFirstAdmin(
	db: Db,
	actor: Actor,
	input: { kommunId: number; email: string; name: string; tokenHash: string },
): Promise<{ personId: number }> {
	const { now } = actor;
	return command(db, actor, async (tx) => {
		const account = await findPersonByEmail(tx, input.email);
		const personId = account?.id ?? (await insertPerson(tx, { ...input, passwordHash: null, isDemo: false, now }));
		const inbjudanId = await insertInbjudan(tx, {
			...input,
			roles: ["admin"],
			createdBy: personId,
			now,
			expiresAt: addHours(now, INBJUDAN_HOURS),
		});
		return {
			result: { personId },
			audit: [
				{
					action: "inbjudan.created",
					entity: "inbjudan",
					entityId: inbjudanId,
					detail: { name: input.name, email: input.email, roles: ["admin"] },
					kommunId: input.kommunId,
				},
			],
		};
	});
}
