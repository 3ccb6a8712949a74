import { DELTAGARE_NAME } from "#app/domain/mote.ts";
import type { Refused } from "#app/features/IntentForm.tsx";
import { TextArea, TextField } from "#app/ui/Field.tsx";
import "./moteFields.css";

/** What the form about a meeting begins with, as it is typed. */
export interface MoteFieldValues {
	title: string;
	heldOn: string;
	beginsAt: string;
	endsAt: string;
	place: string;
	count: Record<CountedRole, string>;
	/** One capacity a line: "2 Räddningstjänsten". */
	others: string;
}

type CountedRole = keyof typeof DELTAGARE_NAME;

export const COUNTED_ROLES = ["kommunpolis", "samordnare", "ledamot", "undertecknare"] as const satisfies CountedRole[];

/** When and where a meeting is held, and who takes part: the fields of planning and of changing one. */
export function MoteFields({ refused, values }: { refused: Refused; values: MoteFieldValues }) {
	return (
		<>
			<TextField {...refused.field("title", values.title)} label="Rubrik" maxLength={120} />
			<TextField
				{...refused.field("heldOn", values.heldOn)}
				label="Dag"
				hint="Till exempel 2018-11-14 eller 14 november"
				chars={18}
			/>
			<div className="mote-fields__row">
				<TextField {...refused.field("beginsAt", values.beginsAt)} label="Börjar" hint="Till exempel 13:00" chars={8} />
				<TextField
					{...refused.field("endsAt", values.endsAt)}
					label="Slutar"
					isOptional
					hint="Till exempel 15:00"
					chars={8}
				/>
			</div>
			<TextField
				{...refused.field("place", values.place)}
				label="Plats"
				hint="Rum och adress, eller till exempel Videomöte"
				maxLength={200}
			/>
			<fieldset className="mote-fields__deltagare">
				<legend className="ds-label">Deltagare</legend>
				<p className="field-hint">
					Hur många som väntas i varje roll. Skriv inga namn; de hör inte hemma i protokollet.
				</p>
				<div className="mote-fields__counts">
					{COUNTED_ROLES.map((role) => (
						<TextField
							key={role}
							{...refused.field(`count.${role}`, values.count[role])}
							label={DELTAGARE_NAME[role]}
							inputMode="numeric"
							chars={4}
						/>
					))}
				</div>
				<TextArea
					{...refused.field("others", values.others)}
					label="Andra deltagare"
					isOptional
					hint="En på varje rad, gärna med antal: 2 Räddningstjänsten"
					rows={3}
				/>
			</fieldset>
		</>
	);
}
