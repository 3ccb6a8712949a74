import type { ReactNode } from "react";
import { Heading } from "#app/ui/Heading.tsx";

/** A part of the page with its heading. */
export function KontoSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
	return (
		<section aria-labelledby={id}>
			<Heading level={2} id={id}>
				{title}
			</Heading>
			{children}
		</section>
	);
}
