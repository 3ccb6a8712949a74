import type { AndradReason, OkandReason } from "#app/domain/verdict.ts";
import { canonicalJson, DEEPEST } from "./canonicalJson.ts";
import { isSignedBy, sha256Hex } from "./seal.server.ts";
import { FILE_FORMAT, sealFile } from "./sealedFile.server.ts";

/** What a check of a file found. Only `akta` says anything of the content. */
export type Verification =
	| { verdict: "akta"; content: Record<string, unknown>; sha256: string; keyId: string }
	| { verdict: "andrad"; reason: AndradReason }
	| { verdict: "okand"; reason: OkandReason };

/** Files that are not sealed may be a report's bare content. */
const OUR_FORMAT = /^lofteskoll-/;
const OUR_MARK = Buffer.from('"format":"lofteskoll-');
/** How a file begins and ends; between the two stands the canonical content. */
const BEGINNING = Buffer.from('{"content":');
const END = new RegExp(
	`^,"format":"${FILE_FORMAT}","keyId":"([0-9a-f]{16})","sha256":"([0-9a-f]{64})","signature":"([0-9a-f]{128})"}$`,
);
const END_LENGTH = sealFile({
	content: "",
	keyId: "0".repeat(16),
	sha256: "0".repeat(64),
	signature: "0".repeat(128),
}).slice(BEGINNING.length).length;

/**
 * Checks a report's file. Strict: the bytes must be exactly those that {@link sealFile} wrote, the canonical form of
 * their content, so that nothing can be hidden in a spelling (a key twice, white space, another case) that
 * another program reads otherwise. Any bytes can be handed in; what stands in them is not looked at before the signature
 * holds, other than to say what is wrong.
 *
 * @param findPublicKey the public key (PEM) with an id, when it is one of ours
 */
export function verifyFile(
	bytes: Uint8Array,
	{ findPublicKey }: { findPublicKey: (keyId: string) => string | undefined },
): Verification {
	const seal = sealIn(bytes);
	if (!seal) return notSealed(bytes);
	const { text, keyId, sha256, signature } = seal;
	if (sha256Hex(text) !== sha256) return andrad("content");
	const publicKey = findPublicKey(keyId);
	if (publicKey === undefined) return okand("unknownKey");
	if (!isSignedBy(publicKey, { text, signature })) return andrad("signature");
	const content = parse(Buffer.from(text));
	if (!isObject(content) || !isCanonical(content, text)) return andrad("rewritten");
	return { verdict: "akta", content, sha256, keyId };
}

/** The content as text, and its seal, out of a file that is written as ours are. */
function sealIn(bytes: Uint8Array) {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = file.length - END_LENGTH;
	if (end < BEGINNING.length || !file.subarray(0, BEGINNING.length).equals(BEGINNING)) return undefined;
	const [, keyId, sha256, signature] = END.exec(file.toString("latin1", end)) ?? [];
	const text = textOf(file.subarray(BEGINNING.length, end));
	if (text === undefined || !keyId || !sha256 || !signature) return undefined;
	return { text, keyId, sha256, signature };
}

/** What the file is instead, as far as can be told. */
function notSealed(bytes: Uint8Array): Verification {
	const parsed = parse(bytes);
	if (parsed === undefined) return Buffer.from(bytes).includes(OUR_MARK) ? andrad("unreadable") : okand("notOurs");
	if (!isObject(parsed) || typeof parsed.format !== "string" || !OUR_FORMAT.test(parsed.format))
		return okand("notOurs");
	return isUnsigned(parsed) ? okand("unsigned") : andrad("rewritten");
}

function isUnsigned(parsed: Record<string, unknown>): boolean {
	return parsed.format !== FILE_FORMAT ? !("sha256" in parsed) : parsed.signature === null && parsed.keyId === null;
}

function isCanonical(content: object, text: string): boolean {
	try {
		return canonicalJson(content) === text;
	} catch {
		return false;
	}
}

function parse(bytes: Uint8Array): unknown {
	if (isTooDeep(bytes)) return undefined;
	try {
		return JSON.parse(textOf(bytes)?.replace(/^\ufeff/, "") ?? "");
	} catch {
		return undefined;
	}
}

/** With a byte order mark, which is a character too; undefined when it is not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');

/** Looked at before it is parsed, which takes seconds for millions of lists in one another. */
function isTooDeep(bytes: Uint8Array): boolean {
	let depth = 0;
	let isInText = false;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at];
		if (isInText && byte === BACKSLASH) at++;
		else if (byte === QUOTE) isInText = !isInText;
		else if (isInText) continue;
		else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
		else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
		if (depth > DEEPEST) return true;
	}
	return false;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function andrad(reason: AndradReason): Verification {
	return { verdict: "andrad", reason };
}

function okand(reason: OkandReason): Verification {
	return { verdict: "okand", reason };
}
