import type { ReactNode } from "react";
import { BIPRODUKT_NAME } from "#app/domain/biprodukter.ts";
import { formatNumber, formatWeek, listOf, lowerFirst, PERIOD_WORDS, upperFirst } from "#app/domain/format.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import { RAPPORT_PARTS } from "#app/domain/rapport.ts";
import { formatCell } from "#app/features/formatCell.ts";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import type { RapportAktivitet, RapportContent } from "#app/rapport/content.ts";
import { agreedCell } from "#app/rapport/tables.ts";
import { aktivitetLabel } from "#app/rapport/words.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { PartTexts } from "./PartTexts.tsx";
import { RapportMeasureSection } from "./RapportMeasureSection.tsx";
import type { RapportSlots } from "./slots.ts";

interface RapportAktivitetSectionProps {
	aktivitet: RapportAktivitet;
	content: RapportContent;
	editor?: RapportSlots["editor"];
}

/** One agreed aktivitet: what was promised, the figures, the chart, what is said of it, where and when, and what deviates. */
export function RapportAktivitetSection({ aktivitet, content, editor }: RapportAktivitetSectionProps) {
	const headingId = `aktivitet-${aktivitet.id}`;
	const isWritten = RAPPORT_PARTS.some((part) => Boolean(editor?.({ part, aktivitet })));
	const texts = { aktivitet, audience: content.audience };
	const isTogether = isWritten || !hasCircumstances(aktivitet);
	return (
		<section className="rapport-aktivitet" aria-labelledby={headingId}>
			<header className="rapport-aktivitet-head">
				<Heading level={3} size="sm" id={headingId}>
					{aktivitetLabel(content, aktivitet.id)}
				</Heading>
				<StatusBadge status={aktivitet.status} />
			</header>
			<blockquote className="rapport-quotation">”{aktivitet.quotation}”</blockquote>
			<p className="rapport-meta">
				{aktivitet.parter.length > 0 ? `Ansvarig: ${listOf(aktivitet.parter)}` : "Texten namnger ingen ansvarig"}
			</p>
			<Rules aktivitet={aktivitet} isPublic={content.audience === "offentlig"} />
			<FigureRows
				aktivitet={aktivitet}
				periodKind={content.period.kind}
				label={aktivitetLabel(content, aktivitet.id)}
			/>
			{aktivitet.measures.map((measure) => (
				<RapportMeasureSection key={measure.id} measure={measure} isOnly={aktivitet.measures.length === 1} />
			))}
			{!isTogether && <PartTexts {...texts} fields={COMMENT} />}
			<Circumstances aktivitet={aktivitet} />
			{isTogether ? (
				<PartTexts {...texts} fields={[...COMMENT, ...DEVIATION]} editor={editor} />
			) : (
				<PartTexts {...texts} fields={DEVIATION} />
			)}
		</section>
	);
}

const COMMENT = ["kommentar"] as const;
const DEVIATION = ["orsak", "nyPlan"] as const;

/** What counts, and what was agreed. */
function Rules({ aktivitet: { measures }, isPublic }: { aktivitet: RapportAktivitet; isPublic: boolean }) {
	return (
		<div className="rapport-rules">
			{measures.map(({ id, name, rakneregel, agreed, isSensitive }) => (
				<p key={id}>
					<strong>{measures.length > 1 ? `${name}: vad räknas?` : "Vad räknas?"}</strong> {rakneregel}{" "}
					<span className="muted">{agreed}</span> {isSensitive && !isPublic && <Tag>Små tal publiceras inte</Tag>}
				</p>
			))}
		</div>
	);
}

/** The same words and figures as in the table of them all. */
function FigureRows({
	aktivitet,
	periodKind,
	label,
}: {
	aktivitet: RapportAktivitet;
	periodKind: PeriodKind;
	label: string;
}) {
	const { thisOne } = PERIOD_WORDS[periodKind];
	return (
		<DataTable
			caption={`Minimum och utfall, ${lowerFirst(label)}`}
			isCaptionHidden
			rowHeaders
			onPhone="stack"
			columns={[
				{ label: "Mått" },
				{ label: `Minst ${thisOne}`, isNumeric: true },
				{ label: upperFirst(thisOne), isNumeric: true },
				{ label: "Minst sammanlagt", isNumeric: true },
				{ label: "Sammanlagt", isNumeric: true },
			]}
			rows={aktivitet.measures.map(({ id: measureId, name, figures }) => [
				<span key={measureId}>
					{name}
					<span className="rapport-unit">, {figures.unit}</span>
				</span>,
				formatCell(agreedCell(figures.periodMinimum)),
				formatCell(figures.thisPeriod),
				formatCell(agreedCell(figures.minimum)),
				formatCell(figures.cumulative),
			])}
		/>
	);
}

/** With nothing between them, what a part comments and what it explains stand under its name once. */
function hasCircumstances({ platser, veckor, biprodukter }: RapportAktivitet): boolean {
	return platser.length + veckor.length + biprodukter.length > 0;
}

/** Where, in which weeks, and what came of it besides. */
function Circumstances({ aktivitet: { platser, veckor, biprodukter } }: { aktivitet: RapportAktivitet }) {
	const lines: { term: string; items: ReactNode[] }[] = [
		{
			term: "Platser",
			items: platser.map(({ name, quantity }) => counted(name ?? "Ingen plats angiven", quantity)),
		},
		{ term: "Veckor", items: veckor.map(({ key, quantity }) => counted(formatWeek(key), quantity)) },
		{
			term: "Biprodukter",
			items: biprodukter.map(({ code, quantity }) => counted(BIPRODUKT_NAME[code], quantity)),
		},
	].filter(({ items }) => items.length > 0);
	if (lines.length === 0) return null;
	return (
		<dl className="rapport-circumstances">
			{lines.map(({ term, items }) => (
				<div key={term}>
					<dt>{term}</dt>
					<dd>
						<ul className="rapport-counts">{items}</ul>
					</dd>
				</div>
			))}
		</dl>
	);
}

function counted(name: string, quantity: number): ReactNode {
	return (
		<li key={name}>
			{name} <strong>{formatNumber(quantity)}</strong>
		</li>
	);
}
