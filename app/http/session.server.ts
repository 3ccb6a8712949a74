import { createHmac } from "node:crypto";
import { addHours, type IsoInstant } from "#app/domain/dates.ts";
import { command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import {
	deleteExpiredSessions,
	deleteSession,
	findSession,
	insertSession,
	type SessionRow,
	updateSessionSeen,
} from "#db/session.server.ts";
import { isStorageFault } from "#db/storageFault.server.ts";
import { type RuntimeSettings, runtime } from "./runtime.server.ts";
import { newToken } from "./token.server.ts";

const IDLE_HOURS = 8;
const ABSOLUTE_HOURS = 7 * 24;
/** Saves a write on every page: being seen is noted this often. */
const SEEN_EVERY_HOURS = 0.1;

/**
 * The valid session that the request's cookie names, if any. A session ends after 8 hours without a request and 7 days
 * after it began. A demo account has none outside the demo, whatever the database holds.
 */
export async function findValidSession(request: Request): Promise<SessionRow | undefined> {
	const { db, settings, clock } = runtime();
	const tokenHash = sessionHashOf(request, settings);
	const session = tokenHash && (await findSession(db, tokenHash));
	if (!session || (session.person.isDemo && settings.mode !== "demo")) return undefined;
	const now = clock();
	if (session.expiresAt <= now || addHours(session.lastSeenAt, IDLE_HOURS) <= now) return undefined;
	if (addHours(session.lastSeenAt, SEEN_EVERY_HOURS) <= now) await noteSeen(db, { tokenHash: session.tokenHash, now });
	return session;
}

/** Pages can still be read where nothing can be written. */
async function noteSeen(db: Db, session: { tokenHash: string; now: IsoInstant }): Promise<void> {
	try {
		await updateSessionSeen(db, session);
	} catch (error) {
		if (!isStorageFault(error)) throw error;
		console.error(session.now, error);
	}
}

/**
 * Signs a person in with a new token; the one the browser had before ends, so that nobody can have planted it.
 *
 * @returns the `Set-Cookie` value
 */
export async function beginSession(
	request: Request,
	{ personId, by }: { personId: number; by: "password" | "demo" | "inbjudan" },
): Promise<string> {
	const { db, settings, clock } = runtime();
	const now = clock();
	const token = newToken();
	const replaced = sessionHashOf(request, settings);
	await command(db, { personId, kommunId: null, now }, async (tx) => {
		await deleteExpiredSessions(tx, now);
		if (replaced) await deleteSession(tx, replaced);
		await insertSession(tx, {
			tokenHash: hashSessionToken(token, settings),
			personId,
			now,
			expiresAt: addHours(now, ABSOLUTE_HOURS),
		});
		return {
			result: undefined,
			audit: [{ action: "session.began", entity: "session", entityId: null, detail: { by } }],
		};
	});
	return cookie(settings, { value: token, maxAge: ABSOLUTE_HOURS * 3600 });
}

/** Signs out here. @returns the `Set-Cookie` value that makes the browser forget */
export async function endSession(
	db: Db,
	{ session, now }: { session: SessionRow | undefined; now: IsoInstant },
): Promise<string> {
	if (session)
		await command(db, { personId: session.person.id, kommunId: null, now }, async (tx) => {
			await deleteSession(tx, session.tokenHash);
			return {
				result: undefined,
				audit: [{ action: "session.ended", entity: "session", entityId: null, detail: {} }],
			};
		});
	return forgetSession();
}

/** The `Set-Cookie` value that makes the browser forget its session. */
export function forgetSession(): string {
	return cookie(runtime().settings, { value: "", maxAge: 0 });
}

/** Keyed with SESSION_SECRET: a copied database alone signs nobody in, and a new secret signs everybody out. */
function hashSessionToken(token: string, settings: RuntimeSettings): string {
	return createHmac("sha256", settings.sessionSecret).update(token).digest("base64url");
}

function sessionHashOf(request: Request, settings: RuntimeSettings): string | undefined {
	const prefix = `${cookieName(settings)}=`;
	const pair = (request.headers.get("Cookie") ?? "").split(/; */).find((part) => part.startsWith(prefix));
	const token = pair?.slice(prefix.length);
	return token ? hashSessionToken(token, settings) : undefined;
}

function cookie(settings: RuntimeSettings, { value, maxAge }: { value: string; maxAge: number }): string {
	const secure = isHttps(settings) ? "; Secure" : "";
	return `${cookieName(settings)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}

/** The prefix makes browsers refuse the cookie from a neighbouring domain or over http. */
function cookieName(settings: RuntimeSettings): string {
	return isHttps(settings) ? "__Host-lofteskoll" : "lofteskoll";
}

function isHttps(settings: RuntimeSettings): boolean {
	return settings.origin?.startsWith("https://") ?? false;
}
