import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ZodType } from "zod";
import { addUtkastPlatser } from "#app/commands/addUtkastPlatser.server.ts";
import { changeMeasure } from "#app/commands/changeMeasure.server.ts";
import { changeMeasureSensitivity } from "#app/commands/changeMeasureSensitivity.server.ts";
import { changeRakneregel } from "#app/commands/changeRakneregel.server.ts";
import { correctMeasure } from "#app/commands/correctMeasure.server.ts";
import { lowerFirst } from "#app/domain/format.ts";
import { refusalIn } from "#app/domain/formRefusal.ts";
import {
	changeMeasureSchema,
	changeMeasureSensitivitySchema,
	changeRakneregelSchema,
	correctMeasureSchema,
} from "#app/domain/measure.schema.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { addPlatserSchema } from "#app/domain/plats.schema.ts";
import { readForm } from "#app/domain/readForm.ts";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { InvalidForm, parseForm } from "#app/http/forms.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { measureModule } from "#app/measures/index.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { ChangeForm } from "./ChangeForm.tsx";
import { findShownMeasure, measureView } from "./measureView.server.ts";
import { PlatserForm } from "./PlatserForm.tsx";
import { RakneregelForm } from "./RakneregelForm.tsx";
import { SensitivityForm } from "./SensitivityForm.tsx";
import { WayChoice } from "./WayChoice.tsx";
import "./measure.css";

export const meta: MetaFunction = () => [{ title: "Ändra måttet – Löfteskoll" }];

export const loader = protect({ may: "editDokument" }, measureView);

export const action = protect({ may: "editDokument" }, async (context) => {
	const { db, actor, kommun, params, form, today, url } = context;
	const { measure } = await findShownMeasure(context);
	const { id: measureId, kind } = measure;
	const intent = form.get("intent");
	switch (intent) {
		case "changeMeasure":
			await changeMeasure(db, actor, {
				measureId,
				...acceptChange(form, { kind, schema: changeMeasureSchema(today) }),
			});
			return redirect(`/intern/${kommun.slug}/aktivitet/${params.id}?sparat=changeMeasure`);
		case "correctMeasure":
			await correctMeasure(db, actor, { measureId, ...acceptChange(form, { kind, schema: correctMeasureSchema }) });
			break;
		case "changeRakneregel":
			await changeRakneregel(db, actor, { measureId, ...parseForm(changeRakneregelSchema, form) });
			break;
		case "changeMeasureSensitivity":
			await changeMeasureSensitivity(db, actor, { measureId, ...parseForm(changeMeasureSensitivitySchema, form) });
			break;
		case "addPlatser":
			await addUtkastPlatser(db, actor, parseForm(addPlatserSchema, form));
			break;
		default:
			throw unknownIntent();
	}
	return redirect(`${url.pathname}?sparat=${intent}`);
});

export const shouldRevalidate = revalidateAfterConflict;

/** Judges the kind's settings and the change itself together, so that everything wrong is said at once. */
function acceptChange<Change>(form: FormData, { kind, schema }: { kind: MeasureKind; schema: ZodType<Change> }) {
	const { settingsSchema, settingsFromForm } = measureModule(kind);
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
	const { correction } = view;
	const answer = refusalIn(useActionData());
	const intent = correction ? "correctMeasure" : "changeMeasure";
	return (
		<Stack gap="lg">
			<PageHeader
				title={`Ändra måttet ${lowerFirst(view.name)}`}
				breadcrumbs={view.breadcrumbs}
				lead={`”${view.quotation}”`}
			/>
			<SavedNotice text={answer ? null : view.saved} />
			<div className="measure-page">
				<p>
					<strong>{view.kindName}.</strong> {view.description}
				</p>
				<p>
					{view.validity} {view.agreed}
				</p>
				<WayChoice {...view.ways} />
				{correction ? (
					<CorrectionWords correction={correction} />
				) : (
					<p>Ändringen får ett datum och en orsak. Dokumentet gäller {view.inForce}.</p>
				)}
				<ChangeForm
					// Other settings to begin with are another form.
					key={correction?.validFrom ?? ""}
					kind={view.kind}
					version={view.version}
					settings={view.settings}
					platser={view.platser}
					validFrom={correction?.validFrom ?? view.validFrom}
					isCorrection={correction !== undefined}
					backTo={view.backTo}
					refusal={answer?.values.intent?.[0] === intent ? answer : undefined}
				/>
				{view.platserForm && <PlatserForm {...view.platserForm} />}
				<RakneregelForm version={view.version} name={view.name} rakneregel={view.rakneregel} />
				<SensitivityForm version={view.version} isSensitive={view.isSensitive} />
				<section className="measure-page__section">
					<Heading level={2} size="sm">
						Historik
					</Heading>
					<Disclosure summary={`Allt som har gällt (${view.history.length})`}>
						<DataTable
							caption="Vad som har gällt för måttet"
							isCaptionHidden
							onPhone="stack"
							columns={[
								{ label: "Gäller från" },
								{ label: "Vad" },
								{ label: "Orsak" },
								{ label: "Av" },
								{ label: "Används" },
							]}
							rows={view.history}
						/>
					</Disclosure>
				</section>
			</div>
		</Stack>
	);
}

type Correction = NonNullable<Awaited<ReturnType<typeof measureView>>["correction"]>;

/** What a correction does and what it leaves alone. */
function CorrectionWords({ correction: { from, versions, standing } }: { correction: Correction }) {
	return (
		<>
			{versions.length > 0 && (
				<nav aria-label="Vilken läsning var fel?" className="measure-page__versions">
					<p>Vilken läsning var fel?</p>
					<ul>
						{versions.map(({ to, label, hint, isCurrent }) => (
							<li key={to}>
								<Link to={to} aria-current={isCurrent ? "page" : undefined} preventScrollReset>
									{label}
								</Link>
								: {hint}
							</li>
						))}
					</ul>
				</nav>
			)}
			<p>
				Det du skriver ersätter det som gäller från {from}, och allt som räknas därifrån räknas om. Har parterna
				bekräftat en fördelning från den dagen bekräftas den på nytt. Det gamla finns kvar i historiken.
			</p>
			{standing.length > 0 && (
				<Alert tone="warning">
					{standing.map((text) => (
						<p key={text}>{text}</p>
					))}
				</Alert>
			)}
		</>
	);
}
