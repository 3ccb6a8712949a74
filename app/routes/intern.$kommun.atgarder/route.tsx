import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import type { AtgardList } from "#app/domain/atgard.ts";
import { AtgardLine, formsOfAtgarder } from "#app/features/atgarder/AtgardLine.tsx";
import { DecideAtgardForm } from "#app/features/atgarder/DecideAtgardForm.tsx";
import { AbsentFormRefusal } from "#app/features/IntentForm.tsx";
import { NothingToFollow } from "#app/features/komIgang/NothingToFollow.tsx";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { protect } from "#app/http/protect.server.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";
import { SegmentedNav } from "#app/ui/SegmentedNav.tsx";
import { atgarderView } from "./atgarderView.server.ts";
import { carryOut } from "./intents.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Åtgärder – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, atgarderView);

export const action = protect({ may: "handleAtgarder" }, carryOut);

export default function Atgarder() {
	const { list, links, atgarder, page, pageLinks, decide, komIgangTo, today, canHandle, saved } =
		useLoaderData<typeof loader>();
	return (
		<Stack gap="md">
			<PageHeader title="Åtgärder" lead="Det som är beslutat, vem som ansvarar och när det ska vara klart." />
			<SavedNotice text={saved} />
			<AbsentFormRefusal onPage={formsOfAtgarder(atgarder)} />
			{decide && <DecideAtgardForm {...decide} today={today} />}
			{!komIgangTo && <SegmentedNav label="Välj åtgärder" items={links} />}
			{komIgangTo && (
				<NothingToFollow title="Inga åtgärder än" to={komIgangTo}>
					En åtgärd hör till en aktivitet i ett löftesdokument, och det finns inget här än.
				</NothingToFollow>
			)}
			{atgarder.length === 0 && !komIgangTo && <EmptyState title={EMPTY[list].title}>{EMPTY[list].text}</EmptyState>}
			<ul className="atgarder">
				{atgarder.map((atgard) => (
					<AtgardLine
						key={atgard.id}
						atgard={atgard}
						today={today}
						canHandle={canHandle}
						places={atgard.places}
						aktivitet={
							<>
								Aktivitet: <Link to={atgard.aktivitet.to}>{atgard.aktivitet.text}</Link>
							</>
						}
					/>
				))}
			</ul>
			<Pagination page={page} pageCount={pageLinks.length} hrefFor={(wanted) => pageLinks[wanted - 1] ?? ""} />
		</Stack>
	);
}

const EMPTY: Record<AtgardList, { title: string; text: string }> = {
	oppna: { title: "Inga öppna åtgärder", text: "Det som är beslutat och inte klart visas här." },
	forsenade: { title: "Inga åtgärder är försenade", text: "En åtgärd är försenad från dagen efter sitt slutdatum." },
	mina: {
		title: "Inga öppna åtgärder för din part",
		text: "Här visas det öppna som din part ansvarar för, ensam eller tillsammans med den andra parten.",
	},
	klara: { title: "Inga åtgärder är klara än", text: "Det som markeras som klart visas här, med dag och anteckning." },
	alla: { title: "Inga åtgärder än", text: "Beslutade åtgärder visas här, med ansvarig och slutdatum." },
};
