import { type IsoDate, stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { type FordelningProposal, partsFault, proposeParts } from "#app/measures/proposal.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { type FordelningContent, findFordelning, insertFordelning, updateFordelning } from "#db/fordelning.server.ts";
import { findMeasure } from "#db/measure.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";

export interface ConfirmedFordelning {
	measureId: number;
	/** Whole number per period code. */
	parts: Record<string, number>;
	/** For whom the actor confirms. */
	forPart: "polis" | "kommun";
	/** The version that the page showed; 0 when only the app's proposal was there. */
	version: number;
}

/**
 * Confirms the minimum per period for one party. Other numbers than those that wait begin anew: the other
 * party's confirmation was of the old ones.
 *
 * @returns whether both parties have now confirmed the same numbers
 * @throws Fault `not_found` in another kommun, or for a mått that has nothing to spread; `invalid` when the parts are not
 *   whole numbers for its periods or miss what the signed text has; `conflict` when somebody changed them in between
 */
export async function confirmFordelning(
	db: Db,
	actor: Actor,
	input: ConfirmedFordelning,
): Promise<{ isAgreed: boolean; version: number }> {
	const { kommunId, personId } = kommunWriter(actor);
	const { measureId, forPart, version } = input;
	return command(db, actor, async (tx) => {
		const measure = await findMeasure(tx, { kommunId, measureId });
		if (!measure) throw new Fault("not_found", "Måttet finns inte i den här kommunen.");
		const existing = await findFordelning(tx, { kommunId, measureId });
		if ((existing?.version ?? 0) !== version) throw changedMeanwhile("Fördelningen");
		const parts = acceptParts(input.parts, proposalOf(measure, { existing, today: stockholmDate(actor.now) }));
		const isUnchanged = existing !== undefined && JSON.stringify(sorted(existing.parts)) === JSON.stringify(parts);
		const content: FordelningContent = {
			...(isUnchanged ? existing : NOBODY),
			parts,
			...(forPart === "polis"
				? { polisConfirmedAt: actor.now, polisConfirmedBy: personId }
				: { kommunConfirmedAt: actor.now, kommunConfirmedBy: personId }),
		};
		const id = existing?.id ?? (await insertFordelning(tx, { measureId, content }));
		if (existing) await updateFordelning(tx, { id, version, content });
		const isAgreed = content.polisConfirmedAt !== null && content.kommunConfirmedAt !== null;
		return {
			result: { isAgreed, version: version + 1 },
			audit: [
				{
					action: isUnchanged ? "fordelning.confirmed" : "fordelning.changed",
					entity: "fordelning",
					entityId: id,
					detail: { measureId, parts, forPart, isAgreed },
				},
			],
		};
	});
}

const NOBODY = {
	polisConfirmedAt: null,
	polisConfirmedBy: null,
	kommunConfirmedAt: null,
	kommunConfirmedBy: null,
};

/** What the parts are measured against: the mått as it is in this very transaction. */
function proposalOf(
	{ kind, versions, inForceFrom, inForceTo, periodKind }: NonNullable<Awaited<ReturnType<typeof findMeasure>>>,
	{ existing, today }: { existing: FordelningContent | undefined; today: IsoDate },
): FordelningProposal {
	const proposal = proposeParts(kind, {
		versions,
		inForce: { from: inForceFrom, to: inForceTo },
		periodKind,
		through: today,
		fordelning: existing?.parts ?? null,
	});
	if (!proposal) throw new Fault("not_found", "Måttet har inget minimum att fördela.");
	return proposal;
}

function acceptParts(parts: Record<string, number>, proposal: FordelningProposal): Record<string, number> {
	for (const [code, part] of Object.entries(parts))
		if (!Number.isSafeInteger(part) || part < 0)
			throw new Fault("invalid", "Minst: skriv ett helt tal, 0 eller mer.", `part.${code}`);
	const fault = partsFault(proposal, parts);
	if (fault) throw new Fault("invalid", fault);
	return sorted(parts);
}

function sorted(parts: Record<string, number>): Record<string, number> {
	return Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
