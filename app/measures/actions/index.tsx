import type { MeasureModule } from "../types.ts";
import { Chart, MiniChart } from "./Chart.tsx";
import { type ActionsChart, calculateActions } from "./calculation.ts";
import { publishActions } from "./publish.ts";
import { type ActionsSettings, actionsSettingsSchema } from "./settings.ts";

export const actions: MeasureModule<ActionsSettings, ActionsChart> = {
	kind: "actions",
	name: "Beslutade åtgärder",
	description: "Det som beslutas, till exempel efter en trygghetsvandring, ska bli gjort.",
	settingsSchema: actionsSettingsSchema,
	settingsFromForm: () => ({}),
	describeSettings: () => "Alla åtgärder som beslutas under aktiviteten ska utföras.",
	calculate: calculateActions,
	quantityField: () => null,
	platsIds: () => [],
	publish: publishActions,
	Fields: () => (
		<p className="measure-fields-text">
			Inget att ställa in. Åtgärderna läggs till på aktivitetens sida när de har beslutats.
		</p>
	),
	Chart,
	MiniChart,
};
