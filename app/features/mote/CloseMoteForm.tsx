import { IntentForm } from "#app/features/IntentForm.tsx";
import "./moteForms.css";

interface CloseMoteFormProps {
	version: number;
	/** What closing it does, and what is left open, a sentence each. */
	consequences: readonly string[];
}

/** Ends the meeting. Folded, so that it takes two steps; what it does stands above the second. */
export function CloseMoteForm({ version, consequences }: CloseMoteFormProps) {
	return (
		<IntentForm
			intent="closeMote"
			hidden={{ version }}
			submit="Avsluta och lås protokollet"
			submitVariant="primary"
			disclosure="Avsluta mötet"
			showsTop
		>
			{() => (
				<ul className="mote-consequences">
					{consequences.map((sentence) => (
						<li key={sentence}>{sentence}</li>
					))}
				</ul>
			)}
		</IntentForm>
	);
}
