import { redirect } from "@remix-run/node";
import { Form, type MetaFunction, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { compareSwedish, formatMinutes } from "#app/domain/format.ts";
import { errorOf, refusalIn, typedIn } from "#app/domain/formRefusal.ts";
import { ROLES } from "#app/domain/permissions.ts";
import { signInSchema } from "#app/domain/person.schema.ts";
import { signInAndRedirect } from "#app/http/afterSignIn.server.ts";
import { refusal } from "#app/http/faults.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { localPath } from "#app/http/localPath.server.ts";
import { open } from "#app/http/protect.server.ts";
import { checkSignIn } from "#app/http/signIn.server.ts";
import { Button } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import type { Db } from "#db/connection.server.ts";
import { findAllKommuner } from "#db/kommun.server.ts";
import { findAllDemoRoles } from "#db/person.server.ts";
import { DemoSignIn } from "./DemoSignIn.tsx";
import "./loggaIn.css";

export const meta: MetaFunction = () => [{ title: "Logga in – Löfteskoll" }];

export const loader = open(async ({ db, url, mode, findSession }) => {
	const till = localPath(url.searchParams.get("till"));
	if (await findSession()) throw redirect(till ?? "/intern");
	return { till: till ?? "", demoKommuner: mode === "demo" ? await findDemoKommuner(db) : [] };
});

/** A kommun that somebody has added in the demo has only the roles that they took there. */
async function findDemoKommuner(db: Db) {
	const held = await findAllDemoRoles(db);
	return (await findAllKommuner(db))
		.map(({ slug, name }) => ({
			slug,
			name,
			roles: ROLES.filter((role) => held.some((one) => one.slug === slug && one.role === role)),
		}))
		.sort((a, b) => compareSwedish(a.name, b.name));
}

export const action = open(async ({ request, db, form, clientIp, mode }) => {
	const { email, password } = parseForm(signInSchema, form);
	const outcome = await checkSignIn(db, { email, password, clientIp, mode });
	if (outcome.is === "right")
		return signInAndRedirect(request, { db, personId: outcome.personId, by: "password", till: form.get("till") });
	if (outcome.is === "wrong")
		return refusal(form, {
			status: 401,
			errors: [{ field: null, message: "E-posten eller lösenordet stämmer inte. Försök igen." }],
		});
	return refusal(form, {
		status: 429,
		headers: { "Retry-After": String(outcome.retryAfterSeconds) },
		errors: [
			{ field: null, message: `För många försök. Vänta ${formatMinutes(outcome.retryAfterSeconds)} och försök igen.` },
		],
	});
});

export default function LoggaIn() {
	const { till, demoKommuner } = useLoaderData<typeof loader>();
	const isDemo = demoKommuner.length > 0;
	return (
		<Stack gap="xl">
			{isDemo && <DemoSignIn kommuner={demoKommuner} till={till} />}
			<section className="logga-in" aria-labelledby={isDemo ? "med-losenord" : undefined}>
				{isDemo ? (
					<Heading level={2} id="med-losenord">
						Logga in med lösenord
					</Heading>
				) : (
					<PageHeader title="Logga in" lead="För polis, kommun och råd som följer upp medborgarlöften." />
				)}
				<PasswordForm till={till} />
			</section>
		</Stack>
	);
}

function PasswordForm({ till }: { till: string }) {
	const refused = refusalIn(useActionData());
	const isSending = useNavigation().state !== "idle";
	return (
		<Form method="post" noValidate className="logga-in-form">
			<Stack gap="md">
				<ErrorSummary errors={(refused?.errors ?? []).map(({ field, message }) => ({ fieldId: field, message }))} />
				<input type="hidden" name="till" value={till} />
				<TextField
					label="E-post"
					name="email"
					type="email"
					autoComplete="username"
					inputMode="email"
					defaultValue={typedIn(refused, "email")}
					error={errorOf(refused, "email")}
				/>
				<TextField
					label="Lösenord"
					name="password"
					type="password"
					autoComplete="current-password"
					error={errorOf(refused, "password")}
				/>
				<div>
					<Button type="submit" size="lg" disabled={isSending}>
						Logga in
					</Button>
				</div>
				<p className="logga-in-help">
					Ett konto får du genom en inbjudan från administratören i din kommun. Har du glömt lösenordet? Be den som
					driver tjänsten om en länk för att välja ett nytt.
				</p>
			</Stack>
		</Form>
	);
}
