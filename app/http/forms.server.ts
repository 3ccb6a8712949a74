import { type ZodType, z } from "zod";
import type { FormRefusal } from "#app/domain/formRefusal.ts";
import { readForm } from "#app/domain/readForm.ts";

z.config(z.locales.sv());

/** A form whose content the schema refuses. protect() gives it back with what was typed. */
export class InvalidForm extends Error {
	constructor(readonly errors: FormRefusal["errors"]) {
		super("invalid form");
		this.name = "InvalidForm";
	}
}

/**
 * Reads a posted form with the schema that the page's form uses too.
 *
 * @throws InvalidForm with one error per fault, under the field's dotted name
 */
export function parseForm<Output>(schema: ZodType<Output>, form: FormData): Output {
	const result = schema.safeParse(readForm(schema, form));
	if (result.success) return result.data;
	throw new InvalidForm(
		result.error.issues.map((issue) => ({ field: issue.path.join(".") || null, message: issue.message })),
	);
}
