import { Fault } from "#app/domain/fault.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findGenomforande } from "#db/genomforande.server.ts";
import { contentOf, updateGenomforande } from "#db/genomforandeChange.server.ts";
import { acceptGenomforande, type ProposedContent } from "./acceptGenomforande.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";

export interface CorrectedGenomforande extends ProposedContent {
	id: number;
	/** The revision that the page showed. */
	revision: number;
}

/**
 * Corrects a registration; what it said before is kept. Saying the same again changes nothing.
 *
 * @returns the revision that now holds
 * @throws Fault `not_found` in another kommun; `conflict` when it is makulerad or somebody corrected it in between;
 *   or what `acceptGenomforande` refuses
 */
export async function correctGenomforande(
	db: Db,
	actor: Actor,
	input: CorrectedGenomforande,
): Promise<{ revision: number }> {
	const { kommunId, personId } = kommunWriter(actor);
	const { id, revision } = input;
	return command(db, actor, async (tx) => {
		const row = await findGenomforande(tx, { kommunId, id });
		if (!row) throw new Fault("not_found", "Registreringen finns inte i den här kommunen.");
		if (row.makuleradAt) throw new Fault("conflict", "Registreringen är makulerad och kan inte ändras.");
		if (row.revision !== revision) throw changedMeanwhile("Registreringen");
		const before = contentOf(row);
		const after = await acceptGenomforande(tx, { kommunId, now: actor.now, proposed: input });
		if (JSON.stringify(before) === JSON.stringify(after)) return { result: { revision }, audit: [] };
		await updateGenomforande(tx, { id, revision, before, after, now: actor.now, personId });
		return {
			result: { revision: revision + 1 },
			audit: [
				{
					action: "genomforande.corrected",
					entity: "genomforande",
					entityId: id,
					detail: { revision: revision + 1, changed: changedKeys(before, after) },
				},
			],
		};
	});
}

function changedKeys<Content extends object>(before: Content, after: Content): string[] {
	return (Object.keys(after) as (keyof Content & string)[]).filter(
		(key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
	);
}
