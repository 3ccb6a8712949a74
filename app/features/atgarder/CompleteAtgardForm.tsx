import { IntentForm } from "#app/features/IntentForm.tsx";
import { Named } from "#app/features/Named.tsx";
import { TextField } from "#app/ui/Field.tsx";
import type { AtgardView } from "./atgardView.ts";

/**
 * Closes an åtgärd, where it is listed and where a meeting goes through it.
 *
 * @param today the day that it is closed on, unless another is written
 */
export function CompleteAtgardForm({
	atgard,
	today,
}: {
	atgard: Pick<AtgardView, "id" | "version" | "title">;
	today: string;
}) {
	return (
		<IntentForm
			intent="completeAtgard"
			hidden={{ atgardId: atgard.id, version: atgard.version }}
			submit="Spara som klar"
			disclosure={<Named name={atgard.title}>Markera som klar</Named>}
		>
			{(refused) => (
				<>
					<TextField
						{...refused.field("doneOn", today)}
						label="Klar den"
						hint="Till exempel 2018-09-30, 30 september eller i går"
					/>
					<TextField {...refused.field("doneNote")} label="Anteckning" isOptional maxLength={200} />
				</>
			)}
		</IntentForm>
	);
}
