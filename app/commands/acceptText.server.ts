import { Fault } from "#app/domain/fault.ts";
import { textProblem, tidyText } from "#app/domain/personalData.ts";
import { MIN_REASON, tooShort } from "#app/domain/reason.ts";

interface Text {
	/** The form field, and its label as every message begins. */
	field: string;
	label: string;
	text: string;
	maxLength: number;
}

/**
 * The tidied text, checked again where it is stored: a command is also reached past the forms.
 *
 * @throws Fault `invalid` when it holds a personal number or is too long; the message never repeats it
 */
export function acceptText({ field, label, text, maxLength }: Text): string {
	const tidy = tidyText(text);
	const problem = textProblem({ label, text: tidy, maxLength });
	if (problem) throw new Fault("invalid", problem, field);
	return tidy;
}

/** A text that must not be empty, and is otherwise as `acceptText` says. */
export function acceptName(text: Text): string {
	const tidy = acceptText(text);
	if (tidy === "") throw new Fault("invalid", `${text.label}: fyll i fältet.`, text.field);
	return tidy;
}

/** As `acceptText`, for a text that may be left out: null. */
export function acceptOptionalText({ text, ...rest }: Omit<Text, "text"> & { text: string | null }): string | null {
	return text === null ? null : acceptText({ text, ...rest }) || null;
}

/** As `acceptText`, for the reason of what is being done. */
export function acceptReason(text: Text): string {
	const reason = acceptText(text);
	if (reason.length < MIN_REASON) throw new Fault("invalid", tooShort(text.label), text.field);
	return reason;
}
