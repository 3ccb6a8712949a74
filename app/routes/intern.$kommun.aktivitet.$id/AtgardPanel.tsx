import { AtgardLine } from "#app/features/atgarder/AtgardLine.tsx";
import type { AtgardPlace, AtgardView } from "#app/features/atgarder/atgardView.ts";
import { DecideAtgardForm } from "#app/features/atgarder/DecideAtgardForm.tsx";
import type { Option } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";

interface AtgardPanelProps {
	/** In the order to show them. */
	atgarder: (AtgardView & { places: AtgardPlace[] })[];
	owners: Option[];
	today: string;
	canHandle: boolean;
	canDecide: boolean;
}

/** What was decided gets done: the åtgärder of the aktivitet, to decide, close and reopen. */
export function AtgardPanel({ atgarder, owners, today, canHandle, canDecide }: AtgardPanelProps) {
	return (
		<section className="aktivitet__section" id="atgarder">
			<Heading level={2} size="md">
				Åtgärderna en för en
			</Heading>
			{atgarder.length === 0 && <p className="muted">Inga åtgärder är beslutade än.</p>}
			<ul className="atgarder">
				{atgarder.map((atgard) => (
					<AtgardLine key={atgard.id} atgard={atgard} today={today} canHandle={canHandle} places={atgard.places} />
				))}
			</ul>
			{canDecide && <DecideAtgardForm owners={owners} today={today} />}
		</section>
	);
}
