import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** The field, and its value, of a form that is sent while somebody goes on writing. */
export const QUIET = { name: "reply", value: "quiet" } as const;

/** Whether a submission asks to leave the page as it is. */
export function isQuiet(form: FormData | undefined): boolean {
	return form?.get(QUIET.name) === QUIET.value;
}

/**
 * A `shouldRevalidate` for every route around a page with quiet submissions. Without one Remix asks their loaders after each
 * submission of a fetcher, also one that failed for want of a network, and then puts its error page over what is written.
 * What was refused has changed nothing, so they are not asked after that either: with single fetch the default says that
 * they should be, also where the server could not be reached.
 */
export function revalidateUnlessQuiet(args: ShouldRevalidateFunctionArgs): boolean {
	const { formData, actionStatus = 200, defaultShouldRevalidate } = args;
	return !isQuiet(formData) && actionStatus < 400 && defaultShouldRevalidate;
}
