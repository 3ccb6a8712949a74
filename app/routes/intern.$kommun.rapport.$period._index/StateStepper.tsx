import { RAPPORT_STATE_WORD, RAPPORT_STATES, type RapportState } from "#app/domain/rapport.ts";
import { Icon } from "#app/ui/Icon.tsx";

/** How far the report has come, as a row of the five states. */
export function StateStepper({ state }: { state: RapportState }) {
	const at = RAPPORT_STATES.indexOf(state);
	return (
		<ol className="rapport-stepper" aria-label="Rapportens läge">
			{RAPPORT_STATES.map((one, index) => (
				<li
					key={one}
					data-state={index < at ? "past" : index === at ? "current" : "coming"}
					aria-current={index === at ? "step" : undefined}
				>
					<span className="rapport-stepper__mark" aria-hidden="true">
						{index < at ? <Icon name="check" /> : index + 1}
					</span>
					<span className="rapport-stepper__word">
						{RAPPORT_STATE_WORD[one]}
						{index < at && <span className="visually-hidden"> (avklarat)</span>}
					</span>
				</li>
			))}
		</ol>
	);
}
