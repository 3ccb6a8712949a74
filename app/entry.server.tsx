import { createHash } from "node:crypto";
import type { AppLoadContext, EntryContext, HandleDataRequestFunction, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { registerSigningKey } from "#app/commands/registerSigningKey.server.ts";
import type { IsoInstant } from "#app/domain/dates.ts";
import { NonceContext } from "#app/features/NonceContext.ts";
import { isKnown } from "#app/http/etag.server.ts";
import { loggedPath } from "#app/http/loggedPath.server.ts";
import { clockFor, type RuntimeSettings, runtime, startRuntime } from "#app/http/runtime.server.ts";
import type { SigningKey } from "#app/seal/seal.server.ts";
import { loadSigningKey } from "#app/seal/signingKeyFile.server.ts";
import type { MailSettings } from "#app/server/mail/mailSettings.ts";
import { createLetterWorker, type LetterWorker } from "#app/server/mail/worker.server.ts";
import { type Db, openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { isStorageFault } from "#db/storageFault.server.ts";

/** Sends the weekly letters, where it has been told how. */
let letters: LetterWorker | undefined;

/**
 * Opens and migrates the database that every request uses, reads the key that reports are signed with, and begins to send
 * letters where there is a mail server. Called once by the web server before it listens.
 */
export async function boot(
	settings: RuntimeSettings & { databasePath: string; signingKeyPath: string; mail: MailSettings | null },
): Promise<void> {
	const db = openDatabase(settings.databasePath);
	await migrateToLatest(db);
	const signingKey = loadSigningKey(settings.signingKeyPath);
	const clock = clockFor(settings);
	startRuntime({ db, settings, signingKey, clock });
	await keepPublicKey(db, { signingKey, now: clock() });
	const { mode, mail, origin } = settings;
	// The demo's people do not exist, and its clock stands still.
	if (mode !== "production" || !mail || !origin) return;
	letters = createLetterWorker({ db, mail, origin, clock });
	letters.start();
}

/** Pages can be read where nothing can be written, and a report that is signed brings its key. */
async function keepPublicKey(db: Db, { signingKey, now }: { signingKey: SigningKey; now: IsoInstant }): Promise<void> {
	try {
		await registerSigningKey(db, { personId: null, kommunId: null, now }, signingKey);
	} catch (error) {
		if (!isStorageFault(error)) throw error;
		console.error(now, error);
	}
}

/** Closes the database when the last request has been answered, and the letter under way sent. */
export async function shutdown(): Promise<void> {
	await letters?.stop();
	await runtime().db.destroy();
}

export { errorDocument } from "#app/http/errorDocument.server.ts";

/** Rendered whole, not streamed: no page is slow enough to gain, and it serves twice as many per second. */
export default async function handleDocumentRequest(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	{ cspNonce }: AppLoadContext,
): Promise<Response> {
	await readAhead(remixContext);
	const html = renderToString(
		<NonceContext.Provider value={cspNonce}>
			<RemixServer context={remixContext} url={request.url} nonce={cspNonce} />
		</NonceContext.Provider>,
	);
	headers.set("Content-Type", "text/html; charset=utf-8");
	keepOutOfCaches(headers);
	return unlessKnown(request, `<!DOCTYPE html>${html}`, { status, headers });
}

/** The data of a page may lie in caches as the page may. A refusal may not, though Remix gives it the page's headers. */
export const handleDataRequest: HandleDataRequestFunction = (response) => {
	if (!response.ok) response.headers.set("Cache-Control", "no-store");
	keepOutOfCaches(response.headers);
	return response;
};

/** Only the unexpected reaches this; refusals are answers. The person sees a page that tells nothing of the cause. */
export const handleError: HandleErrorFunction = (error, { request }) => {
	if (!request.signal.aborted && !isRouteErrorResponse(error))
		console.error(new Date().toISOString(), request.method, loggedPath(new URL(request.url).pathname), error);
};

/**
 * Remix hands the loaders' data to the browser in pieces, rendering one script as each piece arrives. All of it is there
 * already, so it is read before rendering, into the cache that Remix renders from: renderToString waits for nothing.
 */
async function readAhead({ serverHandoffStream, renderMeta }: EntryContext): Promise<void> {
	if (!serverHandoffStream || !renderMeta) return;
	const reader = serverHandoffStream.getReader();
	const decoder = new TextDecoder();
	let text = "";
	for (let piece = await reader.read(); !piece.done; piece = await reader.read())
		text += decoder.decode(piece.value, { stream: true });
	reader.releaseLock();
	const whole = Object.assign(Promise.resolve(), { result: { done: false, value: text } });
	const end = Object.assign(Promise.resolve(), { result: { done: true, value: "" } });
	renderMeta.streamCache = { 0: whole, 1: end };
}

/**
 * A page that may lie in caches carries a mark of its own HTML, and is not sent again to whoever has that already. The mark
 * is weak: the same HTML travels compressed in more than one way.
 */
function unlessKnown(
	request: Request,
	html: string,
	{ status, headers }: { status: number; headers: Headers },
): Response {
	const isPublic = status === 200 && headers.get("Cache-Control")?.startsWith("public");
	if (!isPublic) return new Response(html, { status, headers });
	const etag = `"${createHash("sha256").update(html).digest("base64url")}"`;
	headers.set("ETag", `W/${etag}`);
	if (!isKnown(request.headers.get("If-None-Match"), etag)) return new Response(html, { status, headers });
	headers.delete("Content-Type");
	return new Response(null, { status: 304, headers });
}

/** Pages differ with who asks, and nothing of them may remain in the browser after signing out. */
function keepOutOfCaches(headers: Headers): void {
	if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
}
