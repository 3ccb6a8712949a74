import type { IsoInstant } from "#app/domain/dates.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

export interface SessionRow {
	tokenHash: string;
	/** When the person signed in. */
	createdAt: IsoInstant;
	lastSeenAt: IsoInstant;
	expiresAt: IsoInstant;
	person: { id: number; name: string; email: string; isDemo: boolean };
}

/** The session behind a cookie with its person, whether still valid or not. */
export async function findSession(db: Db, tokenHash: string): Promise<SessionRow | undefined> {
	const row = await db
		.selectFrom("session")
		.innerJoin("person", "person.id", "session.person_id")
		.select([
			"session.created_at",
			"last_seen_at",
			"expires_at",
			"person.id",
			"person.name",
			"person.email",
			"person.is_demo",
		])
		.where("token_hash", "=", tokenHash)
		.executeTakeFirst();
	return (
		row && {
			tokenHash,
			createdAt: row.created_at,
			lastSeenAt: row.last_seen_at,
			expiresAt: row.expires_at,
			person: { id: row.id, name: row.name, email: row.email, isDemo: row.is_demo === 1 },
		}
	);
}

/** In how many browsers the person is signed in. */
export async function countSessions(db: Db, { personId, now }: { personId: number; now: IsoInstant }): Promise<number> {
	const row = await db
		.selectFrom("session")
		.select((eb) => eb.fn.countAll<number>().as("count"))
		.where("person_id", "=", personId)
		.where("expires_at", ">", now)
		.executeTakeFirstOrThrow();
	return row.count;
}

export async function insertSession(
	tx: Tx,
	session: { tokenHash: string; personId: number; now: IsoInstant; expiresAt: IsoInstant },
): Promise<void> {
	await tx
		.insertInto("session")
		.values({
			token_hash: session.tokenHash,
			person_id: session.personId,
			created_at: session.now,
			last_seen_at: session.now,
			expires_at: session.expiresAt,
		})
		.execute();
}

/** Notes that the session is in use. No audit: it changes nothing that anybody decided. */
export async function updateSessionSeen(db: Db, session: { tokenHash: string; now: IsoInstant }): Promise<void> {
	await db
		.updateTable("session")
		.set({ last_seen_at: session.now })
		.where("token_hash", "=", session.tokenHash)
		.execute();
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
	await tx.deleteFrom("session").where("token_hash", "=", tokenHash).execute();
}

/** Signs a person out everywhere, or everywhere but in one place. Returns how many sessions ended. */
export async function deleteSessionsOf(
	tx: Tx,
	{ personId, exceptTokenHash }: { personId: number; exceptTokenHash: string | null },
): Promise<number> {
	const result = await tx
		.deleteFrom("session")
		.where("person_id", "=", personId)
		.where("token_hash", "!=", exceptTokenHash ?? "")
		.executeTakeFirst();
	return Number(result.numDeletedRows);
}

export async function deleteExpiredSessions(tx: Tx, now: IsoInstant): Promise<void> {
	await tx.deleteFrom("session").where("expires_at", "<", now).execute();
}
