import { TextField } from "#app/ui/Field.tsx";
import { UnitFields } from "../UnitFields.tsx";
import { WindowRuleFields } from "../WindowRuleFields.tsx";
import type { CountSettings } from "./settings.ts";

export function Fields({ settings }: { settings: CountSettings | null }) {
	return (
		<div className="measure-fields">
			<TextField
				name="minimum"
				label="Minsta antal"
				hint="Ett helt tal, som det står i löftet"
				inputMode="numeric"
				chars={6}
				defaultValue={settings?.minimum}
			/>
			<WindowRuleFields settings={settings} />
			<UnitFields settings={settings} />
		</div>
	);
}
