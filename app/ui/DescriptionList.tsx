import type { ReactNode } from "react";

interface Description {
	term: string;
	description: ReactNode;
}

export function DescriptionList({ items }: { items: readonly Description[] }) {
	return (
		<dl className="description-list">
			{items.map(({ term, description }) => (
				<div key={term}>
					<dt>{term}</dt>
					<dd>{description}</dd>
				</div>
			))}
		</dl>
	);
}
