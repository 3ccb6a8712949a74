import {
	createHash,
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject,
	randomBytes,
	sign,
	verify,
} from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH } from "#app/domain/verificationCode.ts";

/** The instance's own key pair. The private key is on the server's disk beside the database, never in it. */
export interface SigningKey {
	/** The first 16 hex characters of the SHA-256 of the public key. */
	id: string;
	/** Ed25519, SPKI, PEM. */
	publicKey: string;
	/** @returns hex Ed25519 signature of the UTF-8 bytes of the text */
	sign(text: string): string;
}

const KEY_ID_LENGTH = 16;

/** Lowercase hex SHA-256 of the UTF-8 bytes of the text. */
export function sha256Hex(text: string): string {
	return createHash("sha256").update(text, "utf8").digest("hex");
}

/** A new random code of 80 bits, as stored: 16 characters without dashes. Nobody finds a report by guessing. */
export function newVerificationCode(): string {
	return Array.from(randomBytes(CODE_LENGTH), (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join("");
}

/** A new key pair, in memory only. Ed25519 signs the same text the same way every time. */
export function generateSigningKey(): SigningKey {
	return signingKeyOf(generateKeyPairSync("ed25519").privateKey);
}

/** A new private key as PKCS#8 PEM, for the file. */
export function newPrivateKeyPem(): string {
	return pem(generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));
}

/** @throws Error when the text is no private Ed25519 key in PEM */
export function signingKeyFromPem(privateKeyPem: string): SigningKey {
	const privateKey = createPrivateKey(privateKeyPem);
	if (privateKey.asymmetricKeyType !== "ed25519") throw new Error("not an Ed25519 key");
	return signingKeyOf(privateKey);
}

/**
 * The id of a public key in PEM, however its lines are broken.
 *
 * @throws Error when the text is no public Ed25519 key
 */
export function keyIdOf(publicKeyPem: string): string {
	const publicKey = createPublicKey(publicKeyPem);
	if (publicKey.asymmetricKeyType !== "ed25519") throw new Error("not an Ed25519 key");
	return sha256Hex(pem(publicKey.export({ type: "spki", format: "pem" }))).slice(0, KEY_ID_LENGTH);
}

/** Whether the key's owner has signed the text. The signature is 128 lowercase hex characters. */
export function isSignedBy(publicKeyPem: string, { text, signature }: { text: string; signature: string }): boolean {
	return verify(null, Buffer.from(text, "utf8"), createPublicKey(publicKeyPem), Buffer.from(signature, "hex"));
}

function signingKeyOf(privateKey: KeyObject): SigningKey {
	const publicKey = pem(createPublicKey(privateKey).export({ type: "spki", format: "pem" }));
	return {
		id: keyIdOf(publicKey),
		publicKey,
		sign: (text) => sign(null, Buffer.from(text, "utf8"), privateKey).toString("hex"),
	};
}

function pem(exported: string | Buffer): string {
	return exported.toString();
}
