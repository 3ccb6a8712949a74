import { Form } from "@remix-run/react";
import type { FormRefusal } from "#app/domain/formRefusal.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Plats } from "#app/measures/types.ts";
import { Button, ButtonLink } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { TextArea, TextField } from "#app/ui/Field.tsx";
import { Cluster } from "#app/ui/Layout.tsx";

interface ChangeFormProps {
	kind: MeasureKind;
	version: number;
	/** What the fields begin with. */
	settings: unknown;
	platser: readonly Plats[];
	/** A day to begin with; for a correction it is the version's own and cannot be chosen. */
	validFrom: string;
	isCorrection: boolean;
	backTo: string;
	/** What the server said of this form the last time. */
	refusal: FormRefusal | undefined;
}

/** The kind's own settings: new ones from a day on, or right ones in the place of those that were read wrongly. */
export function ChangeForm({
	kind,
	version,
	platser,
	validFrom,
	isCorrection,
	backTo,
	refusal,
	...props
}: ChangeFormProps) {
	const { Fields, settingsFromForm } = measureModule(kind);
	const typed = (name: string, fallback = "") => refusal?.values[name]?.[0] ?? fallback;
	const error = (name: string) => refusal?.errors.find((one) => one.field === name)?.message;
	const settings = refusal ? settingsFromForm(asFormData(refusal.values)) : props.settings;
	return (
		<>
			<ErrorSummary
				answer={refusal}
				errors={(refusal?.errors ?? []).map(({ field, message }) => ({ fieldId: field, message }))}
			/>
			<Form method="post" className="measure-page__form">
				<input type="hidden" name="intent" value={isCorrection ? "correctMeasure" : "changeMeasure"} />
				<input type="hidden" name="version" value={typed("version", String(version))} />
				{isCorrection && <input type="hidden" name="validFrom" value={validFrom} />}
				<Fields settings={settings} platser={platser} />
				{!isCorrection && (
					<TextField
						id="validFrom"
						name="validFrom"
						label="Gäller från"
						hint="Till exempel 2018-09-01 eller 1 september"
						defaultValue={typed("validFrom", validFrom)}
						error={error("validFrom")}
					/>
				)}
				<TextArea
					id="reason"
					name="reason"
					label="Orsak"
					hint={
						isCorrection
							? "Vad var fel, och hur vet ni det? Inga personuppgifter."
							: "Vad har parterna kommit överens om, och när? Inga personuppgifter."
					}
					rows={2}
					maxLength={MAX_REASON}
					defaultValue={typed("reason")}
					error={error("reason")}
				/>
				<Cluster>
					<Button type="submit">{isCorrection ? "Spara rättelsen" : "Spara ändringen"}</Button>
					<ButtonLink to={backTo} variant="tertiary">
						Avbryt
					</ButtonLink>
				</Cluster>
			</Form>
		</>
	);
}

function asFormData(values: FormRefusal["values"]): FormData {
	const form = new FormData();
	for (const [name, all] of Object.entries(values)) for (const value of all) form.append(name, value);
	return form;
}
