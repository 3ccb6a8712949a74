import type { MetaFunction } from "@remix-run/node";
import { TextPage } from "#app/features/TextPage.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Heading } from "#app/ui/Heading.tsx";

export const meta: MetaFunction = () => [{ title: "Personuppgifter – Löfteskoll" }];

const KEPT_ABOUT_STAFF = [
	{
		term: "Namn och e-postadress",
		description:
			"För att kunna logga in, för att andra i kommunen ska se vem som gör vad, och för veckobrevet om det som väntar på dig.",
	},
	{ term: "Lösenord", description: "Sparas bara i en form som inte går att läsa eller räkna tillbaka." },
	{ term: "Roller", description: "Vilka kommuner du arbetar med, och vad du får göra i var och en." },
	{
		term: "Vad du har gjort",
		description:
			"Vem som registrerat, rättat eller makulerat något, eller loggat in, och när. Det behövs för att uppföljningen ska gå att lita på.",
	},
	{
		term: "Rapporterna",
		description:
			"Vem som lämnade in en del, signerade och publicerade. Namnen på dem som lämnade in och signerade följer med den signerade rapporten, som är en allmän handling. I det som publiceras är namnen borttagna.",
	},
	{
		term: "Möten",
		description:
			"I protokollet står vilka roller som deltog och hur många, aldrig namn på deltagarna. Namnet på kontot som avslutade mötet står sist.",
	},
	{
		term: "Rådets synpunkter",
		description: "Vem som lämnade en synpunkt syns för dem som arbetar i kommunen. I rapporten står bara rollen.",
	},
	{
		term: "Veckobrev",
		description:
			"Att ett brev har skickats till dig och vad det tog upp, så att samma sak inte skrivs två gånger. Själva texten tas bort när brevet är skickat, eller efter tre dagar om det inte går fram. Du kan avstå från breven under Mitt konto eller med länken i varje brev.",
	},
	{
		term: "Din kalenderadress",
		description:
			"När du skapade den. Adressen själv sparas inte, bara en form av den som inte går att räkna tillbaka. Du kan ta bort den när du vill.",
	},
	{
		term: "Inloggningar",
		description: "När du senast var aktiv. Tas bort sedan inloggningen har gått ut.",
	},
];

const IN_SHORT = [
	{ term: "Om dig som läser", description: "Inget sparas" },
	{ term: "Om dig som har konto", description: "Namn, e-post, roller och vad du har gjort" },
	{ term: "I registreringarna", description: "Antal och platser, inga personer" },
	{ term: "I det som publiceras", description: "Summor och titlar, inga namn" },
	{ term: "Ansvarig", description: "Kommunen" },
];

/** What the data protection regulation wants everybody to be told (articles 12–14). */
export default function Personuppgifter() {
	return (
		<TextPage
			title="Personuppgifter"
			lead="Löfteskoll räknar vad som blev gjort, inte vem det gällde. Därför sparas så lite om människor som det går."
			inShort={IN_SHORT}
		>
			<Heading level={2} size="md">
				Om du bara läser
			</Heading>
			<p>
				De öppna sidorna sparar inget om dig. Där finns ingen besöksstatistik, inga kakor och inget som hämtas från
				andra företag. De visar rapporter som är signerade och publicerade: summor per period, och platser bara när
				löftet själv nämner dem. Där står titeln på den som signerade, men inga namn.
			</p>
			<p>
				Kontrollerar du om en rapport är äkta läses koden eller filen, men inget av den sparas. Det gäller också när
				siffrorna visas i en ruta på en annan webbplats.
			</p>

			<Heading level={2} size="md">
				Om du arbetar med löftena
			</Heading>
			<p>Du som har ett konto hos en kommun finns i systemet så här:</p>
			<DescriptionList items={KEPT_ABOUT_STAFF} />
			<p>
				När du loggar in sparas en kaka i din webbläsare. Den håller dig inloggad och används inte till något annat. Den
				slutar gälla när du loggar ut, efter åtta timmar utan aktivitet och senast efter sju dagar.
			</p>
			<p>
				Medan du skriver i en rapport sparas texten i din webbläsare, så att den finns kvar om nätet eller inloggningen
				tar slut. Den tas bort därifrån när den är sparad.
			</p>
			<p>
				För att hejda den som gissar lösenord räknas försöken att logga in per konto och nätadress under en kvart.
				Räkningen sparas inte.
			</p>

			<Heading level={2} size="md">
				Det som inte får skrivas in
			</Heading>
			<p>
				I en registrering finns inga fält för personer. Systemet säger nej till personnummer och samordningsnummer i
				alla textfält, och sparar dem inte någonstans. Skriv inte heller namn eller annat som pekar ut någon. Det som
				skrivs i en rapport kan alla läsa när den är publicerad.
			</p>

			<Heading level={2} size="md">
				Vem som ansvarar
			</Heading>
			<p>
				Kommunen är personuppgiftsansvarig för kontona i sin del av Löfteskoll och för det som registreras där. Den
				rättsliga grunden är att uppföljningen är en uppgift av allmänt intresse. Uppgifterna sparas så länge kommunen
				har bestämt i sin dokumenthanteringsplan.
			</p>

			<Heading level={2} size="md">
				Dina rättigheter
			</Heading>
			<p>
				Du har rätt att få veta vad som finns om dig, att få fel rättade och i vissa fall att få uppgifter borttagna.
				Vänd dig till kommunen eller dess dataskyddsombud. Är du inte nöjd med svaret kan du{" "}
				<a href="https://www.imy.se/privatperson/utfora-arenden/lamna-ett-klagomal/">
					klaga hos Integritetsskyddsmyndigheten
				</a>
				.
			</p>
		</TextPage>
	);
}
