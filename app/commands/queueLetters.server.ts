import { type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import { digestOf, type LetterContent, mendedKeys } from "#app/notiser/digest.ts";
import { findNotiserIn } from "#app/notiser/findNotiser.server.ts";
import type { Notis } from "#app/notiser/notis.ts";
import { command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import {
	deleteToldKeys,
	findAllTold,
	insertLetter,
	insertUtskick,
	isWeekWritten,
	type WrittenLetter,
} from "#db/outbox.server.ts";
import { findAllLetterReaders, type LetterReader } from "#db/paminnelse.server.ts";

/**
 * Writes the week's letters of a kommun and puts them in the outbox, together with what they tell: one to everybody for whom
 * something is new. Once for a week, however often and by however many processes it is asked for.
 *
 * @param write makes the letter of what it is to say
 * @returns how many letters were written
 */
export async function queueLetters(
	db: Db,
	{
		kommun,
		week,
		now,
		write,
	}: {
		kommun: LetterContent["kommun"] & { id: number; slug: string };
		week: string;
		now: IsoInstant;
		write: (content: LetterContent) => WrittenLetter;
	},
): Promise<number> {
	const today = stockholmDate(now);
	const kommunId = kommun.id;
	// Calculated before the transaction: it takes its time, and nobody else could write meanwhile.
	const open: (LetterReader & { notiser: Notis[] })[] = [];
	for (const reader of await findAllLetterReaders(db, { kommunId }))
		open.push({ ...reader, notiser: await findNotiserIn(db, { kommun, ...reader, today, now }) });

	return command(db, { personId: null, kommunId, now }, async (tx) => {
		if (await isWeekWritten(tx, { kommunId, week })) return { result: 0, audit: [] };
		await insertUtskick(tx, { kommunId, week, now });
		let count = 0;
		for (const { personId, name, roles, notiser } of open) {
			const rows = await findAllTold(tx, { personId, kommunId });
			const told = new Map(rows.map(({ key, at }) => [key, stockholmDate(at)]));
			await deleteToldKeys(tx, { personId, kommunId, keys: mendedKeys(notiser, told) });
			const digest = digestOf(notiser, { told, today });
			if (!digest) continue;
			const letter = write({ kommun, person: { name }, roles, today, digest });
			await insertLetter(tx, { personId, kommunId, week, letter, toldKeys: digest.toldKeys, now });
			count++;
		}
		const written = { action: "utskick.queued", entity: "utskick", entityId: null, detail: { week, count } } as const;
		return { result: count, audit: count > 0 ? [written] : [] };
	});
}
