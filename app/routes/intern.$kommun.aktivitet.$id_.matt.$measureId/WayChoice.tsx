import { Link } from "@remix-run/react";
import { Icon } from "#app/ui/Icon.tsx";

interface WayChoiceProps {
	changeTo: string;
	correctTo: string;
	isCorrecting: boolean;
}

/** The one choice that comes first: something new has been agreed, or what stands here was wrong all along. */
export function WayChoice({ changeTo, correctTo, isCorrecting }: WayChoiceProps) {
	return (
		<nav aria-label="Vad vill du göra?" className="measure-page__ways">
			<ul>
				<Way
					to={changeTo}
					isCurrent={!isCorrecting}
					title="Ändras från ett datum"
					text="Parterna har kommit överens om något nytt. Perioder som börjat tidigare behåller det som gällde då."
				/>
				<Way
					to={correctTo}
					isCurrent={isCorrecting}
					title="Rätta hur löftet lästes"
					text="Det som står här lästes fel eller saknades i texten. Det rätta gäller från början."
				/>
			</ul>
		</nav>
	);
}

function Way({ to, isCurrent, title, text }: { to: string; isCurrent: boolean; title: string; text: string }) {
	return (
		<li>
			<Link to={to} aria-current={isCurrent ? "page" : undefined} preventScrollReset>
				<strong>
					{isCurrent && <Icon name="check" />} {title}
				</strong>
				<span>{text}</span>
			</Link>
		</li>
	);
}
