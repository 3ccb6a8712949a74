import { createHash } from "node:crypto";
import { PUBLIC_CACHE } from "#app/domain/publicCache.ts";

/**
 * For what is the same for everybody and holds until the next publication: the answer may lie in caches for a while, and one
 * that the asker has already is 304 without a body. The mark is weak: the same bytes travel compressed in more than one way.
 * RFC 9110, 8.8.1, 8.8.3 and 13.1.2.
 */
export async function asPublicFile(request: Request, response: Response): Promise<Response> {
	const bytes = new Uint8Array(await response.arrayBuffer());
	const etag = `"${createHash("sha256").update(bytes).digest("hex")}"`;
	const headers = new Headers(response.headers);
	headers.set("Cache-Control", PUBLIC_CACHE);
	headers.set("ETag", `W/${etag}`);
	if (!isKnown(request.headers.get("If-None-Match"), etag))
		return new Response(bytes, { status: response.status, headers });
	for (const name of ["Content-Type", "Content-Disposition"]) headers.delete(name);
	return new Response(null, { status: 304, headers });
}

/**
 * Whether the asker has it already, by a weak comparison: what is weak of the two does not matter.
 *
 * @param etag in its strong form, with its quotation marks
 */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
	const known = (ifNoneMatch ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
	return known.includes("*") || known.includes(etag);
}
