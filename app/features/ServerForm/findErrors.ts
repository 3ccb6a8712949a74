import type { ZodType } from "zod";
import type { FormRefusal } from "#app/domain/formRefusal.ts";
import { readForm } from "#app/domain/readForm.ts";

/** What the schema has against a form as it is filled in now: the very errors that the action would give. */
export function findErrors(schema: ZodType, form: HTMLFormElement): FormRefusal["errors"] {
	const result = schema.safeParse(readForm(schema, new FormData(form)));
	if (result.success) return [];
	return result.error.issues.map(({ path, message }) => ({ field: path.join(".") || null, message }));
}
