import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { formsOfAtgarder } from "#app/features/atgarder/AtgardLine.tsx";
import { FragaList } from "#app/features/FragaList.tsx";
import { AbsentFormRefusal } from "#app/features/IntentForm.tsx";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import { protect } from "#app/http/protect.server.ts";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { SegmentedNav } from "#app/ui/SegmentedNav.tsx";
import { AtgardPanel } from "./AtgardPanel.tsx";
import { aktivitetView } from "./aktivitetView.server.ts";
import { carryOut } from "./intents.server.ts";
import { LatestRegistreringar } from "./LatestRegistreringar.tsx";
import { MeasureSection } from "./MeasureSection.tsx";
import "./aktivitet.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.aktivitetstyp} – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, aktivitetView);

export const action = protect({ may: "log" }, carryOut);

export default function Aktivitet() {
	const view = useLoaderData<typeof loader>();
	return (
		<Stack gap="lg">
			<PageHeader
				title={view.aktivitetstyp}
				breadcrumbs={[
					{ label: "Översikt", to: view.oversiktTo },
					{ label: view.dokument.title, to: view.dokument.to },
				]}
				tags={<StatusBadge status={view.status} />}
			/>
			<SavedNotice text={view.saved} />
			<AbsentFormRefusal onPage={formsOfRows(view)} />
			<div className="aktivitet__promise">
				<blockquote className="aktivitet__quotation">”{view.quotation}”</blockquote>
				<p className="aktivitet__meta">
					Ansvarig: {view.parter}
					{view.lofte && <>. Löfte: ”{view.lofte}”</>}
				</p>
			</div>
			<div>
				<SegmentedNav label="Välj period" items={view.links} />
				{view.clip && (
					<p className="aktivitet__period">
						{view.period} {view.clip}.
					</p>
				)}
			</div>
			{view.measures.map((measure) => (
				<MeasureSection
					key={measure.id}
					measure={measure}
					isOnly={view.measures.length === 1}
					periodWord={view.periodWord}
					canLog={view.canLog}
					hasExamples={view.hasExamples}
				/>
			))}
			{view.atgarder && <AtgardPanel {...view.atgarder} />}
			{view.fragor.length > 0 && (
				<section className="aktivitet__section">
					<Heading level={2} size="md">
						Frågor som texten lämnar öppna
					</Heading>
					<FragaList fragor={view.fragor} canAnswer={view.canEdit} />
				</section>
			)}
			<LatestRegistreringar {...view.latest} />
		</Stack>
	);
}

/** The forms that are gone once somebody has used them: to take back, to close, to open again, to makulera. */
function formsOfRows({ measures, atgarder }: Pick<Awaited<ReturnType<typeof loader>>, "measures" | "atgarder">) {
	return [
		{
			intent: "revokeExcusedSlot",
			field: "excusedSlotId",
			rows: measures.flatMap((one) => one.excused?.excused ?? []),
		},
		...formsOfAtgarder(atgarder?.atgarder ?? []),
	];
}
