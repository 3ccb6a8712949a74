import { type ClientActionFunctionArgs, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { answerWhenUnreachable } from "#app/features/ServerForm/answerWhenUnreachable.ts";
import { protect } from "#app/http/protect.server.ts";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { AktivitetCard } from "./AktivitetCard.tsx";
import { FactsSection } from "./FactsSection.tsx";
import { ForceSection } from "./ForceSection.tsx";
import { carryOut } from "./intents.server.ts";
import { LoftenSection } from "./LoftenSection.tsx";
import { MergeItem } from "./MergeItem.tsx";
import { MissedSection } from "./MissedSection.tsx";
import { RemainsPanel } from "./RemainsPanel.tsx";
import { reviewPage } from "./reviewPage.server.ts";
import { SourceText } from "./SourceText.tsx";
import { UtkastRefusal } from "./UtkastRefusal.tsx";
import "./review.css";

export const handle: PageHandle = {
	missing: {
		title: "Utkastet finns inte",
		instead: ({ kommun }) => ({ label: "Till dokumenten", to: `/intern/${kommun}/dokument` }),
	},
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.title} (utkast) – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "editDokument" }, reviewPage);

export const action = protect({ may: "editDokument" }, carryOut);

export const clientAction = (args: ClientActionFunctionArgs) =>
	answerWhenUnreachable(args, "Det gick inte att nå servern. Det du skrev finns kvar: försök igen om en stund.");

export const shouldRevalidate = revalidateAfterConflict;

export default function ReviewUtkast() {
	const view = useLoaderData<typeof loader>();
	const isRefused = refusalIn(useActionData()) !== undefined;
	const { version } = view;
	return (
		<Stack gap="lg">
			<PageHeader
				title={view.title}
				tags={<Tag>utkast, gäller inte än</Tag>}
				breadcrumbs={[
					{ label: "Dokument", to: view.listTo },
					{ label: "Nytt dokument", to: view.newTo },
				]}
			/>
			<SavedNotice text={isRefused ? null : view.saved} />
			<UtkastRefusal onPage={view} />
			<div className="utkast-columns">
				<div className="utkast-proposal">
					<RemainsPanel remains={view.remains} />
					<FactsSection
						facts={view.facts}
						values={view.factsValues}
						fragor={view.factsFragor}
						faults={view.factsFaults}
						version={version}
					/>
					<LoftenSection loften={view.loften} version={version} />
					<section className="utkast-section" aria-labelledby="aktiviteter">
						<Heading level={2} size="md" id="aktiviteter">
							Aktiviteter
						</Heading>
						{view.merges.map((merge) => (
							<MergeItem key={`${merge.keepKey} ${merge.mergeKey}`} merge={merge} version={version} />
						))}
						{view.aktiviteter.length === 0 && (
							<p>
								Ingen aktivitet hittades i texten. Står det vad parterna ska göra kan du lägga till det nedan, med
								textens egna ord.
							</p>
						)}
						<ol className="utkast-cards">
							{view.aktiviteter.map((aktivitet) => (
								<AktivitetCard key={aktivitet.key} aktivitet={aktivitet} version={version} />
							))}
						</ol>
					</section>
					<MissedSection leftOut={view.leftOut} version={version} />
					<ForceSection consequences={view.consequences} version={version} />
				</div>
				<SourceText pieces={view.pieces} version={version} />
			</div>
		</Stack>
	);
}
