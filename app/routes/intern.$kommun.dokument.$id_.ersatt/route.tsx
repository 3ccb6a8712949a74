import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { carryAktiviteterSchema } from "#app/domain/dokumentChange.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Choices } from "#app/ui/Field.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { ersattView } from "./ersattView.server.ts";
import "./ersatt.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Ersätt ${data.title} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "editDokument" }, ersattView);

/** Nothing is written here: the new dokument's own page takes over with what was chosen. */
export const action = protect({ may: "editDokument" }, async (context) => {
	const { kommun, params, form } = context;
	const view = await ersattView(context);
	if (form.get("intent") !== "replaceDokument") throw unknownIntent();
	if (view.replacedBy) throw new Fault("conflict", `Dokumentet har redan ersatts av ${view.replacedBy.title}.`);
	const { aktivitet } = parseForm(carryAktiviteterSchema, form);
	const known = view.aktiviteter.map(({ value }) => value);
	if (aktivitet.some((id) => !known.includes(String(id))))
		throw new Fault("invalid", "Aktiviteter som följer med: välj bland dokumentets aktiviteter.", "aktivitet");
	const query = [`ersatter=${params.id}`, ...(aktivitet.length > 0 ? [`ta-med=${aktivitet.join(",")}`] : [])];
	return redirect(`/intern/${kommun.slug}/dokument/nytt?${query.join("&")}`);
});

export const shouldRevalidate = revalidateAfterConflict;

export default function ReplaceDokument() {
	const { title, inForce, breadcrumbs, backTo, replacedBy, utkast, aktiviteter, open } = useLoaderData<typeof loader>();
	return (
		<Stack gap="lg">
			<PageHeader
				title="Ersätt med ett nytt dokument"
				lead={`${title} gäller ${inForce}. När det nya dokumentet sätts i kraft slutar det gamla dagen före.`}
				breadcrumbs={breadcrumbs}
			/>
			{replacedBy ? (
				<Alert tone="info">
					Dokumentet har redan ersatts av <Link to={replacedBy.to}>{replacedBy.title}</Link> från {replacedBy.from}.
				</Alert>
			) : (
				<div className="ersatt-page">
					{utkast && (
						<Alert tone="info">
							Ett nytt dokument är påbörjat. <Link to={utkast.to}>Fortsätt med {utkast.title || "utkastet"}</Link>
						</Alert>
					)}
					<IntentForm
						intent="replaceDokument"
						hidden={{}}
						submit="Gå vidare till texten"
						submitVariant="primary"
						showsTop
					>
						{(refused) => (
							<Choices
								id={refused.fieldId("aktivitet")}
								name="aktivitet"
								type="checkbox"
								legend="Aktiviteter som följer med"
								hint="Det som inte är helt nått är förvalt. Inget är bestämt än: du väljer hur de står i det nya dokumentet. Beslutade åtgärder som är öppna följs vidare där."
								options={aktiviteter}
								defaultValues={open}
								error={refused.error("aktivitet")}
								isOptional
							/>
						)}
					</IntentForm>
					<p>
						<ButtonLink to={backTo} variant="tertiary">
							Avbryt
						</ButtonLink>
					</p>
				</div>
			)}
		</Stack>
	);
}
