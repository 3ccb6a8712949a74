import { Card } from "#app/ui/Card.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Prose, Split } from "#app/ui/Layout.tsx";

const ANSWERS = [
	{ term: "Äkta", description: "Rapporten är signerad här, och inget i den har ändrats sedan dess." },
	{ term: "Ersatt", description: "Den är äkta, men har rättats. En senare version är signerad." },
	{ term: "Ändrad", description: "Filen är inte den som signerades. Något i den är ändrat eller skadat." },
	{ term: "Okänd", description: "Koden eller filen hör inte till någon rapport som är signerad här." },
];

/** What the seal proves, and what each verdict means, for whoever holds a report in their hand. */
export function HowItWorks() {
	return (
		<Split
			main={
				<Prose>
					<Heading level={2}>Så går kontrollen till</Heading>
					<p>
						När en rapport signeras fryses allt som står i den. Av innehållet räknas ett fingeravtryck fram, och det
						hela får en underskrift som bara den här tjänsten kan göra. Ändras en enda siffra eller bokstav stämmer
						underskriften inte längre.
					</p>
					<p>
						Med <strong>koden</strong> ser du att rapporten finns, vilken den är och om den gäller. Siffrorna jämför du
						själv med den publicerade rapporten. Med <strong>filen</strong> prövas hela innehållet på en gång, tecken
						för tecken.
					</p>
					<p>
						Allt går att kontrollera utan att logga in. Filen sparas inte, och ingen ser vad du har kontrollerat. Vem
						som signerade visas som titel, inte som namn.
					</p>
				</Prose>
			}
			aside={
				<Card as="section" tone="tinted" aria-labelledby="svaren">
					<Heading level={2} size="xs" id="svaren">
						Vad svaren betyder
					</Heading>
					<DescriptionList items={ANSWERS} />
				</Card>
			}
		/>
	);
}
