import type { ZodType } from "zod";
import { Fault } from "#app/domain/fault.ts";

/**
 * A value as a field of the dokument takes it.
 *
 * @throws Fault `invalid` in the field's own words
 */
export function acceptValue<Output>(schema: ZodType<Output>, value: unknown, field: string): Output {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new Fault("invalid", parsed.error.issues[0]?.message ?? "Uppgiften går inte att läsa.", field);
}

/** What nobody has filled in yet. */
function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/**
 * What is wrong with settings on their way in; what nobody has filled in yet is not, and is for `utkastFaults`.
 *
 * @returns undefined when nothing is
 */
export function draftProblem(schema: ZodType, settings: unknown): { message: string; field: string } | undefined {
	const parsed = schema.safeParse(settings);
	const wrong = parsed.error?.issues.find(({ path }) => !isEmpty(valueAt(settings, path)));
	return wrong && { message: wrong.message, field: wrong.path.join(".") };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
		value,
	);
}
