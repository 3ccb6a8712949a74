import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { changeDokumentFacts } from "#app/commands/changeDokumentFacts.server.ts";
import { endDokument } from "#app/commands/endDokument.server.ts";
import { prolongDokument } from "#app/commands/prolongDokument.server.ts";
import { dokumentFactsSchema, endDokumentSchema, prolongDokumentSchema } from "#app/domain/dokumentChange.schema.ts";
import { lowerFirst } from "#app/domain/format.ts";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { addressId } from "#app/http/addressId.server.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { andraView } from "./andraView.server.ts";
import { EndForms } from "./EndForms.tsx";
import { FactsForm } from "./FactsForm.tsx";
import "./andra.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Ändra ${data.title} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "editDokument" }, andraView);

export const action = protect({ may: "editDokument" }, async ({ db, actor, kommun, params, form, today }) => {
	const dokumentId = addressId(params.id);
	const intent = form.get("intent");
	switch (intent) {
		case "changeDokumentFacts":
			await changeDokumentFacts(db, actor, { dokumentId, ...parseForm(dokumentFactsSchema(today), form) });
			break;
		case "prolongDokument":
			await prolongDokument(db, actor, { dokumentId, ...parseForm(prolongDokumentSchema(today), form) });
			break;
		case "endDokument":
			await endDokument(db, actor, { dokumentId, ...parseForm(endDokumentSchema(today), form) });
			break;
		default:
			throw unknownIntent();
	}
	return redirect(`/intern/${kommun.slug}/dokument/${dokumentId}?sparat=${intent}`);
});

export const shouldRevalidate = revalidateAfterConflict;

export default function ChangeDokument() {
	const view = useLoaderData<typeof loader>();
	return (
		<Stack gap="lg">
			<PageHeader
				title="Ändra dokumentet"
				lead="Det som är lovat står fast, ord för ord. Rapporter som är inlämnade eller signerade ändras inte."
				breadcrumbs={view.breadcrumbs}
			/>
			<div className="andra-page">
				<section className="andra-page__section">
					<Heading level={2} size="sm">
						Hur länge det gäller
					</Heading>
					<EndForms {...view.end} />
					{view.replaceTo && (
						<p className="andra-page__note">
							Har nya löften undertecknats? <Link to={view.replaceTo}>Ersätt med ett nytt dokument</Link>
						</p>
					)}
				</section>
				<section className="andra-page__section">
					<Heading level={2} size="sm">
						Hur löftena följs
					</Heading>
					<p className="andra-page__note">
						Minimum, takt, platser, fördelning och vad som räknas ändras på varje mått för sig.
					</p>
					<ul className="andra-page__measures">
						{view.measures.map(({ id, name, quotation, to }) => (
							<li key={id}>
								<Link to={to}>Ändra måttet {lowerFirst(name)}</Link>
								<span className="andra-page__quotation">”{quotation}”</span>
							</li>
						))}
					</ul>
					<p className="andra-page__note">
						Vilka kvällar som räknas som helgkvällar bockas för i <Link to={view.calendarTo}>kalendern</Link>.
						{view.platserTo && (
							<>
								{" "}
								Kommunens platser ändras under <Link to={view.platserTo}>inställningar</Link>.
							</>
						)}
					</p>
				</section>
				<section className="andra-page__section">
					<Heading level={2} size="sm">
						Uppgifter om dokumentet
					</Heading>
					<FactsForm {...view.facts} />
				</section>
				<p className="andra-page__note">
					<ButtonLink to={view.shownAt} variant="tertiary">
						Tillbaka till dokumentet
					</ButtonLink>
				</p>
			</div>
		</Stack>
	);
}
