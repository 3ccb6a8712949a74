import type { ReactNode } from "react";
import { type PunktView, punktAnchor } from "#app/features/mote/punktView.ts";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Heading } from "#app/ui/Heading.tsx";

/** An item of the agenda or of the minutes, under its number. */
export function PunktSection({ punkt: { key, number, title }, children }: { punkt: PunktView; children: ReactNode }) {
	const id = punktAnchor(key);
	return (
		<section className="mote-punkt" aria-labelledby={id}>
			<Heading level={3} size="sm" id={id}>
				<span className="mote-punkt__number">{number}</span> {title}
			</Heading>
			<div className="mote-punkt__body">{children}</div>
		</section>
	);
}

/** When, where and who; line breaks part the lines of a list. */
export function Facts({ facts }: { facts: readonly { term: string; description: string }[] }) {
	return (
		<div className="mote-facts">
			<DescriptionList items={facts} />
		</div>
	);
}
