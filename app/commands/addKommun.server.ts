import { Fault } from "#app/domain/fault.ts";
import { KOMMUNER } from "#app/domain/kommuner.ts";
import type { Role } from "#app/domain/permissions.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findKommunInTheWay } from "#db/newKommun.server.ts";
import { findAllMemberships, findAllRoles, findPerson, replaceRoles } from "#db/person.server.ts";
import { acceptNewKommun, createKommunIn } from "./createKommun.server.ts";

/**
 * Adds one of Sweden's 290 kommuner to the instance, and the actor as its administrator. For somebody who is the
 * administrator of a kommun here already (docs/decisions/0020): the first one is made on the server, by `skapa-admin`.
 *
 * A kommun of which the actor is a member already is handed back as it is, so that a form sent twice makes one kommun.
 *
 * @param input `code` is SCB's; `ownRoles` are the actor's there besides administrator
 * @throws Fault `forbidden` for somebody who administers no kommun; `invalid` for an unknown code or a malformed value;
 *   `conflict` when the kommun is there already and the actor is no member of it
 */
export async function addKommun(
	db: Db,
	actor: Actor & { personId: number },
	input: { code: string; lokalpolisomrade: string | null; undertecknareTitle: string; ownRoles: readonly Role[] },
): Promise<{ slug: string; isNew: boolean }> {
	const { personId, now } = actor;
	const listed = KOMMUNER.find(({ code }) => code === input.code);
	if (!listed) throw new Fault("invalid", "Kommun: välj en kommun i listan.", "kommun");
	const { code: scbCode, name, slug } = listed;
	const { lokalpolisomrade, undertecknareTitle } = input;
	const kommun = acceptNewKommun({ scbCode, name, slug, lokalpolisomrade, undertecknareTitle });
	return command<{ slug: string; isNew: boolean }>(db, actor, async (tx) => {
		const memberships = await findAllMemberships(tx, { personId });
		if (!memberships.some(({ role }) => role === "admin"))
			throw new Fault("forbidden", "Bara den som är administratör i en kommun kan lägga till en ny.");
		const existing = await findKommunInTheWay(tx, { scbCode, slug });
		if (existing && (await findAllRoles(tx, { personId, kommunId: existing.id })).length > 0)
			return { result: { slug: existing.slug, isNew: false }, audit: [] };
		if (existing)
			throw new Fault(
				"conflict",
				`Kommun: ${existing.name} finns redan. Be dess administratör bjuda in dig.`,
				"kommun",
			);
		const { kommunId, audit } = await createKommunIn(tx, { kommun, now });
		const roles: Role[] = ["admin", ...input.ownRoles];
		await replaceRoles(tx, { personId, kommunId, roles: [...new Set(roles)], now });
		const person = await findPerson(tx, personId);
		return {
			result: { slug, isNew: true },
			audit: [
				audit,
				{
					action: "person.added",
					entity: "person",
					entityId: personId,
					detail: { name: person?.name, roles },
					kommunId,
				},
			],
		};
	});
}
