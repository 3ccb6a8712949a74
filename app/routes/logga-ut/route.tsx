import { redirect } from "@remix-run/node";
import { open } from "#app/http/protect.server.ts";
import { endSession } from "#app/http/session.server.ts";

/** Somebody who follows the address by hand. */
export const loader = open(() => redirect("/"));

/** Signs out here; other browsers stay signed in. */
export const action = open(async ({ db, now, findSession }) => {
	const setCookie = await endSession(db, { session: await findSession(), now });
	return redirect("/", { headers: { "Set-Cookie": setCookie } });
});
