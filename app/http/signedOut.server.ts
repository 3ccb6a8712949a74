import { data } from "@remix-run/node";
import { containsPersonalNumber } from "#app/domain/personalData.ts";
import type { SignedOut } from "#app/domain/signedOut.ts";
import type { ErrorPage } from "./errorPage.server.ts";
import { refusal } from "./faults.server.ts";

const MESSAGE = "Du har blivit utloggad, så det du skrev är inte sparat. Det finns kvar här.";
const IN_PLACE =
	"Du har blivit utloggad, så det är inte sparat. Det du skrev finns kvar: logga in i en ny flik, kom tillbaka hit och " +
	"försök igen.";

/**
 * Answers a post by somebody whose session has ended, with nothing of what they typed lost. A page that is open in the
 * browser gets the refusal beside its form, which stays as it is; a browser that posts without JavaScript would lose the
 * page, and gets one that has it all.
 *
 * @throws an error page, 401, with {@link SignedOut}
 */
export function answerSignedOut({ request, url, form }: { request: Request; url: URL; form: FormData }) {
	const isPageWanted = request.headers.get("Accept")?.includes("text/html") ?? false;
	if (isPageWanted) throw data<ErrorPage & SignedOut>({ message: MESSAGE, ...keptOf(form, url) }, { status: 401 });
	return refusal(form, { status: 401, errors: [{ field: null, message: IN_PLACE }] });
}

function keptOf(form: FormData, url: URL): SignedOut {
	const all = [...form];
	const shown = all.filter((field): field is [string, string] => isShown(field));
	return {
		texts: shown.map(([, value]) => value.trim()).filter((value) => /\s/.test(value)),
		again: shown.length === all.length ? { to: url.pathname + url.search, fields: shown } : null,
	};
}

/** The same that a refused form never shows again: see `faults.server.ts`. */
function isShown([name, value]: [string, FormDataEntryValue]): boolean {
	return typeof value === "string" && !/password/i.test(name) && !containsPersonalNumber(value);
}
