import type { ReactNode } from "react";
import { Heading } from "#app/ui/Heading.tsx";
import { Tag } from "#app/ui/Tag.tsx";

interface StepProps {
	id: string;
	number: number;
	title: string;
	/** What it waits for, in a word or two; null: nothing. */
	waitsFor: string | null;
	children: ReactNode;
}

/** One of the three parts of an import, with its number and whether it is ready. */
export function Step({ id, number, title, waitsFor, children }: StepProps) {
	return (
		<section className="import-step" aria-labelledby={id} tabIndex={-1} data-waits={waitsFor !== null || undefined}>
			<div className="import-step__head">
				<Heading level={2} size="md" id={id}>
					{number}. {title}
				</Heading>
				<Tag tone={waitsFor === null ? "info" : "warning"}>{waitsFor ?? "Klart"}</Tag>
			</div>
			{children}
		</section>
	);
}
