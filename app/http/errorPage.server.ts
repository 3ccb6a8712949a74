import { data } from "@remix-run/node";

/** What root's error page shows under its heading. Only what is written for people ends up in one. */
export interface ErrorPage {
	message: string;
	/** The kommun of the address exists, and the reader may know it: the page may lead to what the kommun has instead. */
	isKommunKnown?: boolean;
}

/** To throw: ends the request with an error page that says this. */
export function errorPage(status: number, message: string, more: Omit<ErrorPage, "message"> = {}) {
	return data<ErrorPage>({ message, ...more }, { status });
}

/** To throw when a form's `intent` is nothing that the page does: a page older than the app, or no form of ours. */
export function unknownIntent() {
	return errorPage(400, "Formuläret är inte komplett. Ladda om sidan och försök igen.");
}
