import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { addPlatser } from "#app/commands/addPlatser.server.ts";
import { createInbjudan } from "#app/commands/createInbjudan.server.ts";
import { updateKommun } from "#app/commands/updateKommun.server.ts";
import { countOf } from "#app/domain/format.ts";
import { firstSettingsSchema } from "#app/domain/newKommun.schema.ts";
import { createInbjudanSchema } from "#app/domain/person.schema.ts";
import { addPlatserSchema } from "#app/domain/plats.schema.ts";
import { StepList } from "#app/features/komIgang/StepList.tsx";
import {
	fordelningTo,
	komIgangSteps,
	missingRoles,
	readersUnconfirmed,
	stepsDoneText,
} from "#app/features/komIgang/steps.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { type KommunContext, protect } from "#app/http/protect.server.ts";
import { hashToken, newToken } from "#app/http/token.server.ts";
import type { InbjudanLink } from "#app/routes/intern.$kommun.personer/NewLink.tsx";
import { Alert } from "#app/ui/Alert.tsx";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { findKomIgang } from "./findKomIgang.server.ts";
import { Fordelningar, More, Personer, Platser, Uppgifter } from "./StepContents.tsx";
import "./komIgang.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Kom igång – ${data.kommun.name} – Löfteskoll` : "Löfteskoll" },
];

/** The way from an empty kommun to a running follow-up, computed from what is there. */
export const loader = protect({ may: "read" }, async ({ db, kommun, url, today, now, may }) => {
	const path = `/intern/${kommun.slug}`;
	const facts = await findKomIgang(db, { kommun, today, now });
	return {
		kommun,
		path,
		steps: komIgangSteps(facts, { may, path }),
		people: facts.people,
		missing: missingRoles(facts),
		mine: readersUnconfirmed(facts, may).map((one) => ({ name: one.name, to: fordelningTo(path, one) })),
		mayAdminister: may("administer"),
		canLog: may("log"),
		saved: savedText(url.searchParams),
	};
});

function savedText(params: URLSearchParams): string | null {
	const added = Number(params.get("antal"));
	switch (params.get("sparat")) {
		case "addKommun":
			return "Kommunen är upplagd, och du är dess administratör.";
		case "addKommunFanns":
			return "Kommunen fanns redan, och du är med i den.";
		case "updateKommun":
			return "Uppgifterna är sparade.";
		case "addPlatser":
			return Number.isSafeInteger(added) && added > 0
				? `${countOf(added, "plats är tillagd", "platser är tillagda")}.`
				: "Platserna är tillagda.";
		default:
			return null;
	}
}

export const action = protect({ may: "administer" }, async (context) => {
	const { db, actor, form, url } = context;
	switch (form.get("intent")) {
		case "updateKommun":
			await updateKommun(db, actor, parseForm(firstSettingsSchema, form));
			return redirect(`${url.pathname}?sparat=updateKommun`);
		case "createInbjudan":
			return invite(context);
		case "addPlatser": {
			const { added } = await addPlatser(db, actor, parseForm(addPlatserSchema, form));
			return redirect(`${url.pathname}?sparat=addPlatser&antal=${added}`);
		}
		default:
			throw unknownIntent();
	}
});

async function invite({ db, actor, form, origin }: KommunContext): Promise<{ link: InbjudanLink }> {
	const { name, email, roles } = parseForm(createInbjudanSchema, form);
	const token = newToken();
	await createInbjudan(db, actor, { name, email, roles, tokenHash: hashToken(token) });
	return { link: { url: `${origin}/inbjudan/${token}`, email } };
}

export default function KomIgang() {
	const { kommun, path, steps, people, missing, mine, mayAdminister, canLog, saved } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const link = answer && "link" in answer ? answer.link : undefined;
	const doneCount = steps.filter(({ state }) => state === "done").length;
	const isAllDone = doneCount === steps.length;
	const stateOf = new Map(steps.map(({ id, state }) => [id, state]));
	return (
		<Stack gap="lg">
			<PageHeader
				title={`Kom igång i ${kommun.name}`}
				lead={`Vägen till en uppföljning som är igång. ${stepsDoneText({ doneCount, stepCount: steps.length })}.`}
			/>
			<SavedNotice text={answer ? null : saved} />
			{isAllDone && (
				<Alert tone="success" title="Allt är på plats">
					<p>Uppföljningen är igång. På översikten ser du hur det går med varje löfte.</p>
					<ButtonLink to={path}>Till översikten</ButtonLink>
				</Alert>
			)}
			<StepList
				level={2}
				steps={steps}
				withoutLink={["uppgifter", "personer", "platser"]}
				contents={{
					uppgifter: mayAdminister && <Uppgifter kommun={kommun} state={stateOf.get("uppgifter")} />,
					personer: (
						<Personer
							people={people}
							missing={missing}
							link={link}
							state={stateOf.get("personer")}
							personerTo={mayAdminister ? `${path}/personer` : null}
						/>
					),
					platser: mayAdminister && <Platser state={stateOf.get("platser")} allTo={`${path}/installningar`} />,
					dokument: stateOf.get("dokument") === "done" && <More to={`${path}/dokument`}>Se dokumenten</More>,
					fordelning: <Fordelningar mine={mine} />,
					registreringar: canLog && stateOf.get("registreringar") !== "later" && (
						<More to={`${path}/logga`}>Logga en aktivitet</More>
					),
				}}
			/>
		</Stack>
	);
}
