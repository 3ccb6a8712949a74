import { StatusBadge } from "#app/features/StatusBadge.tsx";
import type { PublicAktivitet, PublicMeasure } from "#app/rapport/publicSummary.ts";
import { Heading, type HeadingLevel } from "#app/ui/Heading.tsx";
import { PublicBar } from "./PublicBar.tsx";
import "./offentligt.css";

interface PublicAktivitetListProps {
	aktiviteter: readonly PublicAktivitet[];
	/** The level of each aktivitet's heading. */
	level: HeadingLevel;
}

/** What was promised and what was done, the deviations first with their cause and new plan. */
export function PublicAktivitetList({ aktiviteter, level }: PublicAktivitetListProps) {
	return (
		<ul className="public-aktiviteter">
			{aktiviteter.map((aktivitet) => (
				<li key={aktivitet.id} className="public-aktivitet">
					<div className="public-aktivitet-title">
						<Heading level={level} size="xs">
							{aktivitet.title}
						</Heading>
					</div>
					<StatusBadge status={aktivitet.status} />
					<div className="public-measures">
						{aktivitet.measures.map((measure) => (
							<MeasureLine key={measure.id} measure={measure} />
						))}
					</div>
					<div className="public-promise">
						<p>”{aktivitet.quotation}”</p>
						{aktivitet.responsible && <p>Ansvarig: {aktivitet.responsible}</p>}
					</div>
					{aktivitet.deviation && <Deviation deviation={aktivitet.deviation} />}
				</li>
			))}
		</ul>
	);
}

/** The finding and its bar; the name of the mått where the aktivitet has several. */
export function MeasureLine({ measure: { name, headline, bar } }: { measure: PublicMeasure }) {
	return (
		<div className="public-measure">
			<p>
				{name && <span className="public-measure-name">{name}: </span>}
				<span className="public-measure-finding">{headline}</span>
			</p>
			{bar && <PublicBar bar={bar} />}
		</div>
	);
}

function Deviation({ deviation }: { deviation: NonNullable<PublicAktivitet["deviation"]> }) {
	if (deviation.length === 0) return <p className="public-deviation muted">Rapporten anger ingen orsak.</p>;
	return (
		<dl className="public-deviation">
			{deviation.map(({ term, text }) => (
				<div key={term}>
					<dt>{term}</dt>
					<dd>{text}</dd>
				</div>
			))}
		</dl>
	);
}
