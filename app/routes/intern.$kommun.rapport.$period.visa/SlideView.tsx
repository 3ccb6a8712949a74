import { MeasureScreenChart } from "#app/features/MeasureScreenChart.tsx";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import type { Slide, SlideDeviation, SlideFinding } from "#app/rapport/slides.ts";
import type { SlideText } from "#app/rapport/slideText.ts";

/** What one screen shows. */
export function SlideView({ slide }: { slide: Slide }) {
	switch (slide.kind) {
		case "oversikt":
			return <Oversikt slide={slide} />;
		case "avvikelser":
			return <Deviations deviating={slide.deviating} level="h1" />;
		case "lofte":
			return <Lofte slide={slide} />;
		case "texter":
			return <Texter slide={slide} />;
		case "atgarder":
			return <Atgarder slide={slide} />;
	}
}

function Oversikt({ slide: { figure, deviating, texts } }: { slide: Extract<Slide, { kind: "oversikt" }> }) {
	return (
		<>
			<h1 className="visa-figure">{figure}</h1>
			{deviating.length > 0 ? (
				<Deviations deviating={deviating} level="h2" />
			) : (
				<p>Inget avviker från det som är avtalat.</p>
			)}
			<Texts texts={texts} isBeside />
		</>
	);
}

function Deviations({ deviating, level: Heading }: { deviating: readonly SlideDeviation[]; level: "h1" | "h2" }) {
	return (
		<section className="visa-section">
			<Heading>Avviker</Heading>
			<ul className="visa-list">
				{deviating.map(({ id, status, text }) => (
					<li key={id}>
						<StatusBadge status={status} />
						<span>{text}</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function Lofte({ slide: { quotation, place, of, finding, texts } }: { slide: Extract<Slide, { kind: "lofte" }> }) {
	return (
		<>
			<h1 className="visa-lofte">
				{quotation ?? "Aktiviteter"}
				{of > 1 && ` (${place} av ${of})`}
			</h1>
			<section className="visa-aktivitet">
				<h2>
					<span>{finding.label}</span> <StatusBadge status={finding.status} />
				</h2>
				<Finding finding={finding} />
				<Texts texts={texts} isBeside />
			</section>
		</>
	);
}

function Finding({ finding: { key, measure } }: { finding: SlideFinding }) {
	if (!measure) return null;
	const { kind, headline, chart } = measure;
	return (
		<div>
			<p className="visa-finding" id={key}>
				{headline}
			</p>
			{chart !== null && (
				<div className="visa-chart">
					<MeasureScreenChart kind={kind} chart={chart} titleId={key} />
				</div>
			)}
		</div>
	);
}

function Texter({ slide: { title, status, texts, isShort } }: { slide: Extract<Slide, { kind: "texter" }> }) {
	return (
		<>
			<h1 className="visa-heading">
				<span>{title}</span> {status && <StatusBadge status={status} />}
			</h1>
			<Texts texts={texts} isLarge={isShort} />
		</>
	);
}

interface TextsProps {
	texts: readonly SlideText[];
	/** As columns, where they are several. */
	isBeside?: boolean;
	isLarge?: boolean;
}

function Texts({ texts, isBeside = false, isLarge = false }: TextsProps) {
	if (texts.length === 0) return null;
	return (
		<dl className="visa-texts" data-is-beside={isBeside || undefined} data-is-large={isLarge || undefined}>
			{texts.map(({ term, text }) => (
				<div key={term}>
					<dt>{term}</dt>
					<dd>{text}</dd>
				</div>
			))}
		</dl>
	);
}

function Atgarder({ slide: { rows } }: { slide: Extract<Slide, { kind: "atgarder" }> }) {
	return (
		<section className="visa-section">
			<h1 className="visa-heading">Öppna åtgärder</h1>
			<ul className="visa-atgarder">
				{rows.map(({ id, title, detail }) => (
					<li key={id}>
						{title} <span className="visa-quiet">{detail}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
