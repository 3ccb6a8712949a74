import { IntentForm } from "#app/features/IntentForm.tsx";
import { Choices } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";

/** Whether the public may read the measure's small numbers. Needs no date and no reason: nothing agreed is changed. */
export function SensitivityForm({ version, isSensitive }: { version: number; isSensitive: boolean }) {
	return (
		<section className="measure-page__public">
			<Heading level={2} size="sm">
				Det som alla kan läsa
			</Heading>
			<IntentForm intent="changeMeasureSensitivity" hidden={{ version }} submit="Spara">
				{(refused) => (
					<Choices
						id={refused.fieldId("isSensitive")}
						name="isSensitive"
						type="checkbox"
						legend="Känsligt mått"
						hint="Gäller offentliga sidor och filer från nästa rapport som lämnas in. Internt visas alla värden. Status och avtalat minimum är alltid offentliga. Är minimum lägre än 5 kan antalet därför ibland räknas ut."
						options={[{ value: "ja", label: "Känsligt mått: offentliga värden under 5 visas som ”färre än 5”" }]}
						isLegendHidden
						defaultValues={refused.isTicked("isSensitive", isSensitive) ? ["ja"] : []}
						error={refused.error("isSensitive")}
					/>
				)}
			</IntentForm>
		</section>
	);
}
