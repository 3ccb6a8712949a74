import { Link } from "@remix-run/react";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { Status } from "#app/domain/status.ts";
import { MeasureMiniChart } from "#app/features/MeasureMiniChart.tsx";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import { BigFigure } from "#app/ui/Figure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import "./oversikt.css";

export interface DokumentOversiktProps {
	id: number;
	title: string;
	to: string;
	inForce: string;
	period: string;
	/** "gäller från 10 april" when the period is cut by the dokument. */
	clip: string | null;
	/** The report of the period: "Tertialrapport", "Utkast". */
	rapport: { name: string; state: string; to: string };
	summary: { natt: number; withMinimum: number; withoutMinimum: number };
	aktiviteter: AktivitetRowProps[];
}

interface AktivitetRowProps {
	id: number;
	to: string;
	quotation: string;
	parter: string[];
	status: Status;
	measures: {
		id: number;
		kind: MeasureKind;
		name: string;
		status: Status;
		headline: string;
		/** What explains the status, in a sentence; null where there is nothing to reach. */
		why: string | null;
		chart: unknown;
	}[];
}

/** One dokument: "5 av 7 nådda", and its aktiviteter with what needs attention first. */
export function DokumentOversikt({
	title,
	to,
	inForce,
	period,
	clip,
	rapport,
	summary,
	aktiviteter,
}: DokumentOversiktProps) {
	return (
		<section className="oversikt">
			<header className="oversikt__header">
				<div className="oversikt__title">
					<Heading level={2} size="md">
						<Link to={to}>{title}</Link>
					</Heading>
					<p className="oversikt__in-force">
						{inForce}
						{clip && `. ${period} ${clip}`}.
					</p>
					<p className="oversikt__rapport">
						<Link to={rapport.to}>{rapport.name}</Link> <Tag>{rapport.state}</Tag>
					</p>
				</div>
				<Summary {...summary} />
			</header>
			<ol className="oversikt__list">
				{aktiviteter.map((aktivitet) => (
					<AktivitetRow key={aktivitet.id} {...aktivitet} />
				))}
			</ol>
		</section>
	);
}

function Summary({ natt, withMinimum, withoutMinimum }: DokumentOversiktProps["summary"]) {
	const without = withoutMinimum > 0 ? `${withoutMinimum} utan minimum` : undefined;
	if (withMinimum === 0) return <BigFigure value="–" label="Inget minimum under perioden" />;
	return <BigFigure value={`${natt} av ${withMinimum}`} label={without ? `nådda, ${without}` : "nådda"} />;
}

function AktivitetRow({ to, quotation, parter, status, measures }: AktivitetRowProps) {
	return (
		<li className="oversikt__row">
			<div className="oversikt__status">
				<StatusBadge status={status} />
			</div>
			<div className="oversikt__text">
				<Link to={to} className="oversikt__quotation">
					{quotation}
				</Link>
				<p className="oversikt__parter">{parter.join(", ")}</p>
			</div>
			<ul className="oversikt__measures">
				{measures.map((measure) => (
					<li key={measure.id}>
						<p className="oversikt__headline">
							{measures.length > 1 && (
								<>
									<StatusBadge status={measure.status} isCompact />{" "}
								</>
							)}
							{measure.headline}
						</p>
						<MeasureMiniChart kind={measure.kind} chart={measure.chart} />
						{measure.why && <p className="oversikt__why">{measure.why}</p>}
					</li>
				))}
			</ul>
		</li>
	);
}
