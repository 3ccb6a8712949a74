import { redirect } from "@remix-run/node";
import type { Db } from "#db/connection.server.ts";
import { findAllMemberships } from "#db/person.server.ts";
import { localPath } from "./localPath.server.ts";
import { beginSession } from "./session.server.ts";

/**
 * Begins the session and goes where the person was heading; else to their kommun, or to the list when they have several.
 *
 * @param till as posted, trusted only when it is a path of ours
 */
export async function signInAndRedirect(
	request: Request,
	{ db, personId, by, till }: { db: Db; personId: number; by: "password" | "demo"; till: FormDataEntryValue | null },
) {
	const setCookie = await beginSession(request, { personId, by });
	const memberships = await findAllMemberships(db, { personId });
	const [slug, ...others] = new Set(memberships.map((membership) => membership.slug));
	const home = slug && others.length === 0 ? `/intern/${slug}` : "/intern";
	return redirect(localPath(till) ?? home, { headers: { "Set-Cookie": setCookie } });
}
