import { RAPPORT_STATE_WORD, type RapportState } from "#app/domain/rapport.ts";
import type { RapportContent, RapportGroup } from "#app/rapport/content.ts";
import { factLines, STATE_TERM } from "#app/rapport/tables.ts";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { RapportAktivitetSection } from "./RapportAktivitetSection.tsx";
import { RapportClosing } from "./RapportClosing.tsx";
import { RapportSummary } from "./RapportSummary.tsx";
import type { RapportSlots } from "./slots.ts";
import "./rapport.css";
import "./rapportSummary.css";

interface RapportDocumentProps {
	content: RapportContent;
	slots?: RapportSlots;
	/** How far it has come by now, which what was signed cannot know. */
	state?: RapportState;
}

/**
 * A report to read, in the order that PRODUCT §3.6 gives it: the same for the internal page and the public one. Everything
 * shown comes from the content; what its audience may not know is not in it. Headings begin at level 2.
 */
export function RapportDocument({ content, slots = {}, state }: RapportDocumentProps) {
	return (
		<article className="rapport">
			<section className="rapport-section" aria-labelledby="uppgifter">
				<Heading level={2} size="md" id="uppgifter">
					Om rapporten
				</Heading>
				<dl className="rapport-facts">
					{factLines(content).map(({ term, description }) => (
						<div key={term}>
							<dt>{term}</dt>
							<dd>{term === STATE_TERM && state ? RAPPORT_STATE_WORD[state] : description}</dd>
						</div>
					))}
				</dl>
			</section>
			<RapportSummary content={content} editor={slots.editor} />
			{content.dokument.lagesbild && (
				<section className="rapport-lagesbild">
					<Disclosure summary="Lägesbild ur dokumentet">
						<blockquote className="rapport-quotation rapport-quotation--long">{content.dokument.lagesbild}</blockquote>
					</Disclosure>
				</section>
			)}
			{content.groups.map((group, index) => (
				<RapportGroupSection
					key={`${group.lofteId}-${group.aktiviteter[0]?.id ?? index}`}
					group={group}
					content={content}
					editor={slots.editor}
				/>
			))}
			<RapportClosing content={content} synpunkterSlot={slots.synpunkter} afterSignature={slots.afterSignature} />
		</article>
	);
}

interface RapportGroupSectionProps {
	group: RapportGroup;
	content: RapportContent;
	editor?: RapportSlots["editor"];
}

/** A löfte verbatim with its aktiviteter. */
export function RapportGroupSection({ group, content, editor }: RapportGroupSectionProps) {
	const headingId = `lofte-${group.lofteId ?? `utan-${group.aktiviteter[0]?.id ?? 0}`}`;
	return (
		<section className="rapport-group">
			<header className="rapport-group-head">
				<Heading level={2} size="md" id={headingId}>
					{group.lofteId === null ? (group.quotation ?? "Aktiviteter") : "Löfte"}
				</Heading>
				{group.lofteId !== null && group.quotation && (
					<blockquote className="rapport-quotation rapport-quotation--lofte">”{group.quotation}”</blockquote>
				)}
			</header>
			{group.aktiviteter.map((aktivitet) => (
				<RapportAktivitetSection key={aktivitet.id} aktivitet={aktivitet} content={content} editor={editor} />
			))}
		</section>
	);
}
