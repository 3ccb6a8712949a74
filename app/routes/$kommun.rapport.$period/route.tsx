import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { lowerFirst } from "#app/domain/format.ts";
import { FileList } from "#app/features/offentligt/FileList.tsx";
import { publicHeaders } from "#app/features/offentligt/publicHeaders.ts";
import { publicMeta } from "#app/features/offentligt/publicMeta.ts";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { RapportDocument } from "#app/features/rapport/RapportDocument.tsx";
import { open } from "#app/http/protect.server.ts";
import { findAskedPublished } from "#app/rapport/askedPublished.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Rattelse } from "./Rattelse.tsx";
import { descriptionOf, rapportView } from "./rapportView.server.ts";

export const headers = publicHeaders;
export const handle: PageHandle = {
	isStatic: true,
	missing: {
		title: "Rapporten finns inte",
		instead: ({ kommun }) => ({ label: "Så går det i kommunen", to: `/${kommun}` }),
	},
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	data
		? publicMeta({
				title: `Medborgarlöften i ${data.kommun.name}, ${lowerFirst(data.periodName)}`,
				description: data.description,
				url: data.url,
			})
		: [{ title: "Rapporten finns inte – Löfteskoll" }];

/** A published report, as it was signed. */
export const loader = open(async ({ db, params, url, origin }) => {
	const view = rapportView(
		await findAskedPublished(db, {
			slug: params.kommun,
			periodCode: params.period,
			query: url.searchParams,
		}),
	);
	return { ...view, description: descriptionOf(view), url: origin + view.path };
});

export default function PublicRapport() {
	const { kommun, periodName, when, finding, content, files, others, replacedBy, rattelse } =
		useLoaderData<typeof loader>();
	return (
		<Stack gap="lg">
			<PageHeader
				breadcrumbs={[{ label: `Så går det i ${kommun.name}`, to: `/${kommun.slug}` }]}
				title={periodName}
				lead={`${finding}, ${when}. Uppföljning av ${content.dokument.title}.`}
			/>
			{replacedBy && (
				<Alert tone="warning" title={`Version ${content.edition} är ersatt av version ${replacedBy.edition}`}>
					<p>
						Det här är rapporten som den var innan den rättades. <a href={replacedBy.to}>Läs den som gäller</a>
					</p>
				</Alert>
			)}
			{rattelse && <Rattelse edition={content.edition} {...rattelse} />}
			<div className="public-row">
				<p id="filer">Hela rapporten som fil:</p>
				<FileList files={files} labelledBy="filer" />
			</div>
			{others.length > 0 && (
				<div className="public-row">
					<p id="andra">Samma period följs också upp i:</p>
					<FileList files={others.map(({ title, to }) => ({ label: title, to }))} labelledBy="andra" />
				</div>
			)}
			<RapportDocument content={content} />
		</Stack>
	);
}
