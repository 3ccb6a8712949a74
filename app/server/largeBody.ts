import type { Request, RequestHandler, Response } from "express";
import { LARGEST_REPORT_FILE } from "#app/domain/verdict.ts";
import { LARGEST_IMPORT_FILE } from "#app/import/content.ts";

const MB = 1024 * 1024;
const LARGEST_FORM = 2 * MB;
/** The pages that take a file. Each says in words what is too large: `?fel=storlek`. */
const FILE_PAGES = [
	/^\/kontrollera\/?$/,
	/^\/intern\/[^/]+\/import\/?$/,
	// With JavaScript too, so that a text that was pasted stays in its field when something is refused.
	/^\/intern\/[^/]+\/dokument\/nytt(\.data|\/)?$/,
];
/** With room for what a form writes around the file. */
const LARGEST_FILE_FORM = Math.max(LARGEST_REPORT_FILE, LARGEST_IMPORT_FILE) + MB / 16;
/** What is too large is read and thrown away, up to here: a browser that is cut off shows no answer, only that it was. */
const MOST_READ = 64 * MB;

const FORM_TOO_LARGE = `Ett formulär får vara högst ${LARGEST_FORM / MB} MB. Gå tillbaka, så finns det du skrev kvar, korta ner det och skicka igen.`;

/**
 * A form says how long it is. One that does not is not read at all; one that is too long is read past without keeping any
 * of it, and told so in words.
 *
 * @param errorPage the app's error page with a status and a message, as HTML
 */
export function refuseLargeBody(errorPage: (status: number, message: string) => Promise<string>): RequestHandler {
	return (request, response, next) => {
		if (request.method === "GET" || request.method === "HEAD") return next();
		const length = request.get("Content-Length");
		const isFilePage = FILE_PAGES.some((page) => page.test(request.path));
		if (length === undefined && request.get("Transfer-Encoding") !== undefined)
			response.status(411).type("text").send("Begäran måste ange sin längd.");
		else if (Number(length ?? 0) <= (isFilePage ? LARGEST_FILE_FORM : LARGEST_FORM)) next();
		else
			readPast(request, response, async () => {
				if (isFilePage) response.redirect(303, `${request.path}?fel=storlek`);
				else
					response
						.status(413)
						.type("html")
						.send(await errorPage(413, FORM_TOO_LARGE));
			}).catch((error) => {
				if (!request.errored) next(error);
			});
	};
}

/** Answers when everything has come, or enough of it. Whoever hangs up before gets none. */
async function readPast(request: Request, response: Response, answer: () => Promise<void>): Promise<void> {
	let bytes = 0;
	for await (const chunk of request.iterator({ destroyOnReturn: false })) {
		bytes += chunk.length;
		if (bytes < MOST_READ) continue;
		response.set("Connection", "close");
		break;
	}
	await answer();
}
