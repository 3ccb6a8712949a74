import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { compareSwedish } from "#app/domain/format.ts";
import { open } from "#app/http/protect.server.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Cluster, Stack } from "#app/ui/Layout.tsx";
import { findAllKommuner } from "#db/kommun.server.ts";
import "./start.css";

export const meta: MetaFunction = () => [
	{ title: "Löfteskoll – så följs medborgarlöften upp" },
	{
		name: "description",
		content: "Polis och kommun skriver ner vad de har lovat och vad som blev gjort, tertial för tertial.",
	},
];

export const loader = open(async ({ db, mode, findSession }) => {
	const kommuner = await findAllKommuner(db);
	return {
		kommuner: kommuner
			.map(({ slug, name, lokalpolisomrade }) => ({ slug, name, lokalpolisomrade }))
			.sort((a, b) => compareSwedish(a.name, b.name)),
		isSignedIn: (await findSession()) !== undefined,
		isDemo: mode === "demo",
	};
});

const STEPS = [
	{
		title: "Löftet, ord för ord",
		text: "Dokumentet som polis och kommun har skrivit under ligger i botten. Varje aktivitet citeras som den står, med vem som ansvarar och vad som räknas.",
	},
	{
		title: "Det som blev gjort",
		text: "Varje fotpatrull, möte och trygghetsvandring registreras samma dag, på några sekunder från telefonen. Inga personuppgifter.",
	},
	{
		title: "Läget, tertial för tertial",
		text: "Diagram mot det minimum som parterna har kommit överens om. Saknas ett minimum visas inget betyg, och ingen siffra hittas på.",
	},
] as const;

export default function Start() {
	const { kommuner, isSignedIn, isDemo } = useLoaderData<typeof loader>();
	return (
		<Stack gap="xl">
			<header className="start-hero">
				<Heading level={1}>Lovat ska bli gjort. Här syns det.</Heading>
				<p className="start-lead">
					Ett medborgarlöfte är vad polisen och kommunen skriver under på att göra tillsammans för tryggheten.
					Löfteskoll följer upp löftena: vad som är lovat, vad som är gjort och vad som är kvar.
				</p>
				<Cluster>
					{isSignedIn ? (
						<ButtonLink to="/intern" size="lg">
							Till mina kommuner
						</ButtonLink>
					) : (
						<ButtonLink to="/logga-in" size="lg">
							{isDemo ? "Prova demon" : "Logga in"}
						</ButtonLink>
					)}
				</Cluster>
			</header>
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
			{kommuner.length > 0 && (
				<section aria-labelledby="kommuner">
					<Heading level={2} id="kommuner">
						{isDemo ? "Kommuner i demon" : "Kommuner"}
					</Heading>
					<ul className="start-kommuner">
						{kommuner.map(({ slug, name, lokalpolisomrade }) => (
							<li key={slug}>
								<span className="start-kommun">{name}</span>
								{lokalpolisomrade && <span className="start-omrade">Lokalpolisområde {lokalpolisomrade}</span>}
							</li>
						))}
					</ul>
				</section>
			)}
		</Stack>
	);
}
