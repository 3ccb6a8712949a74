import type { IsoInstant } from "#app/domain/dates.ts";
import { abandonedBefore, nextTry, oldestToSend } from "#app/notiser/sendTimes.ts";
import { command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import {
	deleteToldOf,
	findAllAbandonedIds,
	findAllStaleIds,
	isLetterClaimed,
	updateLetterEnded,
	updateLetterWaiting,
} from "#db/outbox.server.ts";
import type { ClaimedLetter } from "./claimLetter.server.ts";

/**
 * What came of handing a letter over: taken, not taken now, not taken at all, or nobody knows, since the answer never came
 * after the letter had left.
 */
export type LetterOutcome = { is: "sent" } | { is: "later" | "refused" | "unknown"; why: string };

/** Keeps what came of a letter. One that somebody has given up meanwhile stays given up. */
export async function settleLetter(
	db: Db,
	{ letter, outcome, now }: { letter: ClaimedLetter; outcome: LetterOutcome; now: IsoInstant },
): Promise<void> {
	const { id, claimedAt, attempts } = letter;
	await command(db, { personId: null, kommunId: null, now }, async (tx) => {
		if (await isLetterClaimed(tx, { id, claimedAt }))
			switch (outcome.is) {
				case "sent":
					await updateLetterEnded(tx, { id, end: "skickat", why: null, now });
					break;
				case "unknown":
					await updateLetterEnded(tx, { id, end: "osakert", why: outcome.why, now });
					break;
				case "refused":
					await updateLetterEnded(tx, { id, end: "misslyckat", why: outcome.why, now });
					await deleteToldOf(tx, { letterId: id });
					break;
				case "later":
					await updateLetterWaiting(tx, { id, nextAttemptAt: nextTry(now, attempts), why: outcome.why });
			}
		return { result: undefined, audit: [] };
	});
}

/**
 * Ends what time has run out for: a letter that was cut off while it was handed over may have left and is not sent again,
 * and one that has waited for days is not sent at all.
 *
 * @returns how many of each
 */
export async function giveUpLetters(
	db: Db,
	{ now }: { now: IsoInstant },
): Promise<{ abandoned: number; stale: number }> {
	return command(db, { personId: null, kommunId: null, now }, async (tx) => {
		const abandoned = await findAllAbandonedIds(tx, abandonedBefore(now));
		for (const id of abandoned) await updateLetterEnded(tx, { id, end: "osakert", why: "avbröts på vägen", now });
		const stale = await findAllStaleIds(tx, oldestToSend(now));
		for (const id of stale) {
			await updateLetterEnded(tx, { id, end: "misslyckat", why: "väntade för länge", now });
			await deleteToldOf(tx, { letterId: id });
		}
		return { result: { abandoned: abandoned.length, stale: stale.length }, audit: [] };
	});
}
