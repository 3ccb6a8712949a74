import { type ClientActionFunctionArgs, Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { answerWhenUnreachable } from "#app/features/ServerForm/answerWhenUnreachable.ts";
import { PartFields } from "#app/features/utkast/PartFields.tsx";
import { protect } from "#app/http/protect.server.ts";
import { SelectField, TextArea, TextField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { aktivitetPage } from "./aktivitetPage.server.ts";
import { carryOut } from "./intents.server.ts";
import { MeasureSection } from "./MeasureSection.tsx";
import "./aktivitet.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.title} i ${data.utkastTitle} (utkast) – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "editDokument" }, aktivitetPage);

export const action = protect({ may: "editDokument" }, carryOut);

export const clientAction = (args: ClientActionFunctionArgs) =>
	answerWhenUnreachable(args, "Det gick inte att nå servern. Det du skrev finns kvar: försök igen om en stund.");

export const shouldRevalidate = revalidateAfterConflict;

export default function UtkastAktivitetPage() {
	const view = useLoaderData<typeof loader>();
	const isRefused = refusalIn(useActionData()) !== undefined;
	const { aktivitet, version } = view;
	return (
		<Stack gap="lg">
			<PageHeader
				title={view.title}
				lead={`”${aktivitet.quotation}”`}
				breadcrumbs={[
					{ label: "Nytt dokument", to: view.newTo },
					{ label: view.utkastTitle, to: view.backTo },
				]}
			/>
			<SavedNotice text={isRefused ? null : view.saved} />
			<div className="utkast-edit">
				{view.measure && <MeasureSection {...view} measure={view.measure} />}
				<section className="utkast-edit__section" aria-labelledby="vem">
					<Heading level={2} size="md" id="vem">
						Vem och var i texten
					</Heading>
					<IntentForm intent="changeAktivitet" hidden={{ version }} submit="Spara">
						{(refused) => (
							<>
								<PartFields refused={refused} parts={aktivitet.parts} others={view.otherParts} />
								<TextField
									{...refused.field("aktivitetstyp", aktivitet.aktivitetstyp)}
									label="Aktivitetstyp"
									hint="Ett kort namn, till exempel fotpatrull eller samverkansmöte"
									maxLength={60}
								/>
								{view.loften.length > 0 && (
									<SelectField
										{...refused.field("lofteKey", aktivitet.lofteKey)}
										label="Hör till löfte"
										emptyLabel="inget särskilt"
										options={view.loften}
										isOptional
									/>
								)}
								<TextArea
									{...refused.field("quotation", aktivitet.quotation)}
									label="Citat"
									hint="Ordagrant ur texten"
									rows={5}
									readOnly={aktivitet.isCarried}
								/>
							</>
						)}
					</IntentForm>
				</section>
				<p>
					<Link to={view.backTo}>Tillbaka till förslaget</Link>
				</p>
			</div>
		</Stack>
	);
}
