import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { stockholmDate } from "#app/domain/dates.ts";
import { compareSwedish, countOf, formatDate } from "#app/domain/format.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { protectSignedIn } from "#app/http/protect.server.ts";
import { runtime } from "#app/http/runtime.server.ts";
import { TextField } from "#app/ui/Field.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import type { Db } from "#db/connection.server.ts";
import { findKalenderlank } from "#db/kalenderlank.server.ts";
import { findAllKommunerOfPerson } from "#db/kommun.server.ts";
import { findAllLetterChoices } from "#db/paminnelse.server.ts";
import { countSessions } from "#db/session.server.ts";
import { answerIntent, savedText } from "./intents.server.ts";
import { KalenderSection } from "./KalenderSection.tsx";
import { KontoSection } from "./KontoSection.tsx";
import { NewAddress } from "./NewAddress.tsx";
import { type LetterChoice, PaminnelserSection } from "./PaminnelserSection.tsx";
import { PasswordSection } from "./PasswordSection.tsx";
import "./konto.css";

export const meta: MetaFunction = () => [{ title: "Mitt konto – Löfteskoll" }];

export const loader = protectSignedIn(async ({ db, person, session, url, now }) => {
	const lank = await findKalenderlank(db, { personId: person.id });
	return {
		name: person.name,
		email: person.email,
		hasPassword: !session.person.isDemo,
		sessions: countOf(await countSessions(db, { personId: person.id, now }), "webbläsare", "webbläsare"),
		kalenderMadeOn: lank ? formatDate(stockholmDate(lank.createdAt)) : null,
		sendsLetters: runtime().settings.sendsLetters,
		letterChoices: await findLetterChoices(db, { personId: person.id }),
		saved: savedText(url.searchParams.get("sparat")),
	};
});

/** One for each kommun where the person is a member. */
async function findLetterChoices(db: Db, { personId }: { personId: number }): Promise<LetterChoice[]> {
	const kommuner = await findAllKommunerOfPerson(db, { personId });
	const chosen = await findAllLetterChoices(db, { personId });
	return kommuner
		.map(({ id, name }) => ({
			kommunId: id,
			kommun: name,
			isOff: chosen.some(({ kommunId, isOff }) => kommunId === id && isOff),
		}))
		.sort((a, b) => compareSwedish(a.kommun, b.kommun));
}

export const action = protectSignedIn(answerIntent);

export default function Konto() {
	const { name, email, hasPassword, sessions, kalenderMadeOn, sendsLetters, letterChoices, saved } =
		useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const address = answer && "address" in answer ? answer.address : undefined;
	return (
		<div className="konto">
			<Stack gap="lg">
				<PageHeader title="Mitt konto" lead={email} breadcrumbs={[{ label: "Mina kommuner", to: "/intern" }]} />
				<SavedNotice text={answer ? null : saved} />
				{address && <NewAddress key={address} address={address} />}
				<KontoSection id="namnet" title="Hur du visas">
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
				</KontoSection>
				<KalenderSection key={address} madeOn={kalenderMadeOn} isNew={address !== undefined} />
				<PaminnelserSection email={email} sendsLetters={sendsLetters} choices={letterChoices} />
				{hasPassword && <PasswordSection />}
				<KontoSection id="inloggad" title="Inloggad">
					<p className="konto-text">
						Du är inloggad i {sessions}. Har du tappat bort en telefon? Logga ut överallt, och byt kalenderns adress om
						den fanns där.
					</p>
					<IntentForm intent="endAllSessions" hidden={{}} submit="Logga ut överallt" />
				</KontoSection>
			</Stack>
		</div>
	);
}
