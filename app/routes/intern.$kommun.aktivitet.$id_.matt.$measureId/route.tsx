import { redirect } from "@remix-run/node";
import { Form, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { changeMeasure } from "#app/commands/changeMeasure.server.ts";
import { changeMeasureSensitivity } from "#app/commands/changeMeasureSensitivity.server.ts";
import type { IsoDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate, formatInForce } from "#app/domain/format.ts";
import { type FormRefusal, refusalIn } from "#app/domain/formRefusal.ts";
import { changeMeasureSchema, changeMeasureSensitivitySchema } from "#app/domain/measure.schema.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { readForm } from "#app/domain/readForm.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { addressId } from "#app/http/addressId.server.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { InvalidForm, parseForm } from "#app/http/forms.server.ts";
import { type KommunContext, protect } from "#app/http/protect.server.ts";
import { measureModule } from "#app/measures/index.ts";
import { Button, ButtonLink } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { TextArea, TextField } from "#app/ui/Field.tsx";
import { Cluster, Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { findFollowUp } from "#db/followUp.server.ts";
import { SensitivityForm } from "./SensitivityForm.tsx";
import "./measure.css";

export const meta: MetaFunction = () => [{ title: "Ändra måttet – Löfteskoll" }];

/** The measure as it is now, to be changed from a day on. */
export const loader = protect({ may: "editDokument" }, async ({ db, kommun, params, today, url }) => {
	const followUp = await findFollowUp(db, { kommunId: kommun.id, aktivitetId: addressId(params.id) });
	const dokument = followUp.dokument[0];
	const aktivitet = dokument?.aktiviteter[0];
	const measure = aktivitet?.measures.find((one) => one.id === addressId(params.measureId));
	const latest = measure?.versions[measure.versions.length - 1];
	if (!dokument || !aktivitet || !measure || !latest) throw new Fault("not_found", "Måttet finns inte i kommunen.");
	const module = measureModule(measure.kind);
	const path = `/intern/${kommun.slug}`;
	return {
		kind: module.kind,
		kindName: module.name,
		description: module.description,
		name: measure.name,
		version: measure.version,
		isSensitive: measure.isSensitive,
		isSaved: url.searchParams.has("sparat"),
		quotation: aktivitet.quotation,
		settings: latest.settings,
		agreed: module.describeSettings(module.settingsSchema.parse(latest.settings), followUp.platser),
		inForce: formatInForce(dokument.inForceFrom, dokument.inForceTo),
		validity:
			latest.validFrom <= today
				? `Nu gäller, sedan ${formatDate(latest.validFrom)}:`
				: `Från ${formatDate(latest.validFrom)} gäller:`,
		platser: followUp.platser,
		// A day that the dokument does not hold would be refused.
		validFrom: dokument.inForceTo !== null && dokument.inForceTo < today ? "" : today,
		backTo: `${path}/aktivitet/${aktivitet.id}`,
		breadcrumbs: [
			{ label: "Översikt", to: path },
			{ label: aktivitet.aktivitetstyp, to: `${path}/aktivitet/${aktivitet.id}` },
		],
	};
});

export const action = protect({ may: "editDokument" }, async (context) => {
	const { db, actor, kommun, params, form, today, url } = context;
	const { id: measureId, kind } = await findShownMeasure(context);
	switch (form.get("intent")) {
		case "changeMeasure":
			await changeMeasure(db, actor, { measureId, ...acceptChange(form, { kind, today }) });
			return redirect(`/intern/${kommun.slug}/aktivitet/${params.id}?sparat=changeMeasure`);
		case "changeMeasureSensitivity":
			await changeMeasureSensitivity(db, actor, { measureId, ...parseForm(changeMeasureSensitivitySchema, form) });
			return redirect(`${url.pathname}?sparat=changeMeasureSensitivity`);
		default:
			throw unknownIntent();
	}
});

/** The measure that the address names, under its own aktivitet and kommun. */
async function findShownMeasure({ db, kommun, params }: KommunContext) {
	const followUp = await findFollowUp(db, { kommunId: kommun.id, aktivitetId: addressId(params.id) });
	const measureId = addressId(params.measureId);
	const measure = followUp.dokument[0]?.aktiviteter[0]?.measures.find((one) => one.id === measureId);
	if (!measure) throw new Fault("not_found", "Måttet finns inte i kommunen.");
	return measure;
}

/** Judges the kind's settings and the change itself together, so that everything wrong is said at once. */
function acceptChange(form: FormData, { kind, today }: { kind: MeasureKind; today: IsoDate }) {
	const { settingsSchema, settingsFromForm } = measureModule(kind);
	const schema = changeMeasureSchema(today);
	const settings = settingsSchema.safeParse(settingsFromForm(form));
	const change = schema.safeParse(readForm(schema, form));
	if (settings.success && change.success) return { ...change.data, settings: settings.data };
	const issues = [...(settings.error?.issues ?? []), ...(change.error?.issues ?? [])];
	const byMessage = new Map(issues.map(({ message, path }) => [message, { field: fieldAt(path), message }]));
	throw new InvalidForm([...byMessage.values()]);
}

/** The field of a setting has its path for a name; one in a list (a weekday's hours, a place's value) has not. */
function fieldAt(path: readonly PropertyKey[]): string | null {
	return path.some((step) => typeof step === "number") ? null : path.join(".") || null;
}

export default function ChangeMeasure() {
	const view = useLoaderData<typeof loader>();
	const answer = refusalIn(useActionData());
	const refusal = answer?.values.intent?.[0] === "changeMeasure" ? answer : undefined;
	const { Fields, settingsFromForm } = measureModule(view.kind);
	const typed = (name: string, fallback = "") => refusal?.values[name]?.[0] ?? fallback;
	const error = (name: string) => refusal?.errors.find((one) => one.field === name)?.message;
	const settings = refusal ? settingsFromForm(asFormData(refusal.values)) : view.settings;
	return (
		<Stack gap="lg">
			<PageHeader
				title={`Ändra måttet ${view.name.toLowerCase()}`}
				breadcrumbs={view.breadcrumbs}
				lead={`”${view.quotation}”`}
			/>
			<SavedNotice text={view.isSaved && !answer ? "Märkningen är sparad." : null} />
			<div className="measure-page">
				<p>
					<strong>{view.kindName}.</strong> {view.description}
				</p>
				<p>
					{view.validity} {view.agreed}
				</p>
				<p>
					Ändringen får ett datum och en orsak. Perioder som börjat tidigare behåller det som gällde då. Dokumentet
					gäller {view.inForce}.
				</p>
				<ErrorSummary
					answer={refusal}
					errors={(refusal?.errors ?? []).map(({ field, message }) => ({ fieldId: field, message }))}
				/>
				<Form method="post" className="measure-page__form">
					<input type="hidden" name="intent" value="changeMeasure" />
					<input type="hidden" name="version" value={typed("version", String(view.version))} />
					<Fields settings={settings} platser={view.platser} />
					<TextField
						id="validFrom"
						name="validFrom"
						label="Gäller från"
						hint="Till exempel 2018-09-01 eller 1 september"
						defaultValue={typed("validFrom", view.validFrom)}
						error={error("validFrom")}
					/>
					<TextArea
						id="reason"
						name="reason"
						label="Orsak"
						hint="Vad har parterna kommit överens om, och när? Inga personuppgifter."
						rows={2}
						maxLength={200}
						defaultValue={typed("reason")}
						error={error("reason")}
					/>
					<Cluster>
						<Button type="submit">Spara ändringen</Button>
						<ButtonLink to={view.backTo} variant="tertiary">
							Avbryt
						</ButtonLink>
					</Cluster>
				</Form>
				<SensitivityForm version={view.version} isSensitive={view.isSensitive} />
			</div>
		</Stack>
	);
}

function asFormData(values: FormRefusal["values"]): FormData {
	const form = new FormData();
	for (const [name, all] of Object.entries(values)) for (const value of all) form.append(name, value);
	return form;
}
