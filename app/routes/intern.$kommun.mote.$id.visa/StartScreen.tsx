import { Link } from "@remix-run/react";
import { IntentForm } from "#app/features/IntentForm.tsx";
import type { MoteScreen, visaPage } from "./visaPage.server.ts";

interface StartScreenProps {
	screen: Extract<MoteScreen, { kind: "start" }>;
	view: Awaited<ReturnType<typeof visaPage>>;
}

/** What the meeting is, and what it takes up. */
export function StartScreen({ screen: { when, place, deltagare, agenda }, view }: StartScreenProps) {
	return (
		<>
			<h1 className="mote-visa__name">{view.name}</h1>
			<p>
				{when}. {place}.
			</p>
			{deltagare.length > 0 && <p className="visa-quiet">{deltagare.join(" · ")}</p>}
			{view.canOpen && (
				<IntentForm intent="openMote" hidden={{ version: view.version }} submit="Öppna mötet" submitVariant="primary" />
			)}
			{!view.canOpen && view.whyNot && <p className="visa-quiet">{view.whyNot}</p>}
			{agenda.length > 0 ? (
				<nav aria-label="Dagordning">
					<ol className="mote-visa__agenda">
						{agenda.map(({ key, number, title, to }) => (
							<li key={key}>
								<span className="visa-quiet">{number}</span>
								<Link to={to} replace>
									{title}
								</Link>
							</li>
						))}
					</ol>
				</nav>
			) : (
				<p>Inget på dagordningen.</p>
			)}
		</>
	);
}
