import { type ClientActionFunctionArgs, isRouteErrorResponse } from "@remix-run/react";
import type { FormRefusal } from "#app/domain/formRefusal.ts";

/**
 * For a route's `clientAction`: when the server cannot be reached the form stays, with all that was typed, and says so.
 * Without this Remix would put its error page in the form's place. What the server did answer passes untouched.
 *
 * @param message what to tell, with how to mend it
 */
export async function answerWhenUnreachable(
	{ request, serverAction }: ClientActionFunctionArgs,
	message: string,
): Promise<unknown> {
	const posted = await request.clone().formData();
	try {
		return await serverAction();
	} catch (error) {
		if (error instanceof Response || isRouteErrorResponse(error)) throw error;
		const values: FormRefusal["values"] = {};
		for (const name of posted.keys()) values[name] = posted.getAll(name).map(String);
		const refusal: FormRefusal = { errors: [{ field: null, message }], values };
		// A Response, since single fetch keeps the status of nothing else here; with it no loader is asked in vain.
		return Response.json(refusal, { status: 503 });
	}
}
