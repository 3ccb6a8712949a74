import type { MeasureModule } from "../types.ts";
import { Chart } from "./Chart.tsx";
import { calculateRecurring, expectedSlotsOf, type RecurringChart } from "./calculation.ts";
import { Fields } from "./Fields.tsx";
import { MiniChart } from "./MiniChart.tsx";
import { publishRecurring } from "./publish.ts";
import { ScreenChart } from "./ScreenChart.tsx";
import { seasonDays } from "./season.ts";
import {
	describeRecurringSettings,
	type RecurringSettings,
	recurringSettingsFromForm,
	recurringSettingsSchema,
} from "./settings.ts";

export const recurring: MeasureModule<RecurringSettings, RecurringChart> = {
	kind: "recurring",
	name: "Återkommande",
	description: "En takt som hålls: vissa kvällar, varje vecka, varje termin eller fasta öppettider.",
	settingsSchema: recurringSettingsSchema,
	settingsFromForm: recurringSettingsFromForm,
	describeSettings: describeRecurringSettings,
	calculate: calculateRecurring,
	quantityField: () => ({ label: null, unit: null, isMeasuredValue: false }),
	platsIds: () => [],
	slots: (chart) => chart.slots,
	expectedSlots: expectedSlotsOf,
	upcoming: seasonDays,
	publish: publishRecurring,
	Fields,
	Chart,
	MiniChart,
	ScreenChart,
};
