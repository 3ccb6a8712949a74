import { data } from "@remix-run/node";
import { Fault, type FaultCode, MissingRapport } from "#app/domain/fault.ts";
import type { FormRefusal } from "#app/domain/formRefusal.ts";
import { containsPersonalNumber } from "#app/domain/personalData.ts";
import { isStorageFault } from "#db/storageFault.server.ts";
import { errorPage } from "./errorPage.server.ts";
import { InvalidForm } from "./forms.server.ts";

/** The one table from the reason of a refusal to its HTTP status. */
const STATUS: Record<FaultCode, number> = { not_found: 404, forbidden: 403, invalid: 400, conflict: 409 };

/** For a loader: the refusal as a page with the right status. Anything unexpected is handed back untouched. */
export function asErrorPage(error: unknown): unknown {
	if (error instanceof InvalidForm) return errorPage(400, error.errors.map(({ message }) => message).join(" "));
	if (error instanceof MissingRapport) return errorPage(404, error.message, { isKommunKnown: true });
	return error instanceof Fault ? errorPage(STATUS[error.code], error.message) : error;
}

/**
 * For an action: the refusal as data beside what was typed, to show in the same form.
 *
 * @throws the error itself when it is not an expected refusal
 */
export function asFormRefusal(error: unknown, form: FormData) {
	if (error instanceof InvalidForm) return refusal(form, { errors: error.errors, status: 400 });
	if (error instanceof Fault)
		return refusal(form, {
			errors: [{ field: error.field ?? null, message: error.message }],
			status: STATUS[error.code],
		});
	if (isStorageFault(error)) {
		console.error(new Date().toISOString(), error);
		return refusal(form, { errors: [{ field: null, message: NOT_SAVED }], status: 503 });
	}
	throw error;
}

const NOT_SAVED =
	"Det gick inte att spara just nu. Ingenting har ändrats, och det du skrev finns kvar. Försök igen om en stund.";

/** An action's own refusal, with a status that no fault has (401, 429). */
export function refusal(
	form: FormData,
	{ errors, status, headers }: { errors: FormRefusal["errors"]; status: number; headers?: HeadersInit },
) {
	const body: FormRefusal = { errors, values: typedValues(form) };
	return data(body, headers ? { status, headers } : { status });
}

/** What can be shown again: never files, never passwords, and a text with a personal number leaves the field empty. */
function typedValues(form: FormData): FormRefusal["values"] {
	const values: FormRefusal["values"] = {};
	for (const [name, value] of form) {
		if (typeof value !== "string" || /password/i.test(name)) continue;
		values[name] = [...(values[name] ?? []), containsPersonalNumber(value) ? "" : value];
	}
	return values;
}
