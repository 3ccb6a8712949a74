import { Form } from "@remix-run/react";
import { SIGN_WITHIN_MINUTES } from "#app/domain/rapport.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { Button } from "#app/ui/Button.tsx";
import { TextArea, TextField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import type { signeraPage } from "./signeraPage.server.ts";

type View = Pick<
	Awaited<ReturnType<typeof signeraPage>>,
	"rapportId" | "version" | "proof" | "demoSignIn" | "undertecknare" | "name"
>;

/** Signs. The password is asked for when it is a while since it was last given. */
export function SignForm({ view }: { view: View }) {
	const { rapportId, version, proof, demoSignIn, undertecknare, name } = view;
	return (
		<section className="signera__sign" aria-labelledby="signera">
			<Heading level={2} size="md" id="signera">
				Signera som {undertecknare.toLowerCase()}
			</Heading>
			<p>
				När du signerar låses rapporten: ingen kan ändra den efteråt. Den får ett fingeravtryck (SHA-256), en rad tecken
				som räknas fram ur hela innehållet och blir en annan om ett enda tecken ändras. Den som får rapporten kan därför
				kontrollera att den är äkta.
			</p>
			<p>
				I rapporten står {undertecknare.toLowerCase()}, {name}, och dagens datum. Allmänheten ser titeln och datumet.
			</p>
			{proof === "demo" ? (
				<>
					<p>Det var mer än {SIGN_WITHIN_MINUTES} minuter sedan du loggade in. Logga in igen för att signera.</p>
					<Form method="post" action="/demo/logga-in" reloadDocument>
						{Object.entries(demoSignIn).map(([name, value]) => (
							<input key={name} type="hidden" name={name} value={value} />
						))}
						<Button variant="secondary">Logga in igen</Button>
					</Form>
				</>
			) : (
				<IntentForm
					intent="signRapport"
					hidden={{ rapportId, version }}
					submit="Signera rapporten"
					submitVariant="primary"
				>
					{(refused) =>
						proof === "password" && (
							<TextField
								name="password"
								id={refused.fieldId("password")}
								type="password"
								autoComplete="current-password"
								label="Lösenord"
								hint={`Det var mer än ${SIGN_WITHIN_MINUTES} minuter sedan du loggade in.`}
								error={refused.error("password")}
							/>
						)
					}
				</IntentForm>
			)}
		</section>
	);
}

/** Back to the two parts, with what is to be changed. */
export function ReturnForm({ rapportId, version }: { rapportId: number; version: number }) {
	return (
		<section className="signera__sign" aria-labelledby="aterlamna">
			<Heading level={2} size="md" id="aterlamna">
				Återlämna i stället
			</Heading>
			<IntentForm intent="returnRapport" hidden={{ rapportId, version }} submit="Återlämna rapporten">
				{(refused) => (
					<TextArea
						{...refused.field("reason")}
						label="Orsak"
						hint="Vad behöver ändras? Rapporten blir ett utkast igen, och polisen och kommunen klarmarkerar på nytt."
						maxLength={1000}
					/>
				)}
			</IntentForm>
		</section>
	);
}
