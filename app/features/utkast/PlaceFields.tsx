import type { Refused } from "#app/features/IntentForm.tsx";
import type { Plats } from "#app/measures/types.ts";
import { Choices, TextArea } from "#app/ui/Field.tsx";
import { useAllTyped } from "./allTyped.ts";

interface PlaceFieldsProps {
	refused: Refused;
	platser: readonly Plats[];
	chosen: readonly number[];
	/** Places that the text names and the kommun's list lacks. */
	unlisted: readonly string[];
}

/** Which places: those on the kommun's list, and new ones for it. */
export function PlaceFields({ refused, platser, chosen, unlisted }: PlaceFieldsProps) {
	const typed = useAllTyped(refused);
	return (
		<>
			{platser.length > 0 && (
				<Choices
					id={refused.fieldId("platsIds")}
					name="platsIds"
					type="checkbox"
					legend="Platser på kommunens lista"
					direction="row"
					options={platser.map(({ id, name }) => ({ value: String(id), label: name }))}
					defaultValues={typed("platsIds", chosen.map(String))}
					error={refused.error("platsIds")}
				/>
			)}
			<TextArea
				{...refused.field("names", unlisted.join("\n"))}
				label="Nya platser"
				hint="En på varje rad. De läggs till på kommunens lista och väljs här."
				rows={Math.min(10, Math.max(3, unlisted.length + 1))}
				isOptional
			/>
		</>
	);
}
