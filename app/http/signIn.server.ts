import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "#db/connection.server.ts";
import { findPersonByEmail, type PersonWithPassword } from "#db/person.server.ts";
import { isRightPassword } from "./password.server.ts";
import type { RuntimeSettings } from "./runtime.server.ts";

const WINDOW_SECONDS = 15 * 60;
/** Tries per window: one account from one address, and all accounts from one address (a whole office shares one). */
const limits = {
	account: new RateLimiterMemory({ keyPrefix: "account", points: 10, duration: WINDOW_SECONDS }),
	address: new RateLimiterMemory({ keyPrefix: "address", points: 100, duration: WINDOW_SECONDS }),
};

export type SignInOutcome =
	| { is: "right"; personId: number }
	| { is: "wrong" }
	| { is: "throttled"; retryAfterSeconds: number };

/**
 * Compares e-mail and password. Neither the answer nor the time it takes tells whether the account exists, and a demo
 * account is as good as none outside the demo. After ten tries for an account from one address the password is not
 * even looked at until the window has passed.
 */
export async function checkSignIn(
	db: Db,
	attempt: { email: string; password: string; clientIp: string; mode: RuntimeSettings["mode"] },
): Promise<SignInOutcome> {
	const accountKey = `${attempt.clientIp} ${attempt.email}`;
	try {
		await limits.address.consume(attempt.clientIp);
		await limits.account.consume(accountKey);
	} catch (refused) {
		if (!(refused instanceof RateLimiterRes)) throw refused;
		return { is: "throttled", retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1000) };
	}
	const person = await findPersonByEmail(db, attempt.email);
	const passwordHash = person && maySignIn(person, attempt.mode) ? person.passwordHash : null;
	const isRight = await isRightPassword(attempt.password, passwordHash);
	if (!isRight || !person) return { is: "wrong" };
	await limits.account.delete(accountKey);
	return { is: "right", personId: person.id };
}

function maySignIn(person: PersonWithPassword, mode: RuntimeSettings["mode"]): boolean {
	return mode === "demo" || !person.isDemo;
}
