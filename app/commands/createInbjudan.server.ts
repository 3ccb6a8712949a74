import { addHours } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import type { Role } from "#app/domain/permissions.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllOpenInbjudningar, insertInbjudan } from "#db/inbjudan.server.ts";
import { findAllRoles, findPersonByEmail } from "#db/person.server.ts";

/** How long an invitation link works. */
export const INBJUDAN_HOURS = 7 * 24;

/**
 * Invites a person to the actor's kommun. The link itself is shown once by the caller; only its hash is kept.
 *
 * @throws Fault `conflict` when the person is a member already or has an open invitation
 */
export async function createInbjudan(
	db: Db,
	actor: Actor & { personId: number; kommunId: number },
	input: { email: string; name: string; roles: readonly Role[]; tokenHash: string },
): Promise<{ inbjudanId: number }> {
	const { kommunId, now } = actor;
	return command(db, actor, async (tx) => {
		const person = await findPersonByEmail(tx, input.email);
		if (person && (await findAllRoles(tx, { personId: person.id, kommunId })).length > 0)
			throw new Fault("conflict", "E-post: personen är redan med. Ändra rollerna i listan i stället.", "email");
		const open = await findAllOpenInbjudningar(tx, { kommunId });
		if (open.some((inbjudan) => inbjudan.email === input.email))
			throw new Fault("conflict", "E-post: personen är redan inbjuden. Förnya länken i listan i stället.", "email");
		const inbjudanId = await insertInbjudan(tx, {
			...input,
			kommunId,
			createdBy: actor.personId,
			now,
			expiresAt: addHours(now, INBJUDAN_HOURS),
		});
		return {
			result: { inbjudanId },
			audit: [
				{
					action: "inbjudan.created",
					entity: "inbjudan",
					entityId: inbjudanId,
					detail: { name: input.name, email: input.email, roles: input.roles },
				},
			],
		};
	});
}
