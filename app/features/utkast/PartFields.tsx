import { partName } from "#app/dokumentutkast/parts.ts";
import { upperFirst } from "#app/domain/format.ts";
import type { Refused } from "#app/features/IntentForm.tsx";
import { Choices, TextField } from "#app/ui/Field.tsx";
import { useAllTyped } from "./allTyped.ts";

interface PartFieldsProps {
	refused: Refused;
	parts: readonly string[];
	/** Parts besides polis and kommun that can be ticked. */
	others: readonly string[];
}

/** Who is responsible: the two that sign, those that the text names, and room for another. */
export function PartFields({ refused, parts, others }: PartFieldsProps) {
	const typed = useAllTyped(refused);
	const offered = [...new Set(["polis", "kommun", ...others, ...parts])];
	return (
		<>
			<Choices
				id={refused.fieldId("parts")}
				name="parts"
				type="checkbox"
				legend="Ansvarig"
				direction="row"
				options={offered.map((part) => ({ value: part, label: upperFirst(partName(part)) }))}
				defaultValues={typed("parts", parts)}
				error={refused.error("parts")}
			/>
			<TextField
				{...refused.field("otherParts")}
				label="Annan part"
				hint="Till exempel räddningstjänsten. Flera: skriv kommatecken emellan."
				isOptional
			/>
		</>
	);
}
