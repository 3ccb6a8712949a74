import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Permission } from "#app/domain/permissions.ts";
import { errorDocument } from "./errorDocument.server.ts";
import { loggedPath } from "./loggedPath.server.ts";
import { type KommunContext, type OpenContext, open, protect } from "./protect.server.ts";

type Loader = (args: LoaderFunctionArgs | ActionFunctionArgs) => Promise<Response>;

/**
 * {@link protect} for an address where there is a file and no page. Whoever is not signed in is sent to sign in; every other
 * refusal is the app's error page as a whole document, since such a route has none of its own.
 */
export function protectFile(need: { may: Permission }, handler: (context: KommunContext) => Promise<Response>): Loader {
	return withErrorDocument(protect(need, handler));
}

/** {@link open} for a file that anybody may have; refusals as in {@link protectFile}. */
export function openFile(handler: (context: OpenContext) => Promise<Response>): Loader {
	return withErrorDocument(open(handler));
}

function withErrorDocument(loader: Loader): Loader {
	return async (args) => {
		try {
			return await loader(args);
		} catch (error) {
			if (error instanceof Response) throw error;
			if (isErrorPage(error)) return errorDocument(error.init?.status ?? 500, error.data.message);
			console.error(
				new Date().toISOString(),
				args.request.method,
				loggedPath(new URL(args.request.url).pathname),
				error,
			);
			return errorDocument(500, undefined);
		}
	};
}

/** What `errorPage()` makes. */
function isErrorPage(error: unknown): error is { data: { message: string }; init: { status?: number } | null } {
	if (typeof error !== "object" || error === null || !("type" in error) || !("data" in error)) return false;
	const { type, data } = error;
	return (
		type === "DataWithResponseInit" &&
		typeof data === "object" &&
		data !== null &&
		"message" in data &&
		typeof data.message === "string"
	);
}
