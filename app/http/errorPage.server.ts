import { data } from "@remix-run/node";

/** What root's error page shows under its heading. Only what is written for people ends up in one. */
export interface ErrorPage {
	message: string;
}

/** To throw: ends the request with an error page that says this. */
export function errorPage(status: number, message: string) {
	return data<ErrorPage>({ message }, { status });
}

/** To throw when a form's `intent` is nothing that the page does: a page older than the app, or no form of ours. */
export function unknownIntent() {
	return errorPage(400, "Formuläret är inte komplett. Ladda om sidan och försök igen.");
}
