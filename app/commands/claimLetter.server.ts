import type { IsoInstant } from "#app/domain/dates.ts";
import { turnAt } from "#app/notiser/sendTimes.ts";
import { command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import {
	deleteToldOf,
	findNextLetter,
	updateLetterClaimed,
	updateLetterEnded,
	type WaitingLetter,
} from "#db/outbox.server.ts";
import { isLetterOff } from "#db/paminnelse.server.ts";
import { findAllRoles } from "#db/person.server.ts";

/** A letter that the caller, and nobody else, is to hand over now. */
export interface ClaimedLetter extends WaitingLetter {
	claimedAt: IsoInstant;
}

/**
 * Takes the letter whose turn it is. One whose reader has unsubscribed or left the kommun since it was written is ended
 * instead, and the next one taken.
 *
 * @returns undefined when none waits
 */
export async function claimLetter(db: Db, { now }: { now: IsoInstant }): Promise<ClaimedLetter | undefined> {
	// The outbox is machinery: nobody decides what happens in it, so it leaves no audit.
	const turn = turnAt(now);
	return command(db, { personId: null, kommunId: null, now }, async (tx) => {
		for (let letter = await findNextLetter(tx, turn); letter; letter = await findNextLetter(tx, turn)) {
			const { id, kommunId, person } = letter;
			const reader = { personId: person.id, kommunId };
			const isMember = (await findAllRoles(tx, reader)).length > 0;
			if (isMember && !(await isLetterOff(tx, reader))) {
				await updateLetterClaimed(tx, { id, attempts: letter.attempts + 1, now });
				return { result: { ...letter, attempts: letter.attempts + 1, claimedAt: now }, audit: [] };
			}
			const why = isMember ? "avanmäld" : "inte med i kommunen längre";
			await updateLetterEnded(tx, { id, end: "avbrutet", why, now });
			await deleteToldOf(tx, { letterId: id });
		}
		return { result: undefined, audit: [] };
	});
}
