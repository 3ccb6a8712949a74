import { Link } from "@remix-run/react";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { TextArea } from "#app/ui/Field.tsx";

/** A place that the measure needs and the kommun's list lacks. */
export function PlatserForm({ settingsTo }: { settingsTo: string | null }) {
	if (settingsTo)
		return (
			<p>
				Saknas en plats? Lägg till den under <Link to={settingsTo}>inställningar</Link>, och välj den sedan här.
			</p>
		);
	return (
		<IntentForm intent="addPlatser" hidden={{}} submit="Lägg till på kommunens lista" disclosure="Saknas en plats?">
			{(refused) => (
				<TextArea
					{...refused.field("names")}
					label="Platser"
					hint="En per rad. De läggs till på kommunens lista; välj dem sedan i måttet."
					rows={3}
				/>
			)}
		</IntentForm>
	);
}
