import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isSignedBy, keyIdOf, sha256Hex } from "#app/seal/seal.server.ts";
import { loadSigningKey, SigningKeyFault } from "#app/seal/signingKeyFile.server.ts";

let folder: string;
let path: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "lofteskoll-nyckel-"));
	path = join(folder, "lofteskoll.sqlite.nyckel.pem");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function faultOf(work: () => unknown): string {
	try {
		work();
	} catch (error) {
		if (error instanceof SigningKeyFault) return error.message;
		throw error;
	}
	return "";
}

describe("the key file", () => {
	test("is made at the first start, for its owner's eyes only, and is the same key ever after", () => {
		const first = loadSigningKey(path);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(readFileSync(path, "utf8")).toMatch(/^-----BEGIN PRIVATE KEY-----/);
		expect(loadSigningKey(path)).toMatchObject({ id: first.id, publicKey: first.publicKey });
		expect(readdirSync(folder)).toEqual(["lofteskoll.sqlite.nyckel.pem"]);
	});

	test("signs so that the public key, and no other, verifies exactly that text", () => {
		const key = loadSigningKey(path);
		const text = "Sävsjö 2018: fem av sju nådda";
		const signature = key.sign(text);
		expect(signature).toMatch(/^[0-9a-f]{128}$/);
		expect(key.sign(text)).toBe(signature);
		expect(isSignedBy(key.publicKey, { text, signature })).toBe(true);
		expect(isSignedBy(key.publicKey, { text: `${text} `, signature })).toBe(false);
		expect(isSignedBy(loadSigningKey(`${path}2`).publicKey, { text, signature })).toBe(false);
	});

	test("has an id that follows from the public key, whatever its line endings", () => {
		const { id, publicKey } = loadSigningKey(path);
		expect(id).toBe(sha256Hex(publicKey).slice(0, 16));
		expect(keyIdOf(publicKey.replaceAll("\n", "\r\n"))).toBe(id);
	});

	test("that is lost becomes a new key, and what the old one signed is verified by its public key", () => {
		const old = loadSigningKey(path);
		const signature = old.sign("text");
		rmSync(path);
		expect(loadSigningKey(path).id).not.toBe(old.id);
		expect(isSignedBy(old.publicKey, { text: "text", signature })).toBe(true);
	});
});

describe("a key file that cannot be used is told in Swedish, with what to do, and is left as it is", () => {
	const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" });
	test.each([
		["an empty file", ""],
		["no key at all", "hej"],
		["half a key", "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw"],
		["another kind of key", String(rsa)],
	])("%s", (_what, content) => {
		writeFileSync(path, content);
		expect(faultOf(() => loadSigningKey(path))).toMatch(/skadad eller ingen Ed25519-nyckel\. Återställ den/);
		expect(readFileSync(path, "utf8")).toBe(content);
	});

	test("a folder in its place", () => {
		mkdirSync(path);
		expect(faultOf(() => loadSigningKey(path))).toContain("går inte att läsa (EISDIR)");
	});

	test("a folder that is not there", () => {
		expect(faultOf(() => loadSigningKey(join(folder, "saknas/nyckel.pem")))).toContain("går inte att skriva (ENOENT)");
	});

	// root may read everything.
	test.skipIf(process.getuid?.() === 0)("a file that somebody else owns", () => {
		loadSigningKey(path);
		chmodSync(path, 0);
		expect(faultOf(() => loadSigningKey(path))).toContain("går inte att läsa (EACCES)");
	});
});
