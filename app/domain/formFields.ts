import * as z from "zod";
import type { IsoDate } from "./dates.ts";
import { parseComingDateInput, parseDateInput, parseNumberInput } from "./parseInput.ts";
import { isRowId } from "./rowId.ts";

/**
 * Fields that several forms have. They take what is typed, as text, and give what is meant.
 * An optional field that is left empty, or is not in the form at all, gives null.
 */

/** A day that has been: typed in any of the usual ways, today at the latest. */
export function pastDate({
	label,
	today,
	whenFuture = `${label}: välj en dag senast i dag.`,
}: {
	label: string;
	today: IsoDate;
	whenFuture?: string;
}) {
	return typed(label).transform((text, context): IsoDate => {
		const date = parseDateInput(text, today);
		if (date === undefined) return refuse(context, text === "" ? chooseDay(label) : notADay(label));
		return date > today ? refuse(context, whenFuture) : date;
	});
}

/** A day that usually lies ahead; may be left empty. */
export function optionalComingDate({ label, today }: { label: string; today: IsoDate }) {
	return optional(
		typed(label).transform(
			(text, context): IsoDate => parseComingDateInput(text, today) ?? refuse(context, notADay(label)),
		),
	);
}

/** The id of a row, as a page's own fields and links carry it. */
export function rowId(label: string) {
	return typed(label).transform((text, context) =>
		isRowId(text) ? Number(text) : refuse(context, `${label}: välj ett av alternativen i listan.`),
	);
}

/** A row of a list where "none" is the empty choice. */
export function optionalRowId(label: string) {
	return optional(rowId(label));
}

/** The version of what the page showed, so that somebody else's change in between is noticed. */
export function seenVersion() {
	return typed("Version").transform((text, context) =>
		/^\d{1,9}$/.test(text) ? Number(text) : refuse(context, "Ladda om sidan och gör ändringen igen."),
	);
}

export function numberField(label: string, example = "1 eller 2,5") {
	return typed(label).transform(
		(text, context) => parseNumberInput(text) ?? refuse(context, `${label}: skriv ett tal, till exempel ${example}.`),
	);
}

/** Lets a field be empty or missing: null. */
export function optional<Output>(field: z.ZodType<Output, string>) {
	return z
		.string()
		.nullish()
		.transform((text, context): Output | null => {
			if (!text?.trim()) return null;
			const result = field.safeParse(text);
			if (result.success) return result.data;
			for (const { message } of result.error.issues) context.addIssue({ code: "custom", message });
			return z.NEVER;
		});
}

/** Refuses from within a transform; what it gives is never seen. */
export function refuse(context: z.RefinementCtx, message: string): never {
	context.addIssue({ code: "custom", message });
	return z.NEVER;
}

function typed(label: string) {
	return z.string({ error: `${label}: fyll i fältet.` }).trim();
}

function chooseDay(label: string): string {
	return `${label}: skriv en dag, till exempel 2026-04-30.`;
}

function notADay(label: string): string {
	return `${label}: dagen gick inte att läsa. Skriv som 2026-04-30, 30/4 eller 30 april.`;
}
