import { Fault } from "#app/domain/fault.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllRevisions, findGenomforande, type GenomforandeContent } from "#db/genomforande.server.ts";
import { contentOf, findOwnerOfUuid, insertGenomforande } from "#db/genomforandeChange.server.ts";
import { findPossibleDuplicate, type PossibleDuplicate } from "#db/genomforandeSuggestion.server.ts";
import { acceptGenomforande, type ProposedContent } from "./acceptGenomforande.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

export interface NewGenomforande extends ProposedContent {
	/** Made where the form was opened: one UUID is one registration, however often it is sent. */
	uuid: string;
	/** The answer to "Är det en till?" */
	isAnotherOne?: boolean;
	isExample?: boolean;
}

export type Registered = { id: number; isNew: boolean; duplicateOf: null } | { duplicateOf: PossibleDuplicate };

/**
 * Logs a completed activity, exactly once per UUID: sent again with the same content it answers with the row that is there.
 *
 * @returns the row, or what it may be a duplicate of; in that case nothing is written until the same is sent with
 *   `isAnotherOne`
 * @throws Fault `conflict` when the UUID already stands for something else, or what `acceptGenomforande` refuses
 */
export async function registerGenomforande(db: Db, actor: Actor, input: NewGenomforande): Promise<Registered> {
	const { kommunId, personId } = kommunWriter(actor);
	return command<Registered>(db, actor, async (tx) => {
		const content = await acceptGenomforande(tx, { kommunId, now: actor.now, proposed: input });
		const existing = await findOwnerOfUuid(tx, input.uuid);
		if (existing) {
			await requireSame(tx, { existing, kommunId, personId, content });
			return { result: { id: existing.id, isNew: false, duplicateOf: null }, audit: [] };
		}
		const duplicateOf = input.isAnotherOne
			? undefined
			: await findPossibleDuplicate(tx, {
					...content,
					kommunId,
					personId,
					measureIds: content.measures.map((measure) => measure.measureId),
				});
		if (duplicateOf) return { result: { duplicateOf }, audit: [] };
		const id = await insertGenomforande(tx, {
			kommunId,
			personId,
			uuid: input.uuid,
			content,
			isExample: input.isExample ?? false,
			now: actor.now,
		});
		return {
			result: { id, isNew: true, duplicateOf: null },
			audit: [
				{
					action: "genomforande.registered",
					entity: "genomforande",
					entityId: id,
					detail: { date: content.date, measures: content.measures, platsId: content.platsId },
				},
			],
		};
	});
}

/** A retry says what was said the first time, even when the row has been corrected since. */
async function requireSame(
	tx: Tx,
	{
		existing,
		kommunId,
		personId,
		content,
	}: {
		existing: { id: number; kommunId: number; createdBy: number };
		kommunId: number;
		personId: number;
		content: GenomforandeContent;
	},
): Promise<void> {
	const isOwn = existing.kommunId === kommunId && existing.createdBy === personId;
	if (isOwn && JSON.stringify(await findFirstContent(tx, { kommunId, id: existing.id })) === JSON.stringify(content))
		return;
	throw new Fault(
		"conflict",
		"Den här registreringen är redan sparad med annat innehåll. Ladda om sidan och registrera igen.",
	);
}

async function findFirstContent(
	tx: Tx,
	{ kommunId, id }: { kommunId: number; id: number },
): Promise<GenomforandeContent | undefined> {
	const [first] = await findAllRevisions(tx, { kommunId, genomforandeId: id });
	if (first) return first.content;
	const row = await findGenomforande(tx, { kommunId, id });
	return row && contentOf(row);
}
