import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import type { IsoDate } from "#app/domain/dates.ts";
import { countOf, formatDate, formatInForce } from "#app/domain/format.ts";
import { DraftList } from "#app/features/utkast/DraftList.tsx";
import { draftLine } from "#app/features/utkast/draftLine.ts";
import { protect } from "#app/http/protect.server.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { findAllDokument } from "#db/dokument.server.ts";
import { findAllDokumentutkast } from "#db/dokumentutkast.server.ts";
import "./dokument.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Dokument – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

/** The signed dokument of the kommun, the newest first, and those on their way in for who may go on with them. */
export const loader = protect({ may: "read" }, async ({ db, kommun, today, may }) => {
	const dokument = await findAllDokument(db, { kommunId: kommun.id });
	const drafts = may("editDokument") ? await findAllDokumentutkast(db, { kommunId: kommun.id }) : [];
	return {
		kommun: kommun.name,
		komIgangTo: `/intern/${kommun.slug}/kom-igang`,
		newTo: may("editDokument") ? `/intern/${kommun.slug}/dokument/nytt` : null,
		drafts: drafts.map((draft) => draftLine(draft, kommun.slug)),
		dokument: dokument
			.sort((a, b) => b.inForceFrom.localeCompare(a.inForceFrom))
			.map((one) => ({
				id: one.id,
				to: `/intern/${kommun.slug}/dokument/${one.id}`,
				title: one.title,
				inForce: `Gäller ${formatInForce(one.inForceFrom, one.inForceTo)}`,
				signed: one.signedOn ? `Undertecknat ${formatDate(one.signedOn)}` : "Datum för undertecknande framgår inte",
				validity: validityOf(one, today),
				counts: [
					...(one.lofteCount > 0 ? [countOf(one.lofteCount, "löfte", "löften")] : []),
					countOf(one.aktivitetCount, "aktivitet", "aktiviteter"),
				].join(", "),
				openFragor: one.openFragaCount,
			})),
	};
});

function validityOf({ inForceFrom, inForceTo }: { inForceFrom: IsoDate; inForceTo: IsoDate | null }, today: IsoDate) {
	if (today < inForceFrom) return "gäller inte än";
	return inForceTo === null || today <= inForceTo ? "gäller nu" : "gäller inte längre";
}

export default function DokumentList() {
	const { kommun, komIgangTo, newTo, drafts, dokument } = useLoaderData<typeof loader>();
	return (
		<Stack gap="lg">
			<PageHeader
				title="Dokument"
				lead={`Undertecknade medborgarlöften i ${kommun}.`}
				actions={newTo && <ButtonLink to={newTo}>Nytt dokument</ButtonLink>}
			/>
			{drafts.length > 0 && (
				<section aria-labelledby="utkast">
					<Heading level={2} size="md" id="utkast">
						Utkast på gång
					</Heading>
					<DraftList drafts={drafts} />
				</section>
			)}
			{dokument.length === 0 && (
				<EmptyState title="Inga dokument än">
					{newTo
						? "Klistra in texten som parterna har undertecknat, så föreslår appen löften och aktiviteter. Inget gäller förrän du har gått igenom förslaget."
						: "Här visas de undertecknade medborgarlöftena när de lagts in."}{" "}
					<Link to={komIgangTo}>Se vad som är kvar innan uppföljningen är igång</Link>.
				</EmptyState>
			)}
			<ul className="dokument-list">
				{dokument.map((one) => (
					<li key={one.id}>
						<Heading level={2} size="sm">
							<Link to={one.to}>{one.title}</Link>
						</Heading>
						<p className="dokument-list__tags">
							<Tag tone={one.validity === "gäller nu" ? "info" : "neutral"}>{one.validity}</Tag>
							{one.openFragor > 0 && (
								<Tag tone="warning">{one.openFragor === 1 ? "1 öppen fråga" : `${one.openFragor} öppna frågor`}</Tag>
							)}
						</p>
						<p>
							{one.inForce}. {one.signed}. {one.counts}.
						</p>
					</li>
				))}
			</ul>
		</Stack>
	);
}
