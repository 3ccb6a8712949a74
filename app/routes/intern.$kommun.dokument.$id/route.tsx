import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { answerFraga } from "#app/commands/answerFraga.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { compareSwedish, formatDate, formatInForce, listOf, PERIOD_WORDS } from "#app/domain/format.ts";
import { answerFragaSchema } from "#app/domain/fraga.schema.ts";
import { FragaList } from "#app/features/FragaList.tsx";
import { fragaView } from "#app/features/fragaView.server.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { addressId } from "#app/http/addressId.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { measureModule } from "#app/measures/index.ts";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { findDokument } from "#db/dokument.server.ts";
import { findFraga } from "#db/fraga.server.ts";
import { type AktivitetGroup, AktivitetGroups } from "./AktivitetGroups.tsx";
import "./dokumentPage.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.title} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, async ({ db, kommun, params, url, may }) => {
	const dokument = await findDokument(db, { kommunId: kommun.id, dokumentId: addressId(params.id) });
	if (!dokument) throw new Fault("not_found", "Dokumentet finns inte i den här kommunen.");
	const path = `/intern/${kommun.slug}`;
	return {
		title: dokument.title,
		listTo: `${path}/dokument`,
		lagesbild: dokument.lagesbild,
		sourceText: dokument.sourceText,
		facts: [
			{ term: "Gäller", description: formatInForce(dokument.inForceFrom, dokument.inForceTo) },
			{
				term: "Undertecknat",
				description: dokument.signedOn ? formatDate(dokument.signedOn) : "Framgår inte av texten",
			},
			{
				term: "Undertecknare",
				description:
					dokument.undertecknare.map(({ title, organisation }) => `${title}, ${organisation}`).join("\n") ||
					"Framgår inte av texten",
			},
			{ term: "Följs upp", description: `Per ${PERIOD_WORDS[dokument.periodKind].noun}` },
			{ term: "Uppföljning enligt texten", description: dokument.followUpRule ?? "Texten säger inget om uppföljning" },
			...(dokument.sourceNote ? [{ term: "Källa", description: dokument.sourceNote }] : []),
		],
		groups: groupAktiviteter(dokument, path),
		fragor: dokument.fragor.map(fragaView),
		canEdit: may("editDokument"),
		isSaved: url.searchParams.has("sparat"),
	};
});

export const action = protect({ may: "editDokument" }, async ({ db, actor, kommun, params, form, url }) => {
	const answer = parseForm(answerFragaSchema, form);
	const fraga = await findFraga(db, { kommunId: kommun.id, fragaId: answer.fragaId });
	if (fraga?.dokumentId !== addressId(params.id))
		throw new Fault("not_found", "Frågan finns inte i det här dokumentet.");
	await answerFraga(db, actor, answer);
	return redirect(`${url.pathname}?sparat=answerFraga`);
});

/** The aktiviteter under their löfte, or under the document's own heading where they stand under none. */
function groupAktiviteter(
	dokument: NonNullable<Awaited<ReturnType<typeof findDokument>>>,
	path: string,
): AktivitetGroup[] {
	const titles = [
		...dokument.loften.map((lofte) => ({ title: lofte.quotation, isLofte: true })),
		...[...new Set(dokument.aktiviteter.flatMap((aktivitet) => (aktivitet.lofteId ? [] : [aktivitet.heading])))].map(
			(heading) => ({ title: heading ?? "Aktiviteter", isLofte: false }),
		),
	];
	return titles.map(({ title, isLofte }) => ({
		title,
		isLofte,
		aktiviteter: dokument.aktiviteter
			.filter((aktivitet) => {
				const lofte = dokument.loften.find((one) => one.id === aktivitet.lofteId);
				return isLofte ? lofte?.quotation === title : !lofte && (aktivitet.heading ?? "Aktiviteter") === title;
			})
			.map((aktivitet) => ({
				id: aktivitet.id,
				to: `${path}/aktivitet/${aktivitet.id}`,
				quotation: aktivitet.quotation,
				parter: listOf(aktivitet.parter.map((part) => part.name).sort(compareSwedish)),
				measures: aktivitet.measures.map((measure) => ({
					id: measure.id,
					name: measure.name,
					kindName: measureModule(measure.kind).name,
				})),
			})),
	}));
}

export default function DokumentPage() {
	const { title, listTo, lagesbild, sourceText, facts, groups, fragor, canEdit, isSaved } =
		useLoaderData<typeof loader>();
	return (
		<Stack gap="lg">
			<PageHeader title={title} breadcrumbs={[{ label: "Dokument", to: listTo }]} />
			<SavedNotice text={isSaved ? "Svaret är sparat." : null} />
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
				<section className="dokument-page__section">
					<Heading level={2} size="sm">
						Frågor om dokumentet
					</Heading>
					<FragaList fragor={fragor} canAnswer={canEdit} />
				</section>
			)}
			<Disclosure summary="Läs hela källtexten">
				<p className="dokument-page__text">{sourceText}</p>
			</Disclosure>
			<p className="dokument-page__foot">
				<Link to={listTo}>Alla dokument</Link>
			</p>
		</Stack>
	);
}
