import { redirect } from "@remix-run/node";
import { Form, type MetaFunction, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { addKommun } from "#app/commands/addKommun.server.ts";
import { allTypedIn, errorOf, refusalIn, typedIn } from "#app/domain/formRefusal.ts";
import { KOMMUNER } from "#app/domain/kommuner.ts";
import { newKommunSchema, OWN_ROLES } from "#app/domain/newKommun.schema.ts";
import { ROLE_NAME } from "#app/domain/permissions.ts";
import { errorPage } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { protectSignedIn, type SignedInContext } from "#app/http/protect.server.ts";
import { Button } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { Choices, TextField } from "#app/ui/Field.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { findAllKommuner } from "#db/kommun.server.ts";
import { findAllMemberships } from "#db/person.server.ts";
import "./nyKommun.css";

export const meta: MetaFunction = () => [{ title: "Ny kommun – Löfteskoll" }];

/** For somebody who administers a kommun here already (docs/decisions/0020). The list leaves out those that are there. */
export const loader = protectSignedIn(async (context) => {
	await requireAdminSomewhere(context);
	const taken = new Set((await findAllKommuner(context.db)).map(({ scbCode }) => scbCode));
	return { kommuner: KOMMUNER.filter(({ code }) => !taken.has(code)).map(({ code, name }) => ({ code, name })) };
});

export const action = protectSignedIn(async (context) => {
	await requireAdminSomewhere(context);
	const { db, actor, person, form } = context;
	const { kommun, ...input } = parseForm(newKommunSchema, form);
	const { slug, isNew } = await addKommun(db, { ...actor, personId: person.id }, { code: kommun.code, ...input });
	return redirect(`/intern/${slug}/kom-igang?sparat=${isNew ? "addKommun" : "addKommunFanns"}`);
});

async function requireAdminSomewhere({ db, person }: Pick<SignedInContext, "db" | "person">): Promise<void> {
	const memberships = await findAllMemberships(db, { personId: person.id });
	if (!memberships.some(({ role }) => role === "admin"))
		throw errorPage(
			403,
			"Bara den som är administratör i en kommun kan lägga till en ny. Be den som driver tjänsten om hjälp.",
		);
}

export default function NyKommun() {
	const { kommuner } = useLoaderData<typeof loader>();
	const refused = refusalIn(useActionData());
	const isSending = useNavigation().state !== "idle";
	const field = (name: string, fallback = "") => ({
		name,
		defaultValue: typedIn(refused, name) ?? fallback,
		error: errorOf(refused, name),
	});
	return (
		<Stack gap="lg">
			<PageHeader
				title="Ny kommun"
				lead="Lägg upp en kommun som ska följa sina medborgarlöften här. Sedan bjuder du in dem som ska arbeta i den."
				breadcrumbs={[{ label: "Mina kommuner", to: "/intern" }]}
			/>
			<Form method="post" noValidate className="ny-kommun">
				<ErrorSummary
					answer={refused}
					errors={(refused?.errors ?? []).map(({ field, message }) => ({ fieldId: field, message }))}
				/>
				<TextField
					{...field("kommun")}
					label="Kommun"
					hint="Börja skriva namnet, eller skriv kommunkoden med fyra siffror."
					list="kommuner"
					autoComplete="off"
				/>
				<datalist id="kommuner">
					{kommuner.map(({ code, name }) => (
						<option key={code} value={name}>
							{code}
						</option>
					))}
				</datalist>
				<TextField
					{...field("lokalpolisomrade")}
					label="Lokalpolisområde"
					hint="Som det står i löftesdokumentet, till exempel Höglandet. Går att fylla i sedan."
					isOptional
				/>
				<TextField
					{...field("undertecknareTitle", "Kommunchef")}
					label="Undertecknarens titel"
					hint="Den som signerar rapporten för kommunen. Ändra om det är någon annan, till exempel ett kommunalråd."
				/>
				<Choices
					name="ownRoles"
					type="checkbox"
					legend="Dina roller där"
					hint="Du blir kommunens administratör. Kryssa i om du också ska arbeta i den."
					isOptional
					options={OWN_ROLES.map((role) => ({ value: role, label: ROLE_NAME[role] }))}
					defaultValues={allTypedIn(refused, "ownRoles")}
					error={errorOf(refused, "ownRoles")}
				/>
				<div>
					<Button type="submit" size="lg" disabled={isSending}>
						Lägg upp kommunen
					</Button>
				</div>
			</Form>
		</Stack>
	);
}
