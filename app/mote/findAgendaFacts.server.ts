import { addMonths, type IsoDate, latest } from "#app/domain/dates.ts";
import type { FollowUpDokument } from "#app/domain/followUp.ts";
import { isInForce, parsePeriod, periodOf, periodsInForce } from "#app/domain/periods.ts";
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
	const allRapporter = await findAllRapporter(db, { kommunId });
	const waiting = allRapporter.filter(({ state }) => state === "inlamnad").reverse();
	const rapporter: AgendaFacts["rapporter"] = [];
	for (const rapport of waiting) {
		const content = await findRapportContent(db, { kommunId, rapport, today });
		if (content) rapporter.push({ id: rapport.id, content });
	}
	return {
		today,
		rapporter,
		awaited: await findAwaited(db, { kommunId, dokument: followUp.dokument, rapporter: allRapporter, today }),
		running: followUp.dokument
			.filter((dokument) => isInForce(dokument, today))
			.flatMap(
				(dokument) =>
					evaluateDokument(followUp, dokument, { period: periodOf(today, dokument.periodKind), today }) ?? [],
			),
		atgarder: atgarder.filter(({ doneOn }) => doneOn === null),
		kommande: kommandeFrom(followUp.dokument, latest(heldOn, today)),
	};
}

/** After so long a report that nobody hands in is no news to the council. */
const MONTHS_AWAITED = 4;

/** The reports of periods just over that have not been handed in, as they stand. */
async function findAwaited(
	db: Db,
	{
		kommunId,
		dokument,
		rapporter,
		today,
	}: { kommunId: number; dokument: readonly FollowUpDokument[]; rapporter: readonly RapportRow[]; today: IsoDate },
): Promise<AgendaFacts["awaited"]> {
	const awaited: AgendaFacts["awaited"] = [];
	for (const { id: dokumentId, inForceFrom, inForceTo, periodKind } of dokument) {
		const over = periodsInForce({ from: inForceFrom, to: inForceTo }, periodKind, today).filter(
			({ clippedTo }) => clippedTo < today && clippedTo >= addMonths(today, -MONTHS_AWAITED),
		);
		const period = over.at(-1);
		const rapport = rapporter.find((one) => one.dokumentId === dokumentId && one.periodCode === period?.code);
		// A rättelse that is being written is about something that the council has seen.
		if (!period || (rapport && (rapport.state !== "utkast" || rapport.edition > 1))) continue;
		const view = await findRapportView(db, { kommunId, dokumentId, period, today });
		if (view) awaited.push(view);
	}
	return awaited;
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
