/** What a refused form gets back: every fault, and what was typed so that nothing is lost. */
export interface FormRefusal {
	/** `field` is the name of the form field, or null when the fault belongs to the whole form. */
	errors: { field: string | null; message: string }[];
	values: Record<string, string[]>;
}

/** Reads the refusal out of `useActionData()`, whatever else the action may answer; undefined when there is none. */
export function refusalIn(actionData: unknown): FormRefusal | undefined {
	if (typeof actionData !== "object" || actionData === null) return undefined;
	return "errors" in actionData && "values" in actionData && Array.isArray(actionData.errors)
		? (actionData as FormRefusal)
		: undefined;
}

/** The first error of a field. */
export function errorOf(refusal: FormRefusal | undefined, field: string): string | undefined {
	return refusal?.errors.find((error) => error.field === field)?.message;
}

/** What was typed in a field; undefined when nothing was refused, so that the saved value can stand in. */
export function typedIn(refusal: FormRefusal | undefined, field: string): string | undefined {
	return refusal?.values[field]?.[0];
}

/** Every value of a field with several: ticked boxes. Undefined when nothing was refused. */
export function allTypedIn(refusal: FormRefusal | undefined, field: string): string[] | undefined {
	return refusal && (refusal.values[field] ?? []);
}
