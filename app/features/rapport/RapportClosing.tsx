import type { ReactNode } from "react";
import { formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { ROLE_NAME } from "#app/domain/permissions.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import { formatCell } from "#app/features/formatCell.ts";
import { formatInstant, formatInstantDate } from "#app/features/formatInstant.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { aktiviteterOf, aktivitetLabel, nextLinesOf, outcomesOf } from "#app/rapport/words.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Heading } from "#app/ui/Heading.tsx";

interface RapportClosingProps {
	content: RapportContent;
	synpunkterSlot?: ReactNode;
	afterSignature?: ReactNode;
}

/** What follows after the aktiviteter: indicators, open åtgärder, the next period, the council's remarks, the signature. */
export function RapportClosing({ content, synpunkterSlot, afterSignature }: RapportClosingProps) {
	return (
		<>
			<Outcomes content={content} />
			{content.openAtgarder.length > 0 && <OpenAtgarder content={content} />}
			{content.next && content.next.lines.length > 0 && <Next content={content} next={content.next} />}
			{(content.synpunkter.length > 0 || synpunkterSlot) && <Synpunkter content={content} slot={synpunkterSlot} />}
			{content.signature && <Signature content={content} signature={content.signature} />}
			{afterSignature}
		</>
	);
}

/** What is measured and should move, with where it began: the tables of the outcome mått, together. */
function Outcomes({ content }: { content: RapportContent }) {
	const measures = outcomesOf(content);
	if (measures.length === 0) return null;
	return (
		<Section id="utfall" title="Utfall mot utgångsläget">
			<p>Siffrorna visar utveckling, inte orsak.</p>
			{measures.map(({ id, headline, figure, table }) => (
				<div key={id} className="rapport-measure">
					<Heading level={3} size="sm" id={`utfall-${id}`}>
						{headline}
					</Heading>
					{table ? (
						<DataTable
							caption={table.caption}
							columns={table.columns}
							rowHeaders
							rows={table.rows.map((row) => row.map(formatCell))}
						/>
					) : (
						<p>{figure}</p>
					)}
				</div>
			))}
		</Section>
	);
}

function OpenAtgarder({ content }: { content: RapportContent }) {
	return (
		<Section id="atgarder" title="Öppna åtgärder">
			<DataTable
				caption="Beslutade åtgärder som inte var utförda vid periodens slut"
				rowHeaders
				onPhone="stack"
				columns={[{ label: "Åtgärd" }, { label: "Ansvarig" }, { label: "Klar senast" }, { label: "Hör till" }]}
				rows={content.openAtgarder.map(({ title, owner, dueOn, aktivitetId }) => [
					title,
					performedByName(owner),
					dueOn ?? "ingen dag bestämd",
					aktivitetLabel(content, aktivitetId),
				])}
			/>
		</Section>
	);
}

function Next({ content, next }: { content: RapportContent; next: NonNullable<RapportContent["next"]> }) {
	const period = parsePeriod(next.code);
	return (
		<Section id="nasta" title={`Nästa period: ${period ? lowerFirst(formatPeriod(period)) : next.code}`}>
			<DataTable
				caption="Vad som är avtalat för nästa period"
				isCaptionHidden
				rowHeaders
				onPhone="stack"
				columns={[{ label: "Mått" }, { label: "Avtalat" }]}
				rows={nextLinesOf(content, next).map(({ label, agreed }) => [label, agreed])}
			/>
		</Section>
	);
}

function Synpunkter({ content, slot }: { content: RapportContent; slot: ReactNode }) {
	const ids = new Set(aktiviteterOf(content).map(({ id }) => id));
	return (
		<Section id="synpunkter" title="Rådets synpunkter">
			{content.synpunkter.length === 0 ? (
				<p className="muted">Inga synpunkter är lämnade.</p>
			) : (
				<ol className="rapport-synpunkter">
					{content.synpunkter.map(({ aktivitetId, role, text, at }) => (
						<li key={`${at} ${text}`}>
							<p className="rapport-written">{text}</p>
							<p className="rapport-meta">
								{ROLE_NAME[role]}, {formatInstantDate(at)}
								{aktivitetId !== null && ids.has(aktivitetId) && (
									<>
										. Om <a href={`#aktivitet-${aktivitetId}`}>{aktivitetLabel(content, aktivitetId)}</a>
									</>
								)}
							</p>
						</li>
					))}
				</ol>
			)}
			{slot}
		</Section>
	);
}

function Signature({
	content,
	signature,
}: {
	content: RapportContent;
	signature: NonNullable<RapportContent["signature"]>;
}) {
	const items = [
		{ term: "Signerad av", description: signature.name ? `${signature.name}, ${signature.title}` : signature.title },
		{ term: "Signerad", description: formatInstant(signature.signedAt) },
		{
			term: "Kontrollkod",
			description: (
				<>
					<code className="rapport-code">{formatCode(signature.code)}</code>{" "}
					<a href={`/kontrollera?kod=${signature.code}`}>Kontrollera koden</a>
				</>
			),
		},
	];
	const reviewed = content.granskadAt
		? [{ term: "Granskad av rådet", description: formatInstantDate(content.granskadAt) }]
		: [];
	return (
		<Section id="underskrift" title="Underskrift">
			<DescriptionList items={[...reviewed, ...items]} />
		</Section>
	);
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
	return (
		<section className="rapport-section" aria-labelledby={id}>
			<Heading level={2} size="md" id={id}>
				{title}
			</Heading>
			{children}
		</section>
	);
}
