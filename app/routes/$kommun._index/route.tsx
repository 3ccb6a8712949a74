import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { publicHeaders } from "#app/features/offentligt/publicHeaders.ts";
import { publicMeta } from "#app/features/offentligt/publicMeta.ts";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { open } from "#app/http/protect.server.ts";
import { findPublishedKommun } from "#app/rapport/published.server.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { DokumentSection } from "./DokumentSection.tsx";
import { EmbedSnippet } from "./EmbedSnippet.tsx";
import { History } from "./History.tsx";
import { descriptionOf, kommunView } from "./kommunView.server.ts";

export const headers = publicHeaders;
export const handle: PageHandle = { isStatic: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	data
		? publicMeta({
				title: `Så går det med medborgarlöftena i ${data.kommun.name}`,
				description: data.description,
				url: data.url,
			})
		: [{ title: "Sidan finns inte – Löfteskoll" }];

/** How it goes in a kommun, from what is signed and published. */
export const loader = open(async ({ db, params, origin }) => {
	const view = kommunView(await findPublishedKommun(db, params.kommun));
	return { ...view, description: descriptionOf(view), url: `${origin}/${view.kommun.slug}`, origin };
});

export default function KommunStart() {
	const { kommun, sections, history, origin } = useLoaderData<typeof loader>();
	return (
		<Stack gap="xl">
			<Stack gap="md">
				<Heading level={1} size="sm">
					Så går det med medborgarlöftena i {kommun.name}
				</Heading>
				{sections.length === 0 ? (
					<EmptyState title="Inget är publicerat ännu">
						<p>
							Här visas hur det går när polisen och kommunen har följt upp sina löften och rapporten är signerad och
							publicerad. Kom tillbaka efter nästa uppföljning.
						</p>
					</EmptyState>
				) : (
					sections.map((section) => (
						<DokumentSection key={section.dokumentId} section={section} isAlone={sections.length === 1} />
					))
				)}
			</Stack>
			{history.length > 0 && <History years={history} />}
			{sections.length > 0 && <EmbedSnippet kommun={kommun} origin={origin} />}
		</Stack>
	);
}
