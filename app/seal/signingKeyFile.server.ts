import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { newPrivateKeyPem, type SigningKey, signingKeyFromPem } from "./seal.server.ts";

/** The key file is there but cannot be used, or none can be made. The message is Swedish, for whoever runs the instance. */
export class SigningKeyFault extends Error {
	constructor(message: string) {
		super(message);
		this.name = "SigningKeyFault";
	}
}

const OWNER_ONLY = 0o600;
/** How a file system without hard links refuses one. */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * The instance's key from its file (PKCS#8 PEM), which is made at the first start, readable by its owner only. Processes
 * that start at the same moment end with the same key. A key that is lost is replaced by a new one at the next start;
 * what the old one signed is still verified by its public key, which the database keeps.
 *
 * @throws SigningKeyFault when the file is damaged, is another kind of key, or cannot be read or written
 */
export function loadSigningKey(path: string): SigningKey {
	const found = readKey(path);
	if (found !== undefined) return keyIn(found, path);
	makeKeyFile(path);
	return keyIn(readKey(path) ?? "", path);
}

function readKey(path: string): string | undefined {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		if (codeOf(error) === "ENOENT") return undefined;
		throw new SigningKeyFault(
			`nyckelfilen ${path} går inte att läsa (${codeOf(error)}). Låt kontot som kör tjänsten få läsa den.`,
		);
	}
}

function keyIn(pem: string, path: string): SigningKey {
	try {
		return signingKeyFromPem(pem);
	} catch {
		throw new SigningKeyFault(
			`nyckelfilen ${path} är skadad eller ingen Ed25519-nyckel. Återställ den från en säkerhetskopia, eller flytta undan ` +
				"den så görs en ny. Det som redan är signerat går ändå att kontrollera.",
		);
	}
}

/** Written whole under another name and then linked, which fails when there is one: nobody ever sees half a key. */
function makeKeyFile(path: string): void {
	const unfinished = `${path}.${randomUUID()}`;
	try {
		writeWhole(unfinished);
		publish(unfinished, path);
	} catch (error) {
		if (codeOf(error) !== "EEXIST")
			throw new SigningKeyFault(`nyckelfilen ${path} går inte att skriva (${codeOf(error)}). Finns mappen?`);
	} finally {
		rmSync(unfinished, { force: true });
	}
}

function writeWhole(path: string): void {
	const file = openSync(path, "wx", OWNER_ONLY);
	try {
		writeFileSync(file, newPrivateKeyPem());
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

function publish(unfinished: string, path: string): void {
	try {
		linkSync(unfinished, path);
	} catch (error) {
		if (!NO_LINKS.has(codeOf(error))) throw error;
		writeFileSync(path, readFileSync(unfinished), { flag: "wx", mode: OWNER_ONLY });
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
