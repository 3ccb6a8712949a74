import { type ClientActionFunctionArgs, isRouteErrorResponse } from "@remix-run/react";
import { isQuiet } from "#app/features/quietSubmission.ts";
import { answerWhenUnreachable } from "#app/features/ServerForm/answerWhenUnreachable.ts";

const UNREACHABLE = "Det gick inte att nå servern. Allt du skrivit finns kvar: tryck en gång till när du har nät.";
const NO_NETWORK = "Inte sparat: inget nät. Texten finns kvar i webbläsaren.";
const REFUSED = "Inte sparat. Texten finns kvar i webbläsaren. Ladda om sidan och försök igen.";

/**
 * For the report's `clientAction`: an autosave never takes the person away from what they are writing, whatever happened to
 * the network or their role. Other forms are answered as usual.
 */
export async function answerQuietly(args: ClientActionFunctionArgs): Promise<unknown> {
	const posted = await args.request.clone().formData();
	if (!isQuiet(posted)) return answerWhenUnreachable(args, UNREACHABLE);
	try {
		return await args.serverAction();
	} catch (error) {
		if (error instanceof Response || isRouteErrorResponse(error)) return notSaved(REFUSED, { status: error.status });
		return notSaved(NO_NETWORK, { status: 503, isUnreachable: true });
	}
}

function notSaved(message: string, { status, ...more }: { status: number; isUnreachable?: true }): Response {
	const answer = { errors: [{ field: null, message }], values: {}, ...more };
	return Response.json(answer, { status });
}
