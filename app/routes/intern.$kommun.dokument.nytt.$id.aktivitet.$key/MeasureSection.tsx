import { Form, Link, useActionData, useNavigation } from "@remix-run/react";
import { listOf } from "#app/domain/format.ts";
import { type FormRefusal, refusalIn } from "#app/domain/formRefusal.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { MAX_PLATS_NAME } from "#app/domain/plats.schema.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { Named } from "#app/features/Named.tsx";
import type { MeasureLine } from "#app/features/utkast/measureLine.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Plats } from "#app/measures/types.ts";
import { Button } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { Choices, TextArea, TextField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Tag } from "#app/ui/Tag.tsx";

interface ShownMeasure {
	key: string;
	kind: MeasureKind;
	name: string;
	rakneregel: string;
	settings: unknown;
	description: string;
}

interface MeasureSectionProps {
	measures: readonly (MeasureLine & { name: string; to: string; isShown: boolean })[];
	measure: ShownMeasure;
	kinds: readonly { value: MeasureKind; label: string; hint: string }[];
	platser: readonly Plats[];
	needsPlaces: boolean;
	unlisted: readonly string[];
	version: number;
}

/** How the aktivitet is followed: the kind, its own fields, and what counts. */
export function MeasureSection(props: MeasureSectionProps) {
	const { measures, measure, kinds, version } = props;
	return (
		<section className="utkast-edit__section" aria-labelledby="foljs">
			<Heading level={2} size="md" id="foljs">
				Hur den följs
			</Heading>
			{measures.length > 1 && <MeasureList measures={measures} version={version} />}
			<p>
				<strong>{kinds.find(({ value }) => value === measure.kind)?.label}.</strong> {measure.description}
			</p>
			<IntentForm
				intent="changeMeasureKind"
				hidden={{ measureKey: measure.key, version }}
				submit="Byt"
				disclosure="Följ den på ett annat sätt"
			>
				{(refused) => (
					<Choices
						id={refused.fieldId("kind")}
						name="kind"
						type="radio"
						legend="Följs som"
						options={kinds}
						defaultValues={[refused.value("kind", measure.kind)]}
						error={refused.error("kind")}
					/>
				)}
			</IntentForm>
			{props.needsPlaces && <PlacesForList unlisted={props.unlisted} />}
			<MeasureForm key={`${measure.key} ${measure.kind}`} {...props} />
			<IntentForm intent="addMeasure" hidden={{ version }} submit="Lägg till" disclosure="Följ den på två sätt">
				{(refused) => (
					<>
						<p>
							Ibland lovar samma mening två saker: fotpatrull varje fredag, och närvaro i alla stadsdelar. Då behövs två
							mått.
						</p>
						<Choices
							id={refused.fieldId("kind")}
							name="kind"
							type="radio"
							legend="Följs också som"
							options={kinds}
							defaultValues={[refused.value("kind")]}
							error={refused.error("kind")}
						/>
					</>
				)}
			</IntentForm>
		</section>
	);
}

function MeasureList({ measures, version }: Pick<MeasureSectionProps, "measures" | "version">) {
	return (
		<ul className="utkast-edit__measures">
			{measures.map(({ key, name, kindName, agreed, missing, to, isShown }) => (
				<li key={key}>
					<p>
						{isShown ? <strong>{name}</strong> : <Link to={to}>{name}</Link>} ({kindName.toLowerCase()}).{" "}
						{agreed ?? <Tag tone="warning">saknas: {listOf(missing)}</Tag>} {isShown && <Tag>visas här nedanför</Tag>}
					</p>
					<IntentForm
						intent="removeMeasure"
						hidden={{ measureKey: key, version }}
						submit={<Named name={name}>Ta bort måttet</Named>}
						submitVariant="tertiary"
					/>
				</li>
			))}
		</ul>
	);
}

/** What the kommun's list of places lacks: those that the text names in one press, and any others a line each. */
function PlacesForList({ unlisted }: { unlisted: readonly string[] }) {
	return (
		<div className="utkast-edit__places">
			{unlisted.length > 0 && (
				<IntentForm
					intent="addPlatser"
					hidden={{ names: unlisted.join("\n") }}
					submit={`Lägg till ${listOf(unlisted)} på kommunens lista`}
				/>
			)}
			<IntentForm
				intent="addPlatser"
				hidden={{}}
				submit="Lägg till platserna"
				disclosure="Lägg till platser på kommunens lista"
			>
				{(refused) => (
					<TextArea
						{...refused.field("names")}
						label="Platser"
						hint={`En på varje rad, högst ${MAX_PLATS_NAME} tecken. De går sedan att välja här nedanför.`}
						rows={4}
					/>
				)}
			</IntentForm>
		</div>
	);
}

/** The fields of the kind keep their own names, so there is one such form on the page. */
function MeasureForm({ measure, platser, version }: MeasureSectionProps) {
	const answer = refusalIn(useActionData());
	const isThisForm = answer?.values.intent?.[0] === "changeMeasure" && answer.values.measureKey?.[0] === measure.key;
	const refusal = isThisForm ? answer : undefined;
	const isSending = useNavigation().state === "submitting";
	const { Fields, settingsFromForm } = measureModule(measure.kind);
	const field = (name: string, saved: string) => ({
		id: name,
		name,
		defaultValue: refusal?.values[name]?.[0] ?? saved,
		error: refusal?.errors.find((error) => error.field === name)?.message,
	});
	return (
		<Form method="post" className="utkast-edit__form">
			<ErrorSummary
				answer={refusal}
				errors={(refusal?.errors ?? []).map(({ field: fieldId, message }) => ({ fieldId, message }))}
			/>
			<input type="hidden" name="intent" value="changeMeasure" />
			<input type="hidden" name="measureKey" value={measure.key} />
			<input type="hidden" name="version" value={version} />
			<Fields settings={refusal ? settingsFromForm(asFormData(refusal.values)) : measure.settings} platser={platser} />
			<TextField {...field("name", measure.name)} label="Kort namn" hint="Visas där man registrerar" maxLength={60} />
			<TextArea
				{...field("rakneregel", measure.rakneregel)}
				label="Vad räknas?"
				hint="Räkneregeln visas där man registrerar och i rapporten. Skriv vad som räknas, och vad som inte gör det."
				rows={4}
				maxLength={600}
			/>
			<div>
				<Button disabled={isSending}>Spara och gå tillbaka</Button>
			</div>
		</Form>
	);
}

function asFormData(values: FormRefusal["values"]): FormData {
	const form = new FormData();
	for (const [name, all] of Object.entries(values)) for (const value of all) form.append(name, value);
	return form;
}
