import { redirect } from "@remix-run/node";
import { Form, type MetaFunction, useActionData, useLoaderData, useLocation, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { acceptInbjudan, INBJUDAN_GONE } from "#app/commands/acceptInbjudan.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { listOf } from "#app/domain/format.ts";
import { errorOf, refusalIn } from "#app/domain/formRefusal.ts";
import { choosePasswordSchema } from "#app/domain/password.schema.ts";
import { PASSWORD_HINT } from "#app/domain/password.ts";
import { ROLE_NAME } from "#app/domain/permissions.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { hashPassword } from "#app/http/password.server.ts";
import { type OpenContext, open } from "#app/http/protect.server.ts";
import { beginSession } from "#app/http/session.server.ts";
import { hashToken } from "#app/http/token.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { Button, ButtonLink } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { findOpenInbjudan } from "#db/inbjudan.server.ts";
import { findPersonByEmail } from "#db/person.server.ts";
import "./inbjudan.css";

export const meta: MetaFunction = () => [{ title: "Inbjudan – Löfteskoll" }, { name: "robots", content: "noindex" }];

export const loader = open(async (context) => {
	const { inbjudan, answer, session } = await findAnswer(context);
	return {
		kommun: inbjudan.kommunName,
		name: inbjudan.name,
		email: inbjudan.email,
		roles: listOf(inbjudan.roles.map((role) => ROLE_NAME[role].toLowerCase())),
		answer,
		signedInAs: session?.person.email ?? null,
	};
});

export const action = open(async (context) => {
	const { db, form, request, now } = context;
	const { answer, session, tokenHash } = await findAnswer(context);
	const passwordHash =
		answer === "choose_password" ? await hashPassword(parseForm(choosePasswordSchema, form).password) : null;
	const actor = { personId: session?.person.id ?? null, kommunId: null, now };
	const { personId, kommunSlug } = await acceptInbjudan(db, actor, { tokenHash, passwordHash });
	const headers = new Headers();
	if (passwordHash) headers.set("Set-Cookie", await beginSession(request, { personId, by: "inbjudan" }));
	return redirect(`/intern/${kommunSlug}`, { headers });
});

/** How the one with the link may answer: choose a password, say yes, sign in first, or change account. */
async function findAnswer({ db, params, now, findSession }: OpenContext) {
	const tokenHash = hashToken(params.token ?? "");
	const inbjudan = await findOpenInbjudan(db, tokenHash);
	if (!inbjudan || inbjudan.expiresAt <= now) throw new Fault("not_found", INBJUDAN_GONE);
	const account = await findPersonByEmail(db, inbjudan.email);
	const session = await findSession();
	const isOwnAccount = session?.person.id === account?.id;
	const withAccount = session ? (isOwnAccount ? "accept" : "other_account") : "sign_in";
	const answer = account?.passwordHash ? withAccount : "choose_password";
	return { inbjudan, session, tokenHash, answer } as const;
}

export default function Inbjudan() {
	const { kommun, name, email, roles, answer, signedInAs } = useLoaderData<typeof loader>();
	return (
		<div className="inbjudan">
			<Stack gap="lg">
				<PageHeader
					title={`Välkommen till ${kommun} i Löfteskoll`}
					lead={`${name}, du är inbjuden som ${roles}. Inbjudan gäller ${email}.`}
				/>
				{answer === "choose_password" && <ChoosePassword email={email} />}
				{answer === "accept" && <AnswerForm submit="Tacka ja" />}
				{answer === "sign_in" && <SignInFirst />}
				{answer === "other_account" && <OtherAccount email={email} signedInAs={signedInAs} />}
			</Stack>
		</div>
	);
}

function ChoosePassword({ email }: { email: string }) {
	const refused = refusalIn(useActionData());
	return (
		<AnswerForm submit="Skapa konto">
			{/* For the browser's password manager: which account the new password belongs to. */}
			<input type="hidden" autoComplete="username" value={email} readOnly />
			<TextField
				label="Lösenord"
				hint={PASSWORD_HINT}
				name="password"
				type="password"
				autoComplete="new-password"
				error={errorOf(refused, "password")}
			/>
			<TextField
				label="Lösenordet igen"
				name="repeatedPassword"
				type="password"
				autoComplete="new-password"
				error={errorOf(refused, "repeatedPassword")}
			/>
		</AnswerForm>
	);
}

function AnswerForm({ submit, children }: { submit: string; children?: ReactNode }) {
	const refused = refusalIn(useActionData());
	const isSending = useNavigation().state !== "idle";
	return (
		<Form method="post" noValidate>
			<Stack gap="md">
				<ErrorSummary
					answer={refused}
					errors={(refused?.errors ?? []).map(({ field, message }) => ({ fieldId: field, message }))}
				/>
				{children}
				<div>
					<Button type="submit" size="lg" disabled={isSending}>
						{submit}
					</Button>
				</div>
			</Stack>
		</Form>
	);
}

function SignInFirst() {
	const { pathname } = useLocation();
	return (
		<Stack gap="md">
			<p>Du har redan ett konto. Logga in, så kommer du tillbaka hit och kan tacka ja.</p>
			<div>
				<ButtonLink to={`/logga-in?till=${encodeURIComponent(pathname)}`} size="lg">
					Logga in
				</ButtonLink>
			</div>
		</Stack>
	);
}

function OtherAccount({ email, signedInAs }: { email: string; signedInAs: string | null }) {
	return (
		<Alert tone="warning" title={`Du är inloggad som ${signedInAs}`}>
			<p>Inbjudan gäller {email}. Logga ut, öppna länken igen och logga in med den adressen.</p>
			<Form method="post" action="/logga-ut">
				<Button type="submit" variant="secondary">
					Logga ut
				</Button>
			</Form>
		</Alert>
	);
}
