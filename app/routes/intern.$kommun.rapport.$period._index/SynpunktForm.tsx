import { useState } from "react";
import { OPENED_BY } from "#app/domain/openedBy.ts";
import { ROLE_NAME } from "#app/domain/permissions.ts";
import type { SynpunktRole } from "#app/domain/rapport.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { SelectField, TextArea } from "#app/ui/Field.tsx";

export interface SynpunktFormProps {
	rapportId: number;
	/** The reader. */
	personId: number;
	/** For one remark, however often it is sent. */
	freshUuid: string;
	/** Of the remarks that have been given. */
	givenUuids: readonly string[];
	/** Those of the reader's roles in which a remark can be given. */
	roles: readonly SynpunktRole[];
	aktiviteter: readonly { id: number; name: string }[];
}

/** The council's remark, about one aktivitet or the whole. */
export function SynpunktForm(props: SynpunktFormProps) {
	const { rapportId, personId, freshUuid, givenUuids, roles, aktiviteter } = props;
	// Another one only when this remark has been taken: what is being typed stays whatever else the page hears of.
	const [uuid, setUuid] = useState(freshUuid);
	if (givenUuids.includes(uuid) && uuid !== freshUuid) setUuid(freshUuid);
	return (
		<div className="rapport-synpunkt-form">
			<IntentForm intent="giveSynpunkt" hidden={{ rapportId }} submit="Lämna synpunkten">
				{(refused) => (
					<>
						<input type="hidden" name={OPENED_BY} value={personId} />
						<input type="hidden" name="uuid" value={uuid} />
						<TextArea
							// A remark that was taken is followed by an empty field.
							key={uuid}
							{...refused.field("text")}
							label="Synpunkt"
							hint="Följer med den signerade rapporten, men publiceras inte. Inga personuppgifter."
							maxLength={1000}
						/>
						<SelectField
							{...refused.field("aktivitetId")}
							label="Gäller"
							emptyLabel="Hela rapporten"
							options={aktiviteter.map(({ id, name }) => ({ value: String(id), label: name }))}
						/>
						{roles.length > 1 ? (
							<SelectField
								{...refused.field("role", roles[0])}
								label="I egenskap av"
								options={roles.map((role) => ({ value: role, label: ROLE_NAME[role] }))}
							/>
						) : (
							<input type="hidden" name="role" value={roles[0]} />
						)}
					</>
				)}
			</IntentForm>
		</div>
	);
}
