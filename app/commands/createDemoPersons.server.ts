import type { Role } from "#app/domain/permissions.ts";
import { type Actor, type AuditEvent, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { insertPerson, replaceRoles } from "#db/person.server.ts";

/** An account of the demo: called by role, never by a personal name, and without a password. */
export interface DemoPerson {
	email: string;
	name: string;
	memberships: readonly { kommunId: number; role: Role }[];
}

/**
 * Makes the accounts that the demo's one-click sign-in offers. Only the demo calls it.
 *
 * @returns the ids, in the order given
 */
export async function createDemoPersons(db: Db, actor: Actor, persons: readonly DemoPerson[]): Promise<number[]> {
	return command(db, actor, async (tx) => {
		const ids: number[] = [];
		const audit: AuditEvent[] = [];
		for (const { email, name, memberships } of persons) {
			const personId = await insertPerson(tx, { email, name, passwordHash: null, isDemo: true, now: actor.now });
			for (const { kommunId, role } of memberships) {
				await replaceRoles(tx, { personId, kommunId, roles: [role], now: actor.now });
				audit.push({
					action: "person.added",
					entity: "person",
					entityId: personId,
					detail: { name, roles: [role], isDemo: true },
					kommunId,
				});
			}
			ids.push(personId);
		}
		return { result: ids, audit };
	});
}
