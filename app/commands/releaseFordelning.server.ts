import { type IsoDate, latest } from "#app/domain/dates.ts";
import type { FollowUpDokument, FollowUpMeasure } from "#app/domain/followUp.ts";
import { clipPeriod, type InForce, parsePeriod } from "#app/domain/periods.ts";
import { proposeParts } from "#app/measures/proposal.ts";
import type { Tx } from "#db/command.server.ts";
import { type FordelningContent, findFordelning, insertFordelning, updateFordelning } from "#db/fordelning.server.ts";

interface Measure {
	kommunId: number;
	measureId: number;
}

/**
 * Keeps what was agreed for periods that began before the day, the first one when the dokument did. The rest falls away,
 * and both parties confirm anew.
 */
export async function releaseFordelning(
	tx: Tx,
	{ inForceFrom, validFrom, ...measure }: Measure & { inForceFrom: IsoDate; validFrom: IsoDate },
): Promise<void> {
	const fordelning = await findFordelning(tx, measure);
	if (!fordelning) return;
	const beganBefore = (code: string) => latest(parsePeriod(code)?.from ?? validFrom, inForceFrom) < validFrom;
	const kept = Object.entries(fordelning.parts).filter(([code]) => beganBefore(code));
	await updateFordelning(tx, { ...fordelning, content: unconfirmed(Object.fromEntries(kept)) });
}

/** As `releaseFordelning`, but nothing is kept: the dokument is followed up per another kind of period. */
export async function clearFordelning(tx: Tx, measure: Measure): Promise<void> {
	const fordelning = await findFordelning(tx, measure);
	if (fordelning) await updateFordelning(tx, { ...fordelning, content: unconfirmed({}) });
}

/**
 * A dokument that ends another day spreads its minimums over other days. The periods that have begun keep the number that
 * they had, agreed or proposed; what follows is proposed anew, and both parties confirm it. Where the dokument ends
 * earlier, its new last period brings what is left.
 *
 * @param before the dokument and the measure as they were
 * @param after the days in force from now on
 */
export async function keepBegunParts(
	tx: Tx,
	{
		kommunId,
		before,
		measure,
		after,
		today,
	}: { kommunId: number; before: FollowUpDokument; measure: FollowUpMeasure; after: InForce; today: IsoDate },
): Promise<void> {
	const of = { kommunId, measureId: measure.id };
	const fordelning = await findFordelning(tx, of);
	const proposal = proposeParts(measure.kind, {
		versions: measure.versions,
		inForce: { from: before.inForceFrom, to: before.inForceTo },
		periodKind: before.periodKind,
		through: today,
		fordelning: fordelning?.parts ?? null,
	});
	const isShortened = after.to !== null && (before.inForceTo === null || after.to < before.inForceTo);
	const held = Object.entries({ ...proposal?.parts, ...fordelning?.parts });
	const kept = held.filter(([code]) => {
		const period = parsePeriod(code);
		const clipped = period && clipPeriod(period, after);
		const bringsTheRest = isShortened && clipped?.clippedTo === after.to;
		return clipped !== undefined && clipped.clippedFrom <= today && !bringsTheRest;
	});
	const content = unconfirmed(Object.fromEntries(kept));
	if (fordelning) await updateFordelning(tx, { ...fordelning, content });
	else if (kept.length > 0) await insertFordelning(tx, { measureId: measure.id, content });
}

function unconfirmed(parts: Record<string, number>): FordelningContent {
	return {
		parts,
		polisConfirmedAt: null,
		polisConfirmedBy: null,
		kommunConfirmedAt: null,
		kommunConfirmedBy: null,
	};
}
