import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import { stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate, formatPeriod, lowerFirst, PERIOD_WORDS } from "#app/domain/format.ts";
import { clipPeriod, type InForce, parsePeriod } from "#app/domain/periods.ts";
import { isSigned } from "#app/domain/rapport.ts";
import type { AuditEvent, Tx } from "#db/command.server.ts";
import {
	type DokumentFacts,
	type DokumentRapport,
	findAllDokumentRapporter,
	updateDokumentEnd,
	updateRapportPeriod,
} from "#db/dokumentChange.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { keepBegunParts } from "./releaseFordelning.server.ts";

interface MovedEnd {
	kommunId: number;
	/** As it is before. */
	dokument: DokumentFacts;
	/** null: until new ones are signed. */
	lastDay: IsoDate | null;
	reason: string;
	now: IsoInstant;
}

/**
 * Lets a dokument end another day. Reports that are handed in or signed are never cut anew: where the new end would shorten
 * one, or cut one that is under review otherwise, the move is refused. An utkast is cut as the dokument is; one whose period
 * lies after the end is out of sight with its texts, and is there again if the dokument is prolonged.
 *
 * @throws Fault `conflict` for such a report
 */
export async function moveDokumentEnd(
	tx: Tx,
	{ kommunId, dokument, lastDay, reason, now }: MovedEnd,
): Promise<AuditEvent[]> {
	const { id: dokumentId, inForceFrom, inForceTo, title } = dokument;
	const after: InForce = { from: inForceFrom, to: lastDay };
	for (const rapport of await findAllDokumentRapporter(tx, { kommunId, dokumentId })) {
		const whole = parsePeriod(rapport.periodCode);
		const clipped = whole && clipPeriod(whole, after);
		if (clipped?.clippedTo === rapport.periodTo) continue;
		requireUncut(rapport, { dokument, lastDay });
		if (clipped && rapport.state === "utkast")
			await updateRapportPeriod(tx, { ...rapport, periodTo: clipped.clippedTo });
	}
	const { dokument: followed } = await findFollowUp(tx, { kommunId, dokumentIds: [dokumentId] });
	await updateDokumentEnd(tx, { ...dokument, inForceTo: lastDay });
	for (const before of followed)
		for (const measure of before.aktiviteter.flatMap(({ measures }) => measures))
			await keepBegunParts(tx, { kommunId, before, measure, after, today: stockholmDate(now) });
	const isProlonged = lastDay === null || (inForceTo !== null && lastDay > inForceTo);
	return [
		{
			action: isProlonged ? "dokument.prolonged" : "dokument.ended",
			entity: "dokument",
			entityId: dokumentId,
			detail: { title, before: inForceTo, lastDay, reason },
		},
	];
}

/** What was signed may cover fewer days than the period comes to have; it never covers days after the end. */
function requireUncut(
	{ periodCode, periodTo, state, hasKlar }: DokumentRapport,
	{ dokument, lastDay }: { dokument: DokumentFacts; lastDay: IsoDate | null },
): void {
	const isShortened = lastDay !== null && lastDay < periodTo;
	const period = parsePeriod(periodCode);
	const name = `Sista dag: rapporten för ${period ? lowerFirst(formatPeriod(period)) : periodCode}`;
	if (isSigned(state)) {
		if (isShortened)
			throw refused(
				`${name} är signerad och gäller till ${formatDate(periodTo)}. Välj ${formatDate(periodTo)} eller en senare dag.`,
			);
		return;
	}
	const { noun } = PERIOD_WORDS[dokument.periodKind];
	if (state !== "utkast")
		throw refused(
			`${name} är inlämnad, och detta ${noun} skulle få andra dagar. Den som undertecknar behöver återlämna rapporten först.`,
		);
	if (hasKlar)
		throw refused(
			`${name} har en del som är klar, och detta ${noun} skulle få andra dagar. Ta tillbaka klarmarkeringen först.`,
		);
}

function refused(message: string): Fault {
	return new Fault("conflict", message, "lastDay");
}
