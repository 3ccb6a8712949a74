import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { compareSwedish } from "#app/domain/format.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { publicHeaders } from "#app/features/offentligt/publicHeaders.ts";
import { publicMeta } from "#app/features/offentligt/publicMeta.ts";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { open } from "#app/http/protect.server.ts";
import { monthsOf } from "#app/rapport/publicSummary.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { findAllKommuner } from "#db/kommun.server.ts";
import { findAllNewestPublished } from "#db/snapshot.server.ts";
import { KommunList } from "./KommunList.tsx";
import "./start.css";

export const headers = publicHeaders;
export const handle: PageHandle = { isStatic: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	publicMeta({
		title: "Så går det med medborgarlöftena",
		description: "Vad polisen och kommunen har lovat tillsammans, och vad som blev gjort. Välj din kommun.",
		url: data?.url ?? "/",
	});

/** Which kommuner there are, and what each has published last. */
export const loader = open(async ({ db, mode, origin }) => {
	const kommuner = await findAllKommuner(db);
	const newest = new Map((await findAllNewestPublished(db)).map(({ kommunId, periodCode }) => [kommunId, periodCode]));
	return {
		kommuner: kommuner
			.map(({ id, slug, name }) => {
				const period = parsePeriod(newest.get(id) ?? "");
				return { slug, name, published: period ? monthsOf(period) : null };
			})
			.sort((a, b) => compareSwedish(a.name, b.name)),
		isDemo: mode === "demo",
		url: `${origin}/`,
	};
});

const STEPS = [
	{
		title: "Löftet, ord för ord",
		text: "Dokumentet som polis och kommun har skrivit under ligger i botten. Varje aktivitet citeras som den står, med vem som ansvarar och vad som räknas.",
	},
	{
		title: "Det som blev gjort",
		text: "Varje fotpatrull, möte och trygghetsvandring registreras när den är gjord. Bara antal och platser, inga personuppgifter.",
	},
	{
		title: "Rapporten, signerad",
		text: "Några gånger om året granskas uppföljningen och signeras. Sedan kan ingen ändra den, och alla kan läsa den här. Saknas ett minimum sätts inget betyg, och ingen siffra hittas på.",
	},
] as const;

export default function Start() {
	const { kommuner, isDemo } = useLoaderData<typeof loader>();
	return (
		<Stack gap="xl">
			<header className="start-hero">
				<Heading level={1}>Lovat ska bli gjort. Här syns det.</Heading>
				<p className="start-lead">
					Ett medborgarlöfte är vad polisen och kommunen skriver under på att göra tillsammans för tryggheten. Här ser
					du vad som är lovat och vad som blev gjort.
				</p>
			</header>
			{kommuner.length > 0 && <KommunList kommuner={kommuner} />}
			<section aria-labelledby="sa-fungerar-det">
				<Heading level={2} id="sa-fungerar-det">
					Så fungerar det
				</Heading>
				<ol className="start-steps">
					{STEPS.map(({ title, text }) => (
						<li key={title}>
							<Heading level={3} size="sm">
								{title}
							</Heading>
							<p>{text}</p>
						</li>
					))}
				</ol>
			</section>
			<section className="start-staff" aria-labelledby="arbetar">
				<Heading level={2} size="sm" id="arbetar">
					Arbetar du med löftena?
				</Heading>
				<p>Kommunpoliser, samordnare, ledamöter i rådet och de som undertecknar loggar in.</p>
				<div>
					<ButtonLink to="/logga-in" variant={isDemo ? "primary" : "secondary"} reloadDocument>
						{isDemo ? "Prova demon" : "Logga in"}
					</ButtonLink>
				</div>
			</section>
		</Stack>
	);
}
