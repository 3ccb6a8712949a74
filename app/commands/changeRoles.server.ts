import { Fault } from "#app/domain/fault.ts";
import type { Role } from "#app/domain/permissions.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { countAdmins, findAllRoles, findPerson, replaceRoles } from "#db/person.server.ts";
import { changedMeanwhile } from "./kommunWriter.server.ts";

/**
 * Makes these the member's roles in the actor's kommun.
 *
 * @param seen the roles that the page showed
 * @throws Fault `not_found` for somebody who is not a member; `conflict` when the kommun would be left without an admin, or
 *   somebody changed the roles in between
 */
export async function changeRoles(
	db: Db,
	actor: Actor & { kommunId: number },
	{ personId, roles, seen }: { personId: number; roles: readonly Role[]; seen: readonly string[] },
): Promise<void> {
	const { kommunId, now } = actor;
	await command(db, actor, async (tx) => {
		const { before, name } = await requireMember(tx, { personId, kommunId });
		if ([...before].sort().join() !== [...seen].sort().join()) throw changedMeanwhile("Rollerna");
		if (!roles.includes("admin"))
			await requireOtherAdmin(tx, {
				before,
				kommunId,
				message: "Roller: kommunen måste ha minst en administratör. Gör någon annan till administratör först.",
			});
		await replaceRoles(tx, { personId, kommunId, roles, now });
		return {
			result: undefined,
			audit: [
				{
					action: "person.roles_changed",
					entity: "person",
					entityId: personId,
					detail: { name, before, after: roles },
				},
			],
		};
	});
}

/** @throws Fault `not_found` */
export async function requireMember(tx: Tx, { personId, kommunId }: { personId: number; kommunId: number }) {
	const before = await findAllRoles(tx, { personId, kommunId });
	const person = await findPerson(tx, personId);
	if (before.length === 0 || !person) throw new Fault("not_found", "Personen är inte med i kommunen längre.");
	return { before, name: person.name, email: person.email };
}

/** @throws Fault `conflict` when the member is the kommun's only admin */
export async function requireOtherAdmin(
	tx: Tx,
	{ before, kommunId, message }: { before: readonly Role[]; kommunId: number; message: string },
): Promise<void> {
	if (before.includes("admin") && (await countAdmins(tx, { kommunId })) === 1)
		throw new Fault("conflict", message, "roles");
}
