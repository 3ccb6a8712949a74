import { Fault } from "#app/domain/fault.ts";
import { listOf } from "#app/domain/format.ts";
import { MAX_PLATS_NAME, MAX_PLATSER_AT_ONCE, platsKey } from "#app/domain/plats.schema.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllPlatser, insertPlats } from "#db/plats.server.ts";
import { acceptName } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

const MOST_NAMED = 5;

/**
 * Adds many places to the kommun's list at once, all of kind `plats`. A name that stands twice among them is one place, as it is
 * spelt first.
 *
 * @param input at least one name
 * @throws Fault `invalid` for a name that is empty, too long or holds a personal number, or for too many; `conflict` when some
 *   are on the list already: then nothing is added, and the message names them
 */
export async function addPlatser(
	db: Db,
	actor: Actor,
	input: { names: readonly string[] },
): Promise<{ added: number }> {
	const { kommunId } = kommunWriter(actor);
	const accepted = input.names.map((text) =>
		acceptName({ field: "names", label: "Platser", text, maxLength: MAX_PLATS_NAME }),
	);
	const names = accepted.filter((name, at) => accepted.findIndex((other) => platsKey(other) === platsKey(name)) === at);
	if (names.length === 0 || names.length > MAX_PLATSER_AT_ONCE)
		throw new Fault("invalid", `Platser: skriv 1–${MAX_PLATSER_AT_ONCE} platser åt gången.`, "names");
	return command(db, actor, async (tx) => {
		const onList = new Set((await findAllPlatser(tx, { kommunId })).map(({ name }) => platsKey(name)));
		const known = names.filter((name) => onList.has(platsKey(name)));
		if (known.length > 0) throw new Fault("conflict", alreadyThere(known), "names");
		const ids: number[] = [];
		for (const name of names) ids.push(await insertPlats(tx, { kommunId, name, kind: "plats", isActive: true }));
		return {
			result: { added: names.length },
			audit: names.map((name, index) => ({
				action: "plats.added",
				entity: "plats",
				entityId: ids[index] ?? null,
				detail: { name, kind: "plats", isActive: true },
			})),
		};
	});
}

/** Names a few: the list itself has them all. */
function alreadyThere(known: readonly string[]): string {
	const named =
		known.length > MOST_NAMED ? [...known.slice(0, MOST_NAMED), `${known.length - MOST_NAMED} till`] : known;
	const rows = known.length === 1 ? "den raden" : "de raderna";
	return `Platser: ${listOf(named)} finns redan på listan. Ta bort ${rows} och lägg till resten.`;
}
