import { IntentForm } from "#app/features/IntentForm.tsx";
import { Card } from "#app/ui/Card.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import type { MergeCard } from "./reviewView.ts";

/** A promise that the text tells once for each part. */
export function MergeItem({
	merge: { keepKey, mergeKey, keep, merge },
	version,
}: {
	merge: MergeCard;
	version: number;
}) {
	const pair = { keepKey, mergeKey, version };
	return (
		<Card as="section" tone="attention" aria-labelledby={`${keepKey}-${mergeKey}`} className="utkast-merge">
			<Heading level={3} size="xs" id={`${keepKey}-${mergeKey}`}>
				Står två gånger: aktivitet {keep.number} och {merge.number}
			</Heading>
			<blockquote>”{keep.quotation}”</blockquote>
			<blockquote>”{merge.quotation}”</blockquote>
			<p>Är det samma sak räknas den en gång, och båda citaten sparas.</p>
			<div className="utkast-fraga__choices">
				<IntentForm intent="mergeAktiviteter" hidden={pair} submit="Slå ihop" />
				<IntentForm intent="keepApart" hidden={pair} submit="Behåll båda" />
			</div>
		</Card>
	);
}
