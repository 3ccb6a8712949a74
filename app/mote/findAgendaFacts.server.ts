import { type IsoDate, latest } from "#app/domain/dates.ts";
import { parsePeriod, periodOf } from "#app/domain/periods.ts";
import { isSigned } from "#app/domain/rapport.ts";
import { evaluateDokument } from "#app/measures/evaluate.ts";
import { type RapportContent, readContent } from "#app/rapport/content.ts";
import { findRapportView } from "#app/rapport/findRapport.server.ts";
import { findAllAtgarder } from "#db/atgard.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllRapporter, findFrozen, type RapportRow } from "#db/rapport.server.ts";
import { findSnapshot } from "#db/snapshot.server.ts";
import { kommandeFrom } from "./kommande.ts";
import type { AgendaFacts } from "./proposals.ts";

/**
 * What there is to take up at a meeting of the kommun. Figures stand as they do today, also for a meeting that lies ahead:
 * nothing is said of what nobody knows yet. What is coming is counted from the meeting's day.
 */
export async function findAgendaFacts(
	db: Db,
	{ kommunId, heldOn, today }: { kommunId: number; heldOn: IsoDate; today: IsoDate },
): Promise<AgendaFacts> {
	const followUp = await findFollowUp(db, { kommunId });
	const atgarder = await findAllAtgarder(db, { kommunId });
	const waiting = (await findAllRapporter(db, { kommunId })).filter(({ state }) => state === "inlamnad").reverse();
	const rapporter: AgendaFacts["rapporter"] = [];
	for (const rapport of waiting) {
		const content = await findRapportContent(db, { kommunId, rapport, today });
		if (content) rapporter.push({ id: rapport.id, content });
	}
	return {
		today,
		rapporter,
		running: followUp.dokument
			.filter(({ inForceFrom, inForceTo }) => inForceFrom <= today && (inForceTo === null || inForceTo >= today))
			.flatMap(
				(dokument) =>
					evaluateDokument(followUp, dokument, { period: periodOf(today, dokument.periodKind), today }) ?? [],
			),
		atgarder: atgarder.filter(({ doneOn }) => doneOn === null),
		kommande: kommandeFrom(followUp.dokument, latest(heldOn, today)),
	};
}

/** What a report says in whatever state it is: signed, frozen, or live once it has been returned. */
export async function findRapportContent(
	db: Db,
	{ kommunId, rapport, today }: { kommunId: number; rapport: RapportRow; today: IsoDate },
): Promise<RapportContent | undefined> {
	const asked = { kommunId, rapportId: rapport.id };
	const stored = isSigned(rapport.state) ? (await findSnapshot(db, asked))?.content : await findFrozen(db, asked);
	if (stored !== undefined) return readContent(stored);
	const { dokumentId, periodCode, edition } = rapport;
	const period = parsePeriod(periodCode);
	return period && (await findRapportView(db, { kommunId, dokumentId, period, edition, today }))?.content;
}
