import type { IsoInstant } from "#app/domain/dates.ts";
import type { OutboxState } from "#app/domain/outbox.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

/** A letter as it is written, before anybody has tried to send it. */
export interface WrittenLetter {
	/** With its angle brackets. */
	messageId: string;
	subject: string;
	text: string;
	html: string;
	/** Holds the token; kept until the letter is done. */
	unsubscribeUrl: string;
	unsubscribeHash: string;
}

/** A letter whose turn it is. */
export interface WaitingLetter extends Omit<WrittenLetter, "unsubscribeHash"> {
	id: number;
	kommunId: number;
	attempts: number;
	/** As they are now, not when it was written. */
	person: { id: number; name: string; email: string };
}

/** The ends of a letter; from them it never comes back. */
export type LetterEnd = Exclude<OutboxState, "vantar" | "skickas">;

/** The kommuner whose letters of the week are not written yet. */
export async function findAllKommunerToWrite(
	db: Db,
	{ week }: { week: string },
): Promise<{ id: number; slug: string; name: string }[]> {
	return db
		.selectFrom("kommun")
		.leftJoin("utskick", (join) => join.onRef("utskick.kommun_id", "=", "kommun.id").on("utskick.week", "=", week))
		.select(["kommun.id", "kommun.slug", "kommun.name"])
		.where("utskick.at", "is", null)
		.orderBy("kommun.id")
		.execute();
}

/** Whether the kommun's letters of the week are written. */
export async function isWeekWritten(tx: Tx, { kommunId, week }: { kommunId: number; week: string }): Promise<boolean> {
	const row = await tx
		.selectFrom("utskick")
		.select("at")
		.where("kommun_id", "=", kommunId)
		.where("week", "=", week)
		.executeTakeFirst();
	return row !== undefined;
}

export async function insertUtskick(
	tx: Tx,
	{ kommunId, week, now }: { kommunId: number; week: string; now: IsoInstant },
): Promise<void> {
	await tx.insertInto("utskick").values({ kommun_id: kommunId, week, at: now }).execute();
}

/** The keys of what letters of the kommun have told the person, each with when. */
export async function findAllTold(
	db: Db | Tx,
	{ personId, kommunId }: { personId: number; kommunId: number },
): Promise<{ key: string; at: IsoInstant }[]> {
	return db
		.selectFrom("notis_told")
		.innerJoin("outbox", "outbox.id", "notis_told.outbox_id")
		.select(["notis_told.key", "outbox.created_at as at"])
		.where("notis_told.person_id", "=", personId)
		.where("notis_told.kommun_id", "=", kommunId)
		.execute();
}

export async function deleteToldKeys(
	tx: Tx,
	{ personId, kommunId, keys }: { personId: number; kommunId: number; keys: readonly string[] },
): Promise<void> {
	for (const key of keys)
		await tx
			.deleteFrom("notis_told")
			.where("person_id", "=", personId)
			.where("kommun_id", "=", kommunId)
			.where("key", "=", key)
			.execute();
}

/** What the letter told is not told after all. */
export async function deleteToldOf(tx: Tx, { letterId }: { letterId: number }): Promise<void> {
	await tx.deleteFrom("notis_told").where("outbox_id", "=", letterId).execute();
}

/** Puts a letter in the outbox, with what it tells. */
export async function insertLetter(
	tx: Tx,
	{
		personId,
		kommunId,
		week,
		letter,
		toldKeys,
		now,
	}: {
		personId: number;
		kommunId: number;
		week: string;
		letter: WrittenLetter;
		toldKeys: readonly string[];
		now: IsoInstant;
	},
): Promise<number> {
	const { id } = await tx
		.insertInto("outbox")
		.values({
			message_id: letter.messageId,
			person_id: personId,
			kommun_id: kommunId,
			week,
			subject: letter.subject,
			body_text: letter.text,
			body_html: letter.html,
			unsubscribe_url: letter.unsubscribeUrl,
			unsubscribe_hash: letter.unsubscribeHash,
			next_attempt_at: now,
			created_at: now,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	for (const key of toldKeys)
		await tx
			.insertInto("notis_told")
			.values({ person_id: personId, kommun_id: kommunId, key, outbox_id: id })
			.execute();
	return id;
}

/** The letters whose turn it is: their next try is set for one of these instants. */
interface Turn {
	until: IsoInstant;
	orAfter: IsoInstant;
}

/** Whether a letter's turn has come. */
export async function isLetterWaiting(db: Db, { until, orAfter }: Turn): Promise<boolean> {
	const row = await db
		.selectFrom("outbox")
		.select("id")
		.where("state", "=", "vantar")
		.where((where) => where.or([where("next_attempt_at", "<=", until), where("next_attempt_at", ">", orAfter)]))
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** The letter whose turn it is, with its reader as they are called now. */
export async function findNextLetter(tx: Tx, { until, orAfter }: Turn): Promise<WaitingLetter | undefined> {
	const row = await tx
		.selectFrom("outbox")
		.innerJoin("person", "person.id", "outbox.person_id")
		.select([
			"outbox.id",
			"message_id as messageId",
			"kommun_id as kommunId",
			"subject",
			"body_text as text",
			"body_html as html",
			"unsubscribe_url as unsubscribeUrl",
			"attempts",
			"person.id as personId",
			"person.name",
			"person.email",
		])
		.where("state", "=", "vantar")
		.where((where) => where.or([where("next_attempt_at", "<=", until), where("next_attempt_at", ">", orAfter)]))
		.orderBy("next_attempt_at")
		.orderBy("outbox.id")
		.limit(1)
		.executeTakeFirst();
	if (!row) return undefined;
	const { personId, name, email, ...letter } = row;
	return { ...letter, person: { id: personId, name, email } };
}

/** From now on it is being handed over, and nobody else takes it. */
export async function updateLetterClaimed(
	tx: Tx,
	{ id, attempts, now }: { id: number; attempts: number; now: IsoInstant },
): Promise<void> {
	await tx
		.updateTable("outbox")
		.set({ state: "skickas", claimed_at: now, attempts })
		.where("id", "=", id)
		.where("state", "=", "vantar")
		.execute();
}

/** Whether it is still being handed over by the one who claimed it then. */
export async function isLetterClaimed(
	tx: Tx,
	{ id, claimedAt }: { id: number; claimedAt: IsoInstant },
): Promise<boolean> {
	const row = await tx
		.selectFrom("outbox")
		.select("id")
		.where("id", "=", id)
		.where("state", "=", "skickas")
		.where("claimed_at", "=", claimedAt)
		.executeTakeFirst();
	return row !== undefined;
}

/** It waits again. */
export async function updateLetterWaiting(
	tx: Tx,
	{ id, nextAttemptAt, why }: { id: number; nextAttemptAt: IsoInstant; why: string },
): Promise<void> {
	await tx
		.updateTable("outbox")
		.set({ state: "vantar", claimed_at: null, next_attempt_at: nextAttemptAt, last_error: why })
		.where("id", "=", id)
		.execute();
}

/** It is done, one way or another: what it said, and the token in its address, are kept no longer. */
export async function updateLetterEnded(
	tx: Tx,
	{ id, end, why, now }: { id: number; end: LetterEnd; why: string | null; now: IsoInstant },
): Promise<void> {
	await tx
		.updateTable("outbox")
		.set({
			state: end,
			claimed_at: null,
			done_at: now,
			last_error: why,
			body_text: "",
			body_html: "",
			unsubscribe_url: "",
		})
		.where("id", "=", id)
		.where("done_at", "is", null)
		.execute();
}

/** Letters that were begun before this and have no answer. */
export async function findAllAbandonedIds(tx: Tx, before: IsoInstant): Promise<number[]> {
	const rows = await tx
		.selectFrom("outbox")
		.select("id")
		.where("state", "=", "skickas")
		.where("claimed_at", "<=", before)
		.execute();
	return rows.map(({ id }) => id);
}

/** Letters that were written before this and wait still. */
export async function findAllStaleIds(tx: Tx, before: IsoInstant): Promise<number[]> {
	const rows = await tx
		.selectFrom("outbox")
		.select("id")
		.where("state", "=", "vantar")
		.where("created_at", "<=", before)
		.execute();
	return rows.map(({ id }) => id);
}

/** Whose letter an address to unsubscribe was in, however old it is. */
export async function findLetterReader(
	db: Db | Tx,
	unsubscribeHash: string,
): Promise<{ letterId: number; personId: number; name: string; kommunId: number; kommunName: string } | undefined> {
	return db
		.selectFrom("outbox")
		.innerJoin("person", "person.id", "outbox.person_id")
		.innerJoin("kommun", "kommun.id", "outbox.kommun_id")
		.select([
			"outbox.id as letterId",
			"person.id as personId",
			"person.name",
			"kommun.id as kommunId",
			"kommun.name as kommunName",
		])
		.where("unsubscribe_hash", "=", unsubscribeHash)
		.executeTakeFirst();
}
