import type { AndradReason, OkandReason } from "#app/domain/verdict.ts";
import { canonicalJson, DEEPEST } from "./canonicalJson.ts";
import { isSignedBy, sha256Hex } from "./seal.server.ts";
import { FILE_FORMAT } from "./sealedFile.server.ts";

/** What a check of a file found. Only `akta` says anything of the content. */
export type Verification =
	| { verdict: "akta"; content: Record<string, unknown>; sha256: string; keyId: string }
	| { verdict: "andrad"; reason: AndradReason }
	| { verdict: "okand"; reason: OkandReason };

interface Envelope {
	content: Record<string, unknown>;
	keyId: string;
	sha256: string;
	signature: string;
}

const KEYS = "content,format,keyId,sha256,signature";
/** Files that are not sealed may be a report's bare content. */
const OUR_FORMAT = /^lofteskoll-/;
const OUR_MARK = Buffer.from(`"format":"lofteskoll-`);

/**
 * Checks a report's file. Strict: the bytes must be exactly those that {@link sealFile} wrote, the canonical form of
 * their content, so that nothing can be hidden in a spelling (a key twice, white space, another case) that
 * another program reads otherwise. Any bytes can be handed in; none are trusted before their signature holds.
 *
 * @param findPublicKey the public key (PEM) with an id, when it is one of ours
 */
export function verifyFile(
	bytes: Uint8Array,
	{ findPublicKey }: { findPublicKey: (keyId: string) => string | undefined },
): Verification {
	const parsed = parse(bytes);
	if (parsed === undefined) return Buffer.from(bytes).includes(OUR_MARK) ? andrad("unreadable") : okand("notOurs");
	if (!isObject(parsed) || typeof parsed.format !== "string" || !OUR_FORMAT.test(parsed.format))
		return okand("notOurs");
	if (isUnsigned(parsed)) return okand("unsigned");
	if (!isEnvelope(parsed)) return andrad("rewritten");
	const canonical = canonicalOf(parsed);
	if (canonical === undefined) return andrad("content");
	if (sha256Hex(canonical.content) !== parsed.sha256) return andrad("content");
	const publicKey = findPublicKey(parsed.keyId);
	if (publicKey === undefined) return okand("unknownKey");
	if (!isSignedBy(publicKey, { text: canonical.content, signature: parsed.signature })) return andrad("signature");
	if (!Buffer.from(canonical.file, "utf8").equals(bytes)) return andrad("rewritten");
	return { verdict: "akta", content: parsed.content, sha256: parsed.sha256, keyId: parsed.keyId };
}

function parse(bytes: Uint8Array): unknown {
	if (isTooDeep(bytes)) return undefined;
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
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

function canonicalOf(envelope: Envelope): { content: string; file: string } | undefined {
	try {
		return { content: canonicalJson(envelope.content), file: canonicalJson(envelope) };
	} catch {
		return undefined;
	}
}

function isUnsigned(parsed: Record<string, unknown>): boolean {
	return parsed.format !== FILE_FORMAT ? !("sha256" in parsed) : parsed.signature === null && parsed.keyId === null;
}

function isEnvelope(parsed: Record<string, unknown>): parsed is Record<string, unknown> & Envelope {
	return (
		parsed.format === FILE_FORMAT &&
		Object.keys(parsed).sort().join() === KEYS &&
		isObject(parsed.content) &&
		isHex(parsed.keyId, 16) &&
		isHex(parsed.sha256, 64) &&
		isHex(parsed.signature, 128)
	);
}

function isHex(value: unknown, length: number): value is string {
	return typeof value === "string" && value.length === length && /^[0-9a-f]+$/.test(value);
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
