import { canonicalJson } from "./canonicalJson.ts";
import { sha256Hex } from "./seal.server.ts";

/** What a report's `.json` file says it is. */
export const FILE_FORMAT = "lofteskoll-fil/1";

/** A report's content with its seal. */
export interface Sealed {
	/** The content, or its canonical JSON as it was signed. */
	content: string | object;
	/** Hex SHA-256 of the canonical content's UTF-8 bytes. */
	sha256: string;
	/** Hex Ed25519 signature of the same bytes. */
	signature: string;
	keyId: string;
}

/** The `.json` file of a signed report: one line of canonical JSON, which {@link verifyFile} knows again to the byte. */
export function sealFile({ content, sha256, signature, keyId }: Sealed): string {
	return fileOf(content, { sha256, signature, keyId });
}

/** The `.json` file of a report that nobody has signed yet: the same form, and a check says that it is not signed. */
export function unsealedFile(content: string | object): string {
	const text = typeof content === "string" ? content : canonicalJson(content);
	return fileOf(text, { sha256: sha256Hex(text), signature: null, keyId: null });
}

/** Canonical JSON puts the keys in this order. What was signed is put in as it is, never read and written anew. */
function fileOf(
	content: string | object,
	{ sha256, signature, keyId }: { sha256: string; signature: string | null; keyId: string | null },
): string {
	const text = typeof content === "string" ? content : canonicalJson(content);
	const rest = canonicalJson({ format: FILE_FORMAT, keyId, sha256, signature });
	return `{"content":${text},${rest.slice(1)}`;
}
