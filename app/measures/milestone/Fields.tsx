import { TextField } from "#app/ui/Field.tsx";
import type { MilestoneSettings } from "./settings.ts";

export function Fields({ settings }: { settings: MilestoneSettings | null }) {
	return (
		<div className="measure-fields">
			<TextField
				name="plannedOn"
				label="Planerat klart"
				hint="Till exempel 2018-12-31 eller 31 december 2018. Lämna tomt om löftet inte anger någon dag."
				isOptional
				chars={18}
				defaultValue={settings?.plannedOn ?? ""}
			/>
		</div>
	);
}
