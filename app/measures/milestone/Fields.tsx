import { TextField } from "#app/ui/Field.tsx";
import type { MilestoneSettings } from "./settings.ts";

export function Fields({ settings }: { settings: MilestoneSettings | null }) {
	return (
		<div className="measure-fields">
			<TextField
				name="plannedOn"
				label="Planerat klart"
				hint="Skriv som 2018-12-31. Lämna tomt om löftet inte anger någon dag."
				isOptional
				chars={12}
				defaultValue={settings?.plannedOn ?? ""}
			/>
		</div>
	);
}
