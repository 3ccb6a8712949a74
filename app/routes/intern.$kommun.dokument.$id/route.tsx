import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { answerFraga } from "#app/commands/answerFraga.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { answerFragaSchema } from "#app/domain/fraga.schema.ts";
import { FragaList } from "#app/features/FragaList.tsx";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { addressId } from "#app/http/addressId.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { ButtonLink } from "#app/ui/Button.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { findFraga } from "#db/fraga.server.ts";
import { AktivitetGroups } from "./AktivitetGroups.tsx";
import { dokumentView } from "./dokumentView.server.ts";
import { NextSteps } from "./NextSteps.tsx";
import "./dokumentPage.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.title} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, dokumentView);

export const action = protect({ may: "editDokument" }, async ({ db, actor, kommun, params, form, url }) => {
	const answer = parseForm(answerFragaSchema, form);
	const fraga = await findFraga(db, { kommunId: kommun.id, fragaId: answer.fragaId });
	if (fraga?.dokumentId !== addressId(params.id))
		throw new Fault("not_found", "Frågan finns inte i det här dokumentet.");
	await answerFraga(db, actor, answer);
	return redirect(`${url.pathname}?sparat=answerFraga`);
});

export default function DokumentPage() {
	const view = useLoaderData<typeof loader>();
	const { title, listTo, lagesbild, sourceText, facts, groups, fragor, canEdit, saved } = view;
	return (
		<Stack gap="lg">
			<PageHeader
				title={title}
				breadcrumbs={[{ label: "Dokument", to: listTo }]}
				actions={
					view.editTo && (
						<>
							<ButtonLink to={view.editTo} variant="secondary">
								Ändra dokumentet
							</ButtonLink>
							{view.replaceTo && (
								<ButtonLink to={view.replaceTo} variant="tertiary">
									Ersätt med ett nytt dokument
								</ButtonLink>
							)}
						</>
					)
				}
			/>
			<SavedNotice text={saved} />
			<NextSteps steps={view.nextSteps} />
			{view.replacedBy && (
				<Alert tone="info">
					{view.replacedBy.isStill ? "Ersätts av" : "Ersattes av"}{" "}
					<Link to={view.replacedBy.to}>{view.replacedBy.title}</Link> från {view.replacedBy.from}.
				</Alert>
			)}
			{view.replaces && (
				<p className="dokument-page__text">
					Ersätter <Link to={view.replaces.to}>{view.replaces.title}</Link>.
				</p>
			)}
			<DescriptionList items={facts} />
			<AktivitetGroups groups={groups} />
			{lagesbild && (
				<section className="dokument-page__section">
					<Heading level={2} size="sm">
						Lägesbild
					</Heading>
					<blockquote className="dokument-page__text">{lagesbild}</blockquote>
				</section>
			)}
			{fragor.length > 0 && (
				<section className="dokument-page__section" id="fragor">
					<Heading level={2} size="sm">
						Frågor om dokumentet
					</Heading>
					<FragaList fragor={fragor} canAnswer={canEdit} />
				</section>
			)}
			<section className="dokument-page__section">
				<Heading level={2} size="sm">
					Ändringar
				</Heading>
				<DataTable
					caption="Vad som har ändrats i dokumentet och dess mått"
					isCaptionHidden
					onPhone="stack"
					columns={[{ label: "När" }, { label: "Vem" }, { label: "Vad" }]}
					rows={view.changes}
				/>
				{view.hasMoreChanges && (
					<p className="dokument-page__text">
						Här visas de senaste. <Link to={view.historyTo}>Hela kommunens historik</Link>
					</p>
				)}
			</section>
			<Disclosure summary="Läs hela källtexten">
				<p className="dokument-page__text">{sourceText}</p>
			</Disclosure>
			<p className="dokument-page__foot">
				<Link to={listTo}>Alla dokument</Link>
			</p>
		</Stack>
	);
}
