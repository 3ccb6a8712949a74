import { hash, verify } from "@node-rs/argon2";

/** OWASP Password Storage Cheat Sheet: argon2id (the library's own choice), 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What an unknown account is compared with, so that the answer takes as long as for a known one. */
const NOBODY = hash("no account has this password", PARAMETERS);

export function hashPassword(password: string): Promise<string> {
	return hash(plain(password), PARAMETERS);
}

/** @param passwordHash null when there is no account or no password; never right, but just as slow */
export async function isRightPassword(password: string, passwordHash: string | null): Promise<boolean> {
	const isRight = await verify(passwordHash ?? (await NOBODY), plain(password));
	return isRight && passwordHash !== null;
}

/** å typed on one keyboard is the å of another. */
function plain(password: string): string {
	return password.normalize("NFKC");
}
