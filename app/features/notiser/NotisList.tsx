import { Link } from "@remix-run/react";
import { ExampleTag } from "#app/features/ExampleTag.tsx";
import type { Notis } from "#app/notiser/notis.ts";
import { SeverityBadge } from "./SeverityBadge.tsx";
import "./notisList.css";

/** What a line shows of a notis. */
export type NotisLine = Pick<Notis, "key" | "severity" | "title" | "why" | "to" | "isExample"> & {
	kommun: Pick<Notis["kommun"], "slug" | "name">;
};

interface NotisListProps {
	/** In the order to show them. */
	notiser: readonly NotisLine[];
	/** Where all are of the same kommun, it goes without saying. */
	isOneKommun?: boolean;
}

/** What needs the reader, line by line. The whole line leads to where it is mended. */
export function NotisList({ notiser, isOneKommun = false }: NotisListProps) {
	return (
		<ul className="notiser" data-one-kommun={isOneKommun || undefined}>
			{notiser.map(({ key, severity, kommun, title, why, to, isExample }) => (
				<li key={`${kommun.slug} ${key}`} className="notis">
					<SeverityBadge severity={severity} />
					{!isOneKommun && <span className="notis__kommun">{kommun.name}</span>}
					<div className="notis__text">
						<Link to={to} className="notis__link">
							{title}
							{!isOneKommun && <span className="visually-hidden">, {kommun.name}</span>}
						</Link>{" "}
						{isExample && <ExampleTag />}
						<p className="notis__why">{why}</p>
					</div>
				</li>
			))}
		</ul>
	);
}
