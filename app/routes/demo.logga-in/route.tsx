import { isRole } from "#app/domain/permissions.ts";
import { signInAndRedirect } from "#app/http/afterSignIn.server.ts";
import { errorPage } from "#app/http/errorPage.server.ts";
import { open } from "#app/http/protect.server.ts";
import { findDemoPerson } from "#db/person.server.ts";

/** The officer who is responsible for several kommuner; the form posts no kommun. */
const SEVERAL = "kommunpolis-flera";

export const loader = open((): never => {
	throw errorPage(404, "Sidan finns inte.");
});

/** One-click sign-in with `kommun` and `roll`. Outside the demo there is no such address. */
export const action = open(async ({ request, db, form, mode }) => {
	if (mode !== "demo") throw errorPage(404, "Sidan finns inte.");
	const roll = String(form.get("roll"));
	const role = roll === SEVERAL ? "kommunpolis" : roll;
	const kommunSlug = roll === SEVERAL ? null : String(form.get("kommun"));
	const personId = isRole(role) ? await findDemoPerson(db, { role, kommunSlug }) : undefined;
	if (personId === undefined) throw errorPage(404, "Demon har inget konto för den rollen i den kommunen.");
	return signInAndRedirect(request, { db, personId, by: "demo", till: form.get("till") });
});

/** A refusal is shown as a page, which an address without one would not be. */
export default function Nothing() {
	return null;
}
