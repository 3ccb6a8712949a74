import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/**
 * A conflict means that the page is out of date: what stands now is fetched, and shown beside what was typed. Anything else
 * that was refused leaves the page as it is, also where the server could not be reached and asking it would be in vain.
 */
export function revalidateAfterConflict(args: ShouldRevalidateFunctionArgs): boolean {
	const { actionStatus = 200, defaultShouldRevalidate } = args;
	return actionStatus === 409 || (actionStatus < 400 && defaultShouldRevalidate);
}
