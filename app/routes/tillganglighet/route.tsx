import type { MetaFunction } from "@remix-run/node";
import { TextPage } from "#app/features/TextPage.tsx";
import { Heading } from "#app/ui/Heading.tsx";

export const meta: MetaFunction = () => [{ title: "Tillgänglighet – Löfteskoll" }];

const IN_SHORT = [
	{ term: "Nivå", description: "Byggd för WCAG 2.2 AA" },
	{ term: "Bedömning", description: "Egna tester, ingen utomstående granskning" },
	{ term: "Ansvarig", description: "Kommunen vars sidor du läser" },
	{ term: "Tillsyn", description: "Myndigheten för digital förvaltning (Digg)" },
];

/** The statement that the Swedish law on digital public service (2018:1937) asks for. */
export default function Tillganglighet() {
	return (
		<TextPage
			title="Tillgänglighet"
			lead="Alla ska kunna läsa hur det går med medborgarlöftena, och alla som arbetar med dem ska kunna följa och registrera."
			inShort={IN_SHORT}
		>
			<p>
				Kommunen som följer upp sina löften i Löfteskoll ansvarar för att webbplatsen följer lagen om tillgänglighet
				till digital offentlig service. Här står hur tillgänglig den är, hur den är testad och vart du vänder dig om
				något inte fungerar.
			</p>

			<Heading level={2} size="md">
				Så fungerar webbplatsen
			</Heading>
			<ul>
				<li>Allt går att göra med bara tangentbord, och det syns alltid var du är.</li>
				<li>Sidorna går att förstora till 400 procent utan att du behöver läsa i sidled.</li>
				<li>Diagrammen har en mening som säger vad de visar, och samma siffror i en tabell.</li>
				<li>Status visas med ett ord och en form, aldrig bara med färg.</li>
				<li>Sidorna som alla kan läsa består bara av text och bilder av siffror. De behöver ingen JavaScript.</li>
				<li>Formulären fungerar utan JavaScript. Ett fel säger vad som är fel och hur du rättar det.</li>
				<li>Ljust eller mörkt utseende, mindre rörelse och hög kontrast följer inställningarna på din enhet.</li>
			</ul>

			<Heading level={2} size="md">
				Det vi vet inte är helt tillgängligt
			</Heading>
			<p>
				Webbplatsen är byggd för att följa WCAG 2.2 på nivå AA, alltså mer än lagens krav på WCAG 2.1 AA. Vi känner inte
				till några brister i sidorna. Men ingen utomstående har granskat dem, och det här är svårare att läsa eller
				ligger utanför det vi själva kan styra:
			</p>
			<ul>
				<li>
					Rapporterna som PDF är märkta med rubriker, tabeller och bildtexter, men inte provade mot hela standarden för
					tillgänglig PDF. Samma innehåll finns alltid som webbsida.
				</li>
				<li>Löftena citeras ord för ord ur de undertecknade dokumenten. Språket i dem kan vara svårt.</li>
				<li>En del datumfält är webbläsarens egna och ser olika ut i olika webbläsare.</li>
			</ul>

			<Heading level={2} size="md">
				Så är den testad
			</Heading>
			<p>
				Varje ny version testas automatiskt mot de regler i WCAG som en dator kan pröva, på webbplatsens sidor och i
				både ljust och mörkt utseende. En registrering görs också hela vägen, på en telefons skärm och utan JavaScript.
				Automatiska tester hittar inte allt. Därför är det värdefullt om du berättar vad du stöter på.
			</p>

			<Heading level={2} size="md">
				Säg till om något inte fungerar
			</Heading>
			<p>
				Kontakta den kommun vars sidor du läser, till exempel genom kommunens kontaktcenter. Berätta vilken sida det
				gäller och vad du ville göra. Behöver du innehållet på ett annat sätt, till exempel uppläst eller på papper,
				ordnar kommunen det.
			</p>

			<Heading level={2} size="md">
				Tillsyn
			</Heading>
			<p>
				Myndigheten för digital förvaltning, Digg, ser till att lagen följs. Är du inte nöjd med hur kommunen hanterar
				det du påpekat kan du <a href="https://www.digg.se/tdosanmalan">anmäla det till Digg</a>.
			</p>
		</TextPage>
	);
}
