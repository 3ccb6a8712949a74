import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { formatCell } from "#app/features/formatCell.ts";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import type { RapportAktivitet, RapportContent } from "#app/rapport/content.ts";
import { figureTable } from "#app/rapport/tables.ts";
import { aktiviteterOf, aktivitetLabel, deviationsOf, outcomesOf } from "#app/rapport/words.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { BigFigure } from "#app/ui/Figure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Paragraphs } from "./Paragraphs.tsx";
import type { RapportSlots } from "./slots.ts";

interface RapportSummaryProps {
	content: RapportContent;
	editor?: RapportSlots["editor"];
}

/** How it went: what was reached, what deviates, what each part says of the whole, and what the council is asked to decide. */
export function RapportSummary({ content, editor }: RapportSummaryProps) {
	const table = figureTable(content);
	return (
		<section className="rapport-section" aria-labelledby="sammanfattning">
			<Heading level={2} size="md" id="sammanfattning">
				Sammanfattning
			</Heading>
			<div className="rapport-overview">
				<Reached summary={content.summary} />
				<Findings content={content} />
			</div>
			<div className="rapport-figures">
				<Disclosure summary="Alla siffror i en tabell">
					<DataTable
						caption={table.title}
						columns={table.columns}
						rows={table.rows.map((row) => row.map(formatCell))}
						rowHeaders
					/>
				</Disclosure>
			</div>
			<div className="rapport-parts">
				{content.bedomningar.map(({ part, bedomning, begardaBeslut }) => {
					const form = editor?.({ part, aktivitet: null });
					if (!form && content.audience === "offentlig" && !bedomning && !begardaBeslut) return null;
					return (
						<section key={part} className="rapport-part" aria-labelledby={`bedomning-${part}`}>
							<Heading level={3} size="sm" id={`bedomning-${part}`}>
								{RAPPORT_PART_NAME[part]}s bedömning
							</Heading>
							{form ?? (
								<>
									<Paragraphs text={bedomning} empty="Ingen bedömning är skriven." />
									{begardaBeslut && (
										<div className="rapport-text">
											<h4>Begärda beslut</h4>
											<Paragraphs text={begardaBeslut} />
										</div>
									)}
								</>
							)}
						</section>
					);
				})}
			</div>
		</section>
	);
}

function Reached({ summary }: { summary: RapportContent["summary"] }) {
	const { natt, withMinimum, withoutMinimum } = summary;
	const without = withoutMinimum > 0 ? `${withoutMinimum} utan minimum` : null;
	if (withMinimum === 0) return <BigFigure value="–" label="Inget minimum under perioden" />;
	return <BigFigure value={`${natt} av ${withMinimum}`} label={without ? `nådda, ${without}` : "nådda"} />;
}

/** Every aktivitet with its finding, what deviates first: how it went at a glance, and the way to each. */
function Findings({ content }: { content: RapportContent }) {
	const deviating = deviationsOf(content);
	const others = aktiviteterOf(content).filter(({ isDeviation }) => !isDeviation);
	return (
		<div className="rapport-findings">
			{deviating.length > 0 ? (
				<div>
					<h3 className="rapport-label">Avviker från det som är avtalat</h3>
					<FindingList aktiviteter={deviating} content={content} />
				</div>
			) : (
				<p>Inget avviker från det som är avtalat.</p>
			)}
			{others.length > 0 && (
				<div>
					<h3 className="rapport-label">{deviating.length > 0 ? "Övriga aktiviteter" : "Aktiviteter"}</h3>
					<FindingList aktiviteter={others} content={content} />
				</div>
			)}
			<Further content={content} />
		</div>
	);
}

function FindingList({ aktiviteter, content }: { aktiviteter: RapportAktivitet[]; content: RapportContent }) {
	return (
		<ul className="rapport-finding-list">
			{aktiviteter.map((aktivitet) => (
				<li key={aktivitet.id}>
					<StatusBadge status={aktivitet.status} />
					<span>
						<a href={`#aktivitet-${aktivitet.id}`}>{aktivitetLabel(content, aktivitet.id)}</a>
						{aktivitet.measures
							.filter(({ status }) => status === aktivitet.status)
							.map((measure) => (
								<span key={measure.id} className="rapport-finding-figure">
									{measure.headline}
								</span>
							))}
					</span>
				</li>
			))}
		</ul>
	);
}

/** The way to what comes after the aktiviteter; the report is long. */
function Further({ content }: { content: RapportContent }) {
	const { openAtgarder, next, synpunkter, signature } = content;
	const links = [
		...(outcomesOf(content).length > 0 ? [{ id: "utfall", label: "Utfall mot utgångsläget" }] : []),
		...(openAtgarder.length > 0 ? [{ id: "atgarder", label: `Öppna åtgärder (${openAtgarder.length})` }] : []),
		...(next && next.lines.length > 0 ? [{ id: "nasta", label: "Nästa period" }] : []),
		...(synpunkter.length > 0 ? [{ id: "synpunkter", label: `Rådets synpunkter (${synpunkter.length})` }] : []),
		...(signature ? [{ id: "underskrift", label: "Underskrift" }] : []),
	];
	if (links.length === 0) return null;
	return (
		<nav className="rapport-further" aria-label="Längre ner i rapporten">
			<ul className="rapport-further-list">
				{links.map(({ id, label }) => (
					<li key={id}>
						<a href={`#${id}`}>{label}</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
