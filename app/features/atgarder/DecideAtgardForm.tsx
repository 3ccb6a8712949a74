import { IntentForm } from "#app/features/IntentForm.tsx";
import { type Option, SelectField, TextField } from "#app/ui/Field.tsx";

interface DecideAtgardFormProps {
	owners: readonly Option[];
	today: string;
	/** To choose from, where the page is not about one of them. */
	aktiviteter?: readonly Option[];
}

/** Adds an åtgärd that has been decided. */
export function DecideAtgardForm({ owners, today, aktiviteter }: DecideAtgardFormProps) {
	return (
		<IntentForm intent="decideAtgard" hidden={{}} submit="Lägg till åtgärden" disclosure="Lägg till en beslutad åtgärd">
			{(refused) => (
				<>
					{aktiviteter && (
						<SelectField
							{...refused.field("aktivitetId")}
							label="Aktivitet"
							emptyLabel="Välj aktivitet"
							options={aktiviteter}
						/>
					)}
					<TextField
						{...refused.field("title")}
						label="Åtgärd"
						hint="Till exempel: röj sly vid gångvägen. Inga personuppgifter."
						maxLength={200}
					/>
					<SelectField {...refused.field("owner", "kommun")} label="Ansvarig" options={owners} />
					<TextField
						{...refused.field("decidedOn", today)}
						label="Beslutad"
						hint="Till exempel 2018-09-30 eller 30 september"
					/>
					<TextField {...refused.field("dueOn")} label="Klar senast" isOptional hint="Till exempel 2018-12-01" />
				</>
			)}
		</IntentForm>
	);
}
