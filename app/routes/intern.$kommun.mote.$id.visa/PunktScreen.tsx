import { MeasureScreenChart } from "#app/features/MeasureScreenChart.tsx";
import { BeslutForm, WrittenBeslut } from "#app/features/mote/BeslutForms.tsx";
import { MoteAtgardForm } from "#app/features/mote/MoteAtgardForm.tsx";
import { NoteForm } from "#app/features/mote/NoteForm.tsx";
import { OpenAtgarder } from "#app/features/mote/OpenAtgarder.tsx";
import { AtgardTable, PunktRecord } from "#app/features/mote/PunktRecord.tsx";
import { PunktWords } from "#app/features/mote/PunktWords.tsx";
import type { MoteScreen, visaPage } from "./visaPage.server.ts";

interface PunktScreenProps {
	screen: Extract<MoteScreen, { kind: "punkt" }>;
	view: Awaited<ReturnType<typeof visaPage>>;
}

/** An item: what is known of it, and beside that what is decided. */
export function PunktScreen({ screen: { punkt, chart }, view }: PunktScreenProps) {
	const { canDecide, whyNot, today, choices, atgarderTo } = view;
	const hasRecord = punkt.outcome || punkt.anteckning || punkt.beslut.length > 0 || punkt.nyaAtgarder;
	const hasRecordBeside = hasRecord || view.isOpen;
	return (
		<div className="mote-visa" data-kind={punkt.kind} data-is-alone={!hasRecordBeside || undefined}>
			<div className="mote-visa__known">
				<h1 className="visa-heading mote-visa__title">
					<span className="visa-quiet">{punkt.number}</span> {punkt.title}
				</h1>
				<PunktWords punkt={punkt} finding={findingShown(chart)} />
				{punkt.openAtgarder.length > 0 && (
					<OpenAtgarder atgarder={punkt.openAtgarder} today={today} canClose={canDecide} hasAktivitet={false} />
				)}
				{punkt.atgarder && punkt.openAtgarder.length === 0 && <AtgardTable table={punkt.atgarder} />}
			</div>
			{hasRecordBeside ? (
				<div className="mote-visa__record">
					<PunktRecord
						punkt={punkt}
						atgarderTo={atgarderTo}
						level={2}
						isBrief
						beslut={canDecide ? <WrittenBeslut punkt={punkt} /> : undefined}
					/>
					{!hasRecord && !canDecide && <p className="visa-quiet">Inget är beslutat här än.</p>}
					{canDecide && (
						<div className="mote-visa__forms">
							{punkt.kind === "rapport" && <NoteForm punkt={punkt} isFolded={false} />}
							<BeslutForm punkt={punkt} isFolded={false} />
							<MoteAtgardForm punkt={punkt} choices={choices} />
							{punkt.kind !== "rapport" && <NoteForm punkt={punkt} isFolded />}
						</div>
					)}
				</div>
			) : (
				<p className="visa-quiet">
					{!view.isPlanned && "Inget är beslutat här."} {whyNot}
				</p>
			)}
		</div>
	);
}

/** The chart of what deviates, below the line that says it. */
function findingShown(chart: Extract<MoteScreen, { kind: "punkt" }>["chart"]) {
	if (!chart) return undefined;
	const id = "avvikelsen";
	return {
		id,
		shown: (
			<div className="visa-chart">
				<MeasureScreenChart kind={chart.kind} chart={chart.chart} titleId={id} />
			</div>
		),
	};
}
