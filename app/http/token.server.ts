import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** 256 random bits for a session cookie or an invitation link. */
export function newToken(): string {
	return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What the database keeps instead of the token. A plain digest is enough for a random value that nobody can guess. */
export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("base64url");
}
