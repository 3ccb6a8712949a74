import { Link } from "@remix-run/react";

interface Segment {
	label: string;
	to: string;
	isCurrent?: boolean;
	/** A few words under the label: "gäller från 10 april". */
	hint?: string;
}

/** Links between views of the same page, such as the tertials. Scrolls sideways when there are many. */
export function SegmentedNav({ label, items }: { label: string; items: readonly Segment[] }) {
	return (
		<nav className="segmented" aria-label={label}>
			<ul>
				{items.map((item) => (
					<li key={item.to}>
						<Link to={item.to} aria-current={item.isCurrent ? "page" : undefined} preventScrollReset>
							{item.label}
							{item.hint && <span className="segmented-hint">{item.hint}</span>}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
