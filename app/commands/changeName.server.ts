import { Fault } from "#app/domain/fault.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findPerson, updateName } from "#db/person.server.ts";

/** Changes the name that the actor is shown by. */
export async function changeName(
	db: Db,
	actor: Actor & { personId: number },
	{ name }: { name: string },
): Promise<void> {
	const { personId } = actor;
	await command(db, actor, async (tx) => {
		const person = await findPerson(tx, personId);
		if (!person) throw new Fault("not_found", "Kontot finns inte längre.");
		await updateName(tx, { id: personId, name });
		return {
			result: undefined,
			audit: [
				{
					action: "person.name_changed",
					entity: "person",
					entityId: personId,
					detail: { before: person.name, after: name },
				},
			],
		};
	});
}
