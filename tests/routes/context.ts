import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { IsoInstant } from "#app/domain/dates.ts";
import type { Role } from "#app/domain/permissions.ts";
import { clockFor, type RuntimeSettings, runtime, startRuntime } from "#app/http/runtime.server.ts";
import { beginSession } from "#app/http/session.server.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { testSigningKey } from "#tests/factories/signingKey.ts";

/** Where the tests' requests go; production mode, so that cookies and the origin check are the real ones. */
export const ORIGIN = "https://lofteskoll.example";
export const SESSION_SECRET = "s".repeat(32);
/** 15 October 2018, 14.00 in Sweden: the real documents are in force. */
export const NOW: IsoInstant = "2018-10-15T12:00:00.000Z";

/** What a loader or action answered, however it said so: by return, `data()`, redirect or a thrown response. */
export interface Answer {
	status: number;
	/** The data of the page or the text of an error page. */
	body: unknown;
	location: string | null;
	headers: Headers;
}

interface Call {
	/** With the query, e.g. `/intern/savsjo?period=2018-T3`. */
	path: string;
	params?: Record<string, string>;
	cookie?: string;
	/** Where the request comes from, for what is counted per address. */
	clientIp?: string;
	/** Replaces or (null) removes a header that a browser would send. */
	headers?: Record<string, string | null>;
}

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

/** Starts the runtime on a database with a clock that stands at `now`. */
export function startTestRuntime({
	db,
	now = NOW,
	mode = "production",
	sendsLetters = true,
}: {
	db: Db;
	now?: IsoInstant;
	mode?: RuntimeSettings["mode"];
	sendsLetters?: boolean;
}): void {
	const demoDate = "2018-10-15";
	const settings: RuntimeSettings = { mode, sessionSecret: SESSION_SECRET, origin: ORIGIN, demoDate, sendsLetters };
	startRuntime({ db, settings, signingKey: testSigningKey(), clock: mode === "demo" ? clockFor(settings) : () => now });
}

/**
 * A new person with these roles in the kommun, signed in. Starts the runtime on the database unless it runs there already.
 *
 * @returns the `cookie` for callLoader and callAction, and the `actor` for commands
 */
export async function signedIn({
	db,
	roles,
	kommun,
	email,
	now,
}: {
	db: Db;
	roles: readonly Role[];
	kommun: { id: number };
	email?: string;
	now?: IsoInstant;
}): Promise<{ cookie: string; personId: number; actor: Actor & { personId: number; kommunId: number } }> {
	if (!runsOn(db) || now) startTestRuntime({ db, ...(now && { now }) });
	const createdAt = runtime().clock();
	const { id: personId } = await db
		.insertInto("person")
		.values({ email: email ?? `${crypto.randomUUID()}@exempel.se`, name: roles.join(" "), created_at: createdAt })
		.returning("id")
		.executeTakeFirstOrThrow();
	for (const role of roles)
		await db
			.insertInto("membership")
			.values({ person_id: personId, kommun_id: kommun.id, role, created_at: createdAt })
			.execute();
	return {
		cookie: await cookieOf(personId),
		personId,
		actor: { personId, kommunId: kommun.id, now: createdAt },
	};
}

/** Signs an existing person in, past the password. */
export async function cookieOf(personId: number): Promise<string> {
	const setCookie = await beginSession(new Request(ORIGIN), { personId, by: "password" });
	return setCookie.split(";")[0] ?? "";
}

/** Calls a loader with a GET, as a browser would. */
export function callLoader(loader: Handler, call: Call): Promise<Answer> {
	return answerOf(loader, { request: new Request(new URL(call.path, ORIGIN), { headers: headersOf(call) }), call });
}

/**
 * Calls an action with a posted form, as a browser would from our own page. A field with several values is an array; a form
 * with a file is given whole, as `multipart`.
 */
export function callAction(
	action: Handler,
	call: Call & { fields?: Record<string, string | readonly string[]>; multipart?: FormData },
): Promise<Answer> {
	const body = call.multipart ?? new URLSearchParams();
	for (const [name, value] of Object.entries(call.fields ?? {}))
		for (const each of typeof value === "string" ? [value] : value) body.append(name, each);
	const headers = headersOf({ ...call, headers: { Origin: ORIGIN, "Sec-Fetch-Site": "same-origin", ...call.headers } });
	const request = new Request(new URL(call.path, ORIGIN), { method: "POST", headers, body });
	return answerOf(action, { request, call });
}

function headersOf({ cookie, headers }: Call): Headers {
	const result = new Headers(cookie ? { Cookie: cookie } : {});
	for (const [name, value] of Object.entries(headers ?? {})) if (value !== null) result.set(name, value);
	return result;
}

async function answerOf(handler: Handler, { request, call }: { request: Request; call: Call }): Promise<Answer> {
	const context = { cspNonce: "", clientIp: call.clientIp ?? "192.0.2.1" };
	try {
		return await read(await handler({ request, params: call.params ?? {}, context }));
	} catch (thrown) {
		if (thrown instanceof Response || isDataWithInit(thrown)) return read(thrown);
		throw thrown;
	}
}

async function read(value: unknown): Promise<Answer> {
	if (value instanceof Response) {
		const text = await value.text();
		const isJson = value.headers.get("Content-Type")?.startsWith("application/json");
		return {
			status: value.status,
			body: isJson ? JSON.parse(text) : text,
			location: value.headers.get("Location"),
			headers: value.headers,
		};
	}
	if (isDataWithInit(value)) {
		const headers = new Headers(value.init?.headers);
		return { status: value.init?.status ?? 200, body: value.data, location: headers.get("Location"), headers };
	}
	return { status: 200, body: value, location: null, headers: new Headers() };
}

function isDataWithInit(value: unknown): value is { data: unknown; init: ResponseInit | null } {
	return typeof value === "object" && value !== null && "type" in value && value.type === "DataWithResponseInit";
}

function runsOn(db: Db): boolean {
	try {
		return runtime().db === db;
	} catch {
		return false;
	}
}
