import { IntentForm } from "#app/features/IntentForm.tsx";
import { Named } from "#app/features/Named.tsx";
import { MISSED_ANCHOR } from "#app/features/utkast/anchors.ts";
import { Choices, TextArea } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";

interface MissedSectionProps {
	leftOut: readonly { key: string; quotation: string }[];
	version: number;
}

/** What was not found, and what was left out: both can be taken in. */
export function MissedSection({ leftOut, version }: MissedSectionProps) {
	return (
		<section id={MISSED_ANCHOR} className="utkast-section" aria-labelledby="saknas-rubrik" tabIndex={-1}>
			<Heading level={2} size="md" id="saknas-rubrik">
				Saknas något?
			</Heading>
			<p className="utkast-needs-script">
				Markera orden i texten bredvid, så kan du lägga till dem som aktivitet eller löfte. Eller klistra in dem här.
			</p>
			<IntentForm
				intent="addPassage"
				hidden={{ version }}
				submit="Lägg till"
				disclosure="Lägg till en aktivitet eller ett löfte ur texten"
			>
				{(refused) => (
					<>
						<TextArea
							{...refused.field("quotation")}
							label="Orden ur texten"
							hint="Kopiera dem ur texten, precis som de står."
							rows={3}
						/>
						<Choices
							id={refused.fieldId("kind")}
							name="kind"
							type="radio"
							legend="Lägg till som"
							direction="row"
							options={[
								{ value: "aktivitet", label: "aktivitet" },
								{ value: "lofte", label: "löfte" },
							]}
							defaultValues={[refused.value("kind", "aktivitet")]}
							error={refused.error("kind")}
						/>
					</>
				)}
			</IntentForm>
			{leftOut.length > 0 && (
				<>
					<Heading level={3} size="xs">
						Inte med
					</Heading>
					<ul className="utkast-left-out">
						{leftOut.map(({ key, quotation }) => (
							<li key={key} className="utkast-left-out__line">
								<p>”{quotation}”</p>
								<IntentForm
									intent="takeInAktivitet"
									hidden={{ aktivitetKey: key, version }}
									submit={<Named name={quotation}>Ta med</Named>}
									submitVariant="tertiary"
								/>
							</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
}
