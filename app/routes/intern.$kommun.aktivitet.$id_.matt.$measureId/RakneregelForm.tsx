import { MAX_MEASURE_NAME, MAX_RAKNEREGEL } from "#app/domain/measure.schema.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { TextArea, TextField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";

interface RakneregelFormProps {
	version: number;
	name: string;
	rakneregel: string;
}

/** What the measure is called and what counts. Nothing agreed is changed, so it needs no date. */
export function RakneregelForm({ version, name, rakneregel }: RakneregelFormProps) {
	return (
		<section className="measure-page__section">
			<Heading level={2} size="sm">
				Namn och räkneregel
			</Heading>
			<p>{rakneregel}</p>
			<IntentForm
				intent="changeRakneregel"
				hidden={{ version }}
				submit="Spara namn och räkneregel"
				disclosure="Ändra namnet eller vad som räknas"
				showsTop
			>
				{(refused) => (
					<>
						<TextField
							{...refused.field("name", name)}
							label="Kort namn"
							hint="Som det står när man loggar, till exempel Fotpatrull"
							maxLength={MAX_MEASURE_NAME}
						/>
						<TextArea
							{...refused.field("rakneregel", rakneregel)}
							label="Vad räknas?"
							hint="Det som redan är registrerat räknas som förut. Rapporter som är inlämnade eller signerade ändras inte."
							rows={5}
							maxLength={MAX_RAKNEREGEL}
						/>
						<TextArea
							{...refused.field("reason")}
							label="Orsak"
							hint="Vad har parterna kommit överens om? Inga personuppgifter."
							rows={2}
							maxLength={MAX_REASON}
						/>
					</>
				)}
			</IntentForm>
		</section>
	);
}
