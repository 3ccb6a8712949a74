import * as z from "zod";
import type { $ZodType } from "zod/v4/core";

type Container = Map<string, Container | FormDataEntryValue[]>;

/**
 * Gives a posted form the shape that the schema asks for. Names may be dotted as react-hook-form writes them
 * (`biprodukter.0.kind`); a field that the schema says is an array is one, also with a single box ticked or none.
 * Used by the action and by the page's own form, so that both judge the same thing.
 */
export function readForm(schema: $ZodType, form: FormData): unknown {
	const root: Container = new Map();
	for (const name of new Set(form.keys())) place(root, { path: name.split("."), values: form.getAll(name) });
	return shapeOf(root, schema);
}

function place(container: Container, { path, values }: { path: string[]; values: FormDataEntryValue[] }): void {
	const [name = "", ...rest] = path;
	if (rest.length === 0) {
		container.set(name, values);
		return;
	}
	const existing = container.get(name);
	const inner: Container = existing instanceof Map ? existing : new Map();
	container.set(name, inner);
	place(inner, { path: rest, values });
}

/** Gives what was posted the shape that the schema asks for; what it does not know stays text, for it to refuse. */
function shapeOf(posted: Container | FormDataEntryValue[] | undefined, schema: $ZodType | undefined): unknown {
	const expected = schema && unwrap(schema);
	if (!(posted instanceof Map)) {
		if (expected instanceof z.core.$ZodArray) return posted ?? [];
		return posted && posted.length > 1 ? posted : posted?.[0];
	}
	if (expected instanceof z.core.$ZodArray)
		return [...posted]
			.sort(([a], [b]) => Number(a) - Number(b))
			.map(([, value]) => shapeOf(value, expected._zod.def.element));
	const shape = expected instanceof z.core.$ZodObject ? expected._zod.def.shape : {};
	const valueType = expected instanceof z.core.$ZodRecord ? expected._zod.def.valueType : undefined;
	const names = new Set([...posted.keys(), ...requiredArrays(shape)]);
	return Object.fromEntries([...names].map((name) => [name, shapeOf(posted.get(name), shape[name] ?? valueType)]));
}

/** A group of boxes with none ticked posts nothing; the schema should still see an empty array. */
function requiredArrays(shape: Readonly<Record<string, $ZodType>>): string[] {
	return Object.keys(shape).filter((name) => {
		const field = shape[name];
		return field && unwrap(field) instanceof z.core.$ZodArray;
	});
}

function unwrap(schema: $ZodType): $ZodType {
	if (
		schema instanceof z.core.$ZodOptional ||
		schema instanceof z.core.$ZodNullable ||
		schema instanceof z.core.$ZodDefault ||
		schema instanceof z.core.$ZodPrefault
	)
		return unwrap(schema._zod.def.innerType);
	if (schema instanceof z.core.$ZodPipe)
		return unwrap(schema._zod.def.in instanceof z.core.$ZodTransform ? schema._zod.def.out : schema._zod.def.in);
	return schema;
}
