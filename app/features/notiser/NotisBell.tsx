import { Link } from "@remix-run/react";
import { Icon } from "#app/ui/Icon.tsx";
import { type GivenCount, useNotisCount } from "./useNotisCount.ts";
import "./notisBell.css";

const MOST_SHOWN = 99;

/** The way to everything that needs the reader, with how much that is. */
export function NotisBell({ given }: { given: GivenCount }) {
	const count = useNotisCount(given) ?? 0;
	return (
		<Link to="/intern#notiser" className="notis-bell">
			<Icon name="notiser" />
			<span className="visually-hidden">Notiser{count > 0 && `, ${count}`}</span>
			{count > 0 && (
				<span className="notis-bell__count" aria-hidden="true">
					{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
				</span>
			)}
		</Link>
	);
}
