import type { AppLoadContext, EntryContext, HandleDataRequestFunction, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { NonceContext } from "#app/features/NonceContext.ts";
import { clockFor, type RuntimeSettings, runtime, startRuntime } from "#app/http/runtime.server.ts";
import { openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";

/** Opens and migrates the database that every request uses. Called once by the web server before it listens. */
export async function boot(settings: RuntimeSettings & { databasePath: string }): Promise<void> {
	const db = openDatabase(settings.databasePath);
	await migrateToLatest(db);
	startRuntime({ db, settings, clock: clockFor(settings) });
}

/** Closes the database when the last request has been answered. */
export async function shutdown(): Promise<void> {
	await runtime().db.destroy();
}

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
	return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

export const handleDataRequest: HandleDataRequestFunction = (response) => {
	keepOutOfCaches(response.headers);
	return response;
};

/** Only the unexpected reaches this; refusals are answers. The person sees a page that tells nothing of the cause. */
export const handleError: HandleErrorFunction = (error, { request }) => {
	if (!request.signal.aborted && !isRouteErrorResponse(error))
		console.error(new Date().toISOString(), request.method, new URL(request.url).pathname, error);
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

/** Pages differ with who asks, and nothing of them may remain in the browser after signing out. */
function keepOutOfCaches(headers: Headers): void {
	if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
}
