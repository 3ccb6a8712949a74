import { IntentForm } from "#app/features/IntentForm.tsx";
import { type Option, SelectField, TextField } from "#app/ui/Field.tsx";
import type { PunktView } from "./punktView.ts";
import { useFocusWhenTaken } from "./useFocusWhenTaken.ts";
import { useWriting } from "./useWriting.ts";
import { RECEIPT } from "./writing.ts";

export interface AtgardChoices {
	owners: readonly Option[];
	/** The aktiviteter that it can belong to. */
	aktiviteter: readonly Option[];
}

interface MoteAtgardFormProps {
	punkt: PunktView;
	choices: AtgardChoices;
}

/** Decides an åtgärd under an item. It is decided on the day of the meeting, so no day is asked for but the last. */
export function MoteAtgardForm({ punkt: { key, aktivitetId, fresh }, choices }: MoteAtgardFormProps) {
	const { token, onInput } = useWriting(`atgard-${key}`, { fresh, saved: { version: 0 } });
	const frame = useFocusWhenTaken(token);
	if (choices.aktiviteter.length === 0) return null;
	return (
		<div onInput={onInput} ref={frame} tabIndex={-1} className="mote-form">
			<IntentForm
				key={token}
				intent="decideAtgard"
				hidden={{ key }}
				submit="Spara åtgärden"
				disclosure="Besluta om en åtgärd"
			>
				{(refused) => (
					<>
						<input type="hidden" name={RECEIPT.field} value={token} />
						<TextField
							{...refused.field("title")}
							label="Åtgärd"
							hint="Vad som ska göras. Inga personuppgifter."
							maxLength={200}
						/>
						<SelectField {...refused.field("owner", "kommun")} label="Ansvarig" options={choices.owners} />
						<TextField
							{...refused.field("dueOn")}
							label="Klar senast"
							isOptional
							hint="Till exempel 2018-12-01 eller 1 december"
						/>
						<SelectField
							{...refused.field("aktivitetId", aktivitetId === null ? "" : String(aktivitetId))}
							label="Aktivitet"
							emptyLabel="Välj aktivitet"
							options={choices.aktiviteter}
						/>
					</>
				)}
			</IntentForm>
		</div>
	);
}
