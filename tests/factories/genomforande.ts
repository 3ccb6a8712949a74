import { type NewGenomforande, registerGenomforande } from "#app/commands/registerGenomforande.server.ts";
import type { Db } from "#db/connection.server.ts";
import type { KommunActor } from "./kommun.ts";

/** A registration as the form would send it, with a UUID of its own. */
export function newGenomforande(
	content: Partial<NewGenomforande> & Pick<NewGenomforande, "measures">,
): NewGenomforande {
	return {
		uuid: crypto.randomUUID(),
		date: "2018-10-12",
		platsId: null,
		performedBy: "polis",
		note: null,
		...content,
	};
}

/** Registers an activity of one occasion toward the measure; never asks whether it is another one. */
export async function makeGenomforande(
	db: Db,
	actor: KommunActor,
	{ measureId, ...content }: { measureId: number } & Partial<NewGenomforande>,
): Promise<{ id: number; uuid: string }> {
	const input = newGenomforande({ measures: [{ measureId, quantity: null }], ...content });
	const registered = await registerGenomforande(db, actor, { ...input, isAnotherOne: true });
	if (registered.duplicateOf) throw new Error("taken for a duplicate");
	return { id: registered.id, uuid: input.uuid };
}
