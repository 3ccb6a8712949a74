import { Link } from "@remix-run/react";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { Status } from "#app/domain/status.ts";
import { MeasureChart } from "#app/features/MeasureChart.tsx";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import type { FigureTable } from "#app/measures/types.ts";
import { Heading } from "#app/ui/Heading.tsx";
import { ExcusedPanel, type ExcusedView } from "./ExcusedPanel.tsx";
import { FordelningPanel, type FordelningView } from "./FordelningPanel.tsx";

export interface MeasureView {
	id: number;
	kind: MeasureKind;
	kindName: string;
	name: string;
	rakneregel: string;
	/** What was agreed, in words. */
	agreed: string;
	/** "Ändrat från 1 maj 2018: …" */
	changes: string[];
	status: Status;
	headline: string;
	remarks: string[];
	chart: unknown;
	table: FigureTable;
	fordelning: FordelningView | null;
	excused: ExcusedView | null;
	/** Links that the reader may follow; null without the permission, or when nothing is logged against the kind. */
	logTo: string | null;
	editTo: string | null;
}

interface MeasureSectionProps {
	measure: MeasureView;
	/** Its status is then the aktivitet's, which the page says at the top. */
	isOnly: boolean;
	periodWord: string;
	canLog: boolean;
	hasExamples: boolean;
}

/** One measure of the aktivitet: the finding, its chart and table, and what counts. */
export function MeasureSection({ measure, isOnly, periodWord, canLog, hasExamples }: MeasureSectionProps) {
	const headingId = `measure-${measure.id}`;
	return (
		<section className="aktivitet__measure" aria-labelledby={headingId}>
			<header className="aktivitet__measure-head">
				<Heading level={2} size="sm" id={headingId}>
					{measure.name}
					{measure.name !== measure.kindName && <span className="aktivitet__kind"> {measure.kindName}</span>}
				</Heading>
				{!isOnly && <StatusBadge status={measure.status} />}
			</header>
			<MeasureChart
				id={measure.id}
				kind={measure.kind}
				headline={measure.headline}
				remarks={measure.remarks}
				chart={measure.chart}
				table={measure.table}
				hasExamples={hasExamples}
			/>
			<div className="aktivitet__facts">
				<section className="aktivitet__panel">
					<h3 className="aktivitet__panel-title">Vad räknas?</h3>
					<p>{measure.rakneregel}</p>
					<p className="aktivitet__meta">{measure.agreed}</p>
					{measure.changes.map((change) => (
						<p key={change} className="aktivitet__meta">
							{change}
						</p>
					))}
					<p className="aktivitet__links">
						{measure.logTo && <Link to={measure.logTo}>Logga {measure.name.toLowerCase()}</Link>}
						{measure.editTo && <Link to={measure.editTo}>Ändra måttet</Link>}
					</p>
				</section>
				{measure.excused && <ExcusedPanel view={measure.excused} canLog={canLog} />}
				{measure.fordelning && <FordelningPanel fordelning={measure.fordelning} periodWord={periodWord} />}
			</div>
		</section>
	);
}
