import { useActionData } from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import type { Refused } from "#app/features/IntentForm.tsx";

/** All that were ticked in a form that the server refused, or what is saved. */
export function useAllTyped(refused: Refused): (name: string, saved: readonly string[]) => readonly string[] {
	const refusal = refusalIn(useActionData());
	const isThisForm = refused.value("intent") !== "";
	return (name, saved) => (isThisForm ? (refusal?.values[name] ?? []) : saved);
}
