import { compareSwedish } from "#app/domain/format.ts";
import { Choices, TextField } from "#app/ui/Field.tsx";
import type { Plats } from "../types.ts";
import { WindowRuleFields } from "../WindowRuleFields.tsx";
import type { CoverageSettings } from "./settings.ts";

export function Fields({ settings, platser }: { settings: CoverageSettings | null; platser: readonly Plats[] }) {
	const sorted = [...platser].sort((a, b) => compareSwedish(a.name, b.name));
	return (
		<div className="measure-fields">
			<Choices
				name="platsIds"
				type="checkbox"
				legend="Platser"
				hint="Var och en av dem ska nås. Räknar löftet inte upp dem: fråga parterna vilka som menas."
				options={sorted.map((plats) => ({ value: String(plats.id), label: plats.name }))}
				defaultValues={(settings?.platsIds ?? []).map(String)}
			/>
			<TextField
				name="times"
				label="Gånger på varje plats"
				hint="Ett helt tal"
				inputMode="numeric"
				chars={4}
				defaultValue={settings ? settings.times : 1}
			/>
			<WindowRuleFields settings={settings} />
		</div>
	);
}
