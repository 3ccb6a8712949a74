import { parseNumberInput } from "#app/domain/parseInput.ts";

/** A posted text field, trimmed; "" when it was not posted. */
export function textFrom(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === "string" ? value.trim() : "";
}

/** A posted text field, or null when it was left empty. */
export function textOrNullFrom(form: FormData, name: string): string | null {
	return textFrom(form, name) || null;
}

/** A number as typed in Swedish; what is no number stays text, for the schema to refuse in the field's own words. */
export function numberFrom(form: FormData, name: string): number | string {
	const text = textFrom(form, name);
	return parseNumberInput(text) ?? text;
}

/** As `numberFrom`, and null when the field was left empty. */
export function numberOrNullFrom(form: FormData, name: string): number | string | null {
	return textFrom(form, name) === "" ? null : numberFrom(form, name);
}

/** The whole numbers of ticked boxes that share a name. */
export function numbersFrom(form: FormData, name: string): number[] {
	return form.getAll(name).map(Number);
}

export function isTicked(form: FormData, name: string): boolean {
	return form.get(name) !== null;
}
