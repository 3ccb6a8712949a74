import { redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { changeName } from "#app/commands/changeName.server.ts";
import { changePassword } from "#app/commands/changePassword.server.ts";
import { endAllSessions } from "#app/commands/endAllSessions.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { countOf } from "#app/domain/format.ts";
import { changePasswordSchema } from "#app/domain/password.schema.ts";
import { PASSWORD_HINT } from "#app/domain/password.ts";
import { changeNameSchema } from "#app/domain/person.schema.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { hashPassword } from "#app/http/password.server.ts";
import { protectSignedIn, type SignedInContext } from "#app/http/protect.server.ts";
import { forgetSession } from "#app/http/session.server.ts";
import { checkSignIn } from "#app/http/signIn.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { countSessions } from "#db/session.server.ts";
import "./konto.css";

export const meta: MetaFunction = () => [{ title: "Mitt konto – Löfteskoll" }];

export const loader = protectSignedIn(async ({ db, person, session, now }) => ({
	name: person.name,
	email: person.email,
	hasPassword: !session.person.isDemo,
	sessions: countOf(await countSessions(db, { personId: person.id, now }), "webbläsare", "webbläsare"),
}));

export const action = protectSignedIn(async (context) => {
	const { db, form, person } = context;
	const actor = { ...context.actor, personId: person.id };
	switch (form.get("intent")) {
		case "changeName":
			await changeName(db, actor, { name: parseForm(changeNameSchema, form).name });
			return redirect("/intern/konto?sparat=changeName");
		case "changePassword":
			await replacePassword(context);
			return redirect("/intern/konto?sparat=changePassword");
		case "endAllSessions":
			await endAllSessions(db, actor);
			return redirect("/logga-in", { headers: { "Set-Cookie": forgetSession() } });
		default:
			throw unknownIntent();
	}
});

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

const SAVED: ReadonlyMap<string, string> = new Map([
	["changeName", "Namnet är sparat."],
	["changePassword", "Lösenordet är bytt. Du är utloggad i alla andra webbläsare."],
]);

export default function Konto() {
	const { name, email, hasPassword, sessions } = useLoaderData<typeof loader>();
	const saved = SAVED.get(useSearchParams()[0].get("sparat") ?? "");
	return (
		<div className="konto">
			<Stack gap="lg">
				<PageHeader title="Mitt konto" lead={email} breadcrumbs={[{ label: "Mina kommuner", to: "/intern" }]} />
				{saved && <Alert tone="success" role="status" title={saved} />}
				<section aria-labelledby="namnet">
					<Heading level={2} id="namnet">
						Hur du visas
					</Heading>
					<IntentForm intent="changeName" hidden={{}} submit="Spara namnet">
						{(refused) => (
							<TextField
								label="Namn"
								hint="Det ser andra i dina kommuner, och det står i historiken."
								{...refused.field("name", name)}
								autoComplete="name"
							/>
						)}
					</IntentForm>
				</section>
				{hasPassword && <PasswordSection />}
				<section aria-labelledby="inloggad">
					<Heading level={2} id="inloggad">
						Inloggad
					</Heading>
					<p className="konto-where">Du är inloggad i {sessions}. Har du tappat bort en telefon? Logga ut överallt.</p>
					<IntentForm intent="endAllSessions" hidden={{}} submit="Logga ut överallt" />
				</section>
			</Stack>
		</div>
	);
}

function PasswordSection() {
	return (
		<section aria-labelledby="losenordet">
			<Heading level={2} id="losenordet">
				Lösenord
			</Heading>
			<IntentForm intent="changePassword" hidden={{}} submit="Byt lösenord">
				{(refused) => (
					<>
						<TextField
							label="Nuvarande lösenord"
							name="currentPassword"
							id={refused.fieldId("currentPassword")}
							type="password"
							autoComplete="current-password"
							error={refused.error("currentPassword")}
						/>
						<TextField
							label="Lösenord"
							hint={PASSWORD_HINT}
							name="password"
							id={refused.fieldId("password")}
							type="password"
							autoComplete="new-password"
							error={refused.error("password")}
						/>
						<TextField
							label="Lösenordet igen"
							name="repeatedPassword"
							id={refused.fieldId("repeatedPassword")}
							type="password"
							autoComplete="new-password"
							error={refused.error("repeatedPassword")}
						/>
					</>
				)}
			</IntentForm>
		</section>
	);
}
