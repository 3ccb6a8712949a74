import { Fault } from "#app/domain/fault.ts";
import { MAX_PLATS_NAME, type PlatsKind, platsKey } from "#app/domain/plats.schema.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllPlatser, insertPlats, updatePlats } from "#db/plats.server.ts";
import { acceptName } from "./acceptText.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";

/**
 * Adds a place, group or road stretch to the kommun's list, or renames one, or takes it out of use. What was logged there
 * keeps it.
 *
 * @param input `platsId` and the `version` seen are null for a new one
 * @throws Fault `not_found` in another kommun; `conflict` when the name is on the list already, or somebody changed the
 *   place in between
 */
export async function savePlats(
	db: Db,
	actor: Actor,
	input: { platsId: number | null; version: number | null; name: string; kind: PlatsKind; isActive: boolean },
): Promise<{ id: number }> {
	const { kommunId } = kommunWriter(actor);
	const { platsId, version, kind, isActive } = input;
	const name = acceptName({ field: "name", label: "Namn", text: input.name, maxLength: MAX_PLATS_NAME });
	return command(db, actor, async (tx) => {
		const platser = await findAllPlatser(tx, { kommunId });
		const before = platser.find((plats) => plats.id === platsId);
		if (platsId !== null && !before) throw new Fault("not_found", "Platsen finns inte på kommunens lista.");
		if (before && before.version !== version) throw changedMeanwhile("Platsen");
		const namesake = platser.find((plats) => plats.id !== platsId && platsKey(plats.name) === platsKey(name));
		if (namesake)
			throw new Fault("conflict", `Namn: ${namesake.name} finns redan på listan. Välj ett annat namn.`, "name");
		const id = before?.id ?? (await insertPlats(tx, { kommunId, name, kind, isActive }));
		if (before) await updatePlats(tx, { kommunId, id, name, kind, isActive, version: before.version });
		return {
			result: { id },
			audit: [
				{
					action: before ? "plats.changed" : "plats.added",
					entity: "plats",
					entityId: id,
					detail: { name, kind, isActive, ...(before && { before: before.name }) },
				},
			],
		};
	});
}
