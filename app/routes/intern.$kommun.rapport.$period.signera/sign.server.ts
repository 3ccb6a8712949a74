import { redirect } from "@remix-run/node";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { signRapport } from "#app/commands/signRapport.server.ts";
import { formatMinutes } from "#app/domain/format.ts";
import { returnRapportSchema, seenRapportSchema } from "#app/domain/rapport.schema.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { refusal } from "#app/http/faults.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { checkSignIn } from "#app/http/signIn.server.ts";
import { hasJustSignedIn } from "./signeraPage.server.ts";

/** Signs the report, or returns it: `intent=signRapport` and `intent=returnRapport`. */
export async function signOrReturn(context: KommunContext) {
	const { db, actor, form, url } = context;
	switch (form.get("intent")) {
		case "signRapport":
			return sign(context);
		case "returnRapport":
			await returnRapport(db, actor, parseForm(returnRapportSchema, form));
			return redirect(withSaved(url.pathname.replace(/\/signera$/, ""), url, "returnRapport"));
		default:
			throw unknownIntent();
	}
}

async function sign(context: KommunContext) {
	const { db, actor, form, url, signingKey } = context;
	const seen = parseForm(seenRapportSchema, form);
	const refused = hasJustSignedIn(context) ? undefined : await refuseUnproved(context);
	if (refused) return refused;
	await signRapport(db, actor, { ...seen, signingKey });
	return redirect(withSaved(url.pathname, url, "signRapport"));
}

/** Asks for the password where the session is older than a signature may build on; undefined when it is the right one. */
async function refuseUnproved({ db, form, person, session, clientIp, mode }: KommunContext) {
	const password = form.get("password");
	const refuse = (message: string, status: number, headers?: HeadersInit) =>
		refusal(form, {
			status,
			errors: [{ field: session.person.isDemo ? null : "password", message }],
			...(headers && { headers }),
		});
	if (session.person.isDemo) return refuse("Logga in igen för att signera. Använd knappen på sidan.", 401);
	if (typeof password !== "string" || password === "")
		return refuse("Lösenord: skriv ditt lösenord för att signera.", 401);
	const outcome = await checkSignIn(db, { email: person.email, password, clientIp, mode });
	if (outcome.is === "throttled")
		return refuse(
			`Lösenord: för många försök. Vänta ${formatMinutes(outcome.retryAfterSeconds)} och försök igen.`,
			429,
			{
				"Retry-After": String(outcome.retryAfterSeconds),
			},
		);
	return outcome.is === "wrong" ? refuse("Lösenord: det stämmer inte. Försök igen.", 401) : undefined;
}

function withSaved(pathname: string, url: URL, name: string): string {
	const params = new URLSearchParams(url.search);
	params.set("sparat", name);
	return `${pathname}?${params}`;
}
