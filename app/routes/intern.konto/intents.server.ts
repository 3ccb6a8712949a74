import { redirect } from "@remix-run/node";
import { changeName } from "#app/commands/changeName.server.ts";
import { changePassword } from "#app/commands/changePassword.server.ts";
import { chooseLetters } from "#app/commands/chooseLetters.server.ts";
import { endAllSessions } from "#app/commands/endAllSessions.server.ts";
import { makeKalenderlank } from "#app/commands/makeKalenderlank.server.ts";
import { revokeKalenderlank } from "#app/commands/revokeKalenderlank.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { chooseLettersSchema } from "#app/domain/paminnelse.schema.ts";
import { changePasswordSchema } from "#app/domain/password.schema.ts";
import { changeNameSchema } from "#app/domain/person.schema.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { hashPassword } from "#app/http/password.server.ts";
import type { SignedInContext } from "#app/http/protect.server.ts";
import { forgetSession } from "#app/http/session.server.ts";
import { checkSignIn } from "#app/http/signIn.server.ts";
import { hashToken, newToken } from "#app/http/token.server.ts";

/** Does what the posted form asks for; a new calendar address is the only thing that is shown instead of led away from. */
export async function answerIntent(context: SignedInContext) {
	const { db, form, person } = context;
	const actor = { ...context.actor, personId: person.id };
	switch (form.get("intent")) {
		case "changeName":
			await changeName(db, actor, { name: parseForm(changeNameSchema, form).name });
			return saved("changeName");
		case "changePassword":
			await replacePassword(context);
			return saved("changePassword");
		case "makeKalenderlank":
			return { address: await newAddress(context) };
		case "revokeKalenderlank":
			await revokeKalenderlank(db, actor);
			return saved("revokeKalenderlank");
		case "chooseLetters": {
			const { kommunId, letters } = parseForm(chooseLettersSchema, form);
			await chooseLetters(db, actor, { kommunId, isOff: letters === "av" });
			return saved("chooseLetters");
		}
		case "endAllSessions":
			await endAllSessions(db, actor);
			return redirect("/logga-in", { headers: { "Set-Cookie": forgetSession() } });
		default:
			throw unknownIntent();
	}
}

const SAVED: ReadonlyMap<string, string> = new Map([
	["changeName", "Namnet är sparat."],
	["changePassword", "Lösenordet är bytt. Du är utloggad i alla andra webbläsare."],
	["revokeKalenderlank", "Kalenderns adress är borttagen. Kalendrar som har läst den får inget nytt."],
	["chooseLetters", "Ditt val av veckobrev är sparat."],
]);

/** What to say of the form that was just saved (`?sparat=`). */
export function savedText(saved: string | null): string | null {
	return SAVED.get(saved ?? "") ?? null;
}

function saved(what: string) {
	return redirect(`/intern/konto?sparat=${what}`);
}

async function newAddress({ db, actor, person, origin }: SignedInContext): Promise<string> {
	const token = newToken();
	await makeKalenderlank(db, { ...actor, personId: person.id }, { tokenHash: hashToken(token) });
	return `${origin}/kalender/${token}.ics`;
}

/** Whoever borrowed an open browser does not know the old password, and may not guess at it for long either. */
async function replacePassword({ db, form, person, session, actor, clientIp, mode }: SignedInContext): Promise<void> {
	const { currentPassword, password } = parseForm(changePasswordSchema, form);
	const outcome = await checkSignIn(db, { email: person.email, password: currentPassword, clientIp, mode });
	if (outcome.is === "throttled")
		throw new Fault("conflict", "Nuvarande lösenord: för många försök. Vänta en kvart.", "currentPassword");
	if (outcome.is === "wrong")
		throw new Fault("invalid", "Nuvarande lösenord: det stämmer inte. Försök igen.", "currentPassword");
	await changePassword(
		db,
		{ ...actor, personId: person.id },
		{ passwordHash: await hashPassword(password), sessionTokenHash: session.tokenHash },
	);
}
