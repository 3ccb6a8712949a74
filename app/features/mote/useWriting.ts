import { useActionData, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { refusalIn, typedIn } from "#app/domain/formRefusal.ts";
import { goOn, RECEIPT, type Writing } from "./writing.ts";

/**
 * Keeps what is typed in one of several forms of a page that others write on too: it is emptied when its own words have been
 * taken, and not by what the other forms do. See {@link goOn}.
 *
 * @param name tells it from the page's other forms
 * @param fresh another one at every loading of the page
 * @param saved what is saved of it; `version` 0 for what is always new
 */
export function useWriting<Saved extends { version: number }>(
	name: string,
	{ fresh, saved }: { fresh: string; saved: Saved },
) {
	const [params] = useSearchParams();
	const refused = typedIn(refusalIn(useActionData()), RECEIPT.field);
	const begun: Writing<Saved> = { token: `${name}.${fresh}`, seen: saved, isTouched: false };
	const [writing, setWriting] = useState(begun);
	const next = goOn(writing, { begun, taken: params.get(RECEIPT.param), refused });
	if (next !== writing) setWriting(next);
	return {
		...next,
		/** For the frame of the form: from the first letter on it is somebody's. */
		onInput: () => {
			if (!writing.isTouched) setWriting({ ...writing, isTouched: true });
		},
	};
}
