import { createHash } from "node:crypto";
import { isKnown } from "#app/http/etag.server.ts";
import { openFile } from "#app/http/fileGuards.server.ts";
import { hashToken } from "#app/http/token.server.ts";
import type { KalenderEvent } from "#app/kalender/event.ts";
import { findKalenderEvents } from "#app/kalender/findKalender.server.ts";
import { kalenderIcs } from "#app/outputs/kalenderIcs.server.ts";
import { findPersonOfKalenderlank } from "#db/kalenderlank.server.ts";

const GONE = "Kalendern finns inte. Adressen är borttagen eller utbytt. Skapa en ny under Mitt konto i Löfteskoll.\n";

/**
 * A person's calendar, for programs that read it by themselves: whoever has the address may read, and nobody else
 * (decision 0017). No session is asked for and none is begun.
 */
export const loader = openFile(async ({ db, params, request, origin, now }) => {
	const personId = await findPersonOfKalenderlank(db, hashToken(params.token ?? ""));
	if (personId === undefined) return answer(GONE, { status: 404, type: "text/plain", cache: "no-store" });
	const events = await findKalenderEvents(db, { personId, now });
	const etag = markOf(events, origin);
	const headers = { ETag: `W/${etag}` };
	if (isKnown(request.headers.get("If-None-Match"), etag))
		return answer(null, { status: 304, type: null, cache: CACHE, headers });
	const text = kalenderIcs(events, { origin, stamp: now });
	return answer(text, { status: 200, type: "text/calendar", cache: CACHE, headers });
});

/** Kept by the one who reads it alone, and asked about each time. */
const CACHE = "private, no-cache";

/** Of what it says and not of the text, which tells when it was made and takes longer to write than all else. */
function markOf(events: readonly KalenderEvent[], origin: string): string {
	return `"${createHash("sha256")
		.update(JSON.stringify([origin, events]))
		.digest("base64url")}"`;
}

function answer(
	body: string | null,
	{
		status,
		type,
		cache,
		headers,
	}: { status: number; type: string | null; cache: string; headers?: Record<string, string> },
): Response {
	return new Response(body, {
		status,
		headers: {
			...(type && { "Content-Type": `${type}; charset=utf-8` }),
			"Cache-Control": cache,
			"X-Robots-Tag": "noindex",
			...headers,
		},
	});
}
