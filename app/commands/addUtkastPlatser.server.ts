import { Fault } from "#app/domain/fault.ts";
import { MAX_PLATS_NAME, MAX_PLATSER_AT_ONCE, platsKey } from "#app/domain/plats.schema.ts";
import { type Actor, type AuditEvent, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllPlatser, insertPlats } from "#db/plats.server.ts";
import { acceptName } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Puts places that the text of a dokument needs on the kommun's list, all of kind `plats`. One that is there already is that
 * one, also when it is spelt with other letters' case.
 *
 * @returns the places' ids, in the order of the names
 * @throws Fault `invalid` for a name that is empty, too long or holds a personal number, or for too many
 */
export async function addUtkastPlatser(
	db: Db,
	actor: Actor,
	input: { names: readonly string[] },
): Promise<{ platsIds: number[] }> {
	const { kommunId } = kommunWriter(actor);
	if (input.names.length === 0 || input.names.length > MAX_PLATSER_AT_ONCE)
		throw new Fault("invalid", `Platser: skriv 1–${MAX_PLATSER_AT_ONCE} platser åt gången.`, "names");
	const names = input.names.map((text) =>
		acceptName({ field: "names", label: "Platser", text, maxLength: MAX_PLATS_NAME }),
	);
	return command(db, actor, async (tx) => {
		const known = new Map((await findAllPlatser(tx, { kommunId })).map(({ id, name }) => [platsKey(name), id]));
		const audit: AuditEvent[] = [];
		for (const name of names) {
			if (known.has(platsKey(name))) continue;
			const plats = { name, kind: "plats", isActive: true } as const;
			const entityId = await insertPlats(tx, { kommunId, ...plats });
			known.set(platsKey(name), entityId);
			audit.push({ action: "plats.added", entity: "plats", entityId, detail: plats });
		}
		return { result: { platsIds: [...new Set(names.flatMap((name) => known.get(platsKey(name)) ?? []))] }, audit };
	});
}
