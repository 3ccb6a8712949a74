import { MiniMonthStrip, MonthStrip } from "../MonthStrip.tsx";
import type { MeasureModule } from "../types.ts";
import { UnitFields } from "../UnitFields.tsx";
import { amountField } from "../units.ts";
import { calculateOngoing, type OngoingChart } from "./calculation.ts";
import { publishOngoing } from "./publish.ts";
import {
	describeOngoingSettings,
	type OngoingSettings,
	ongoingSettingsFromForm,
	ongoingSettingsSchema,
} from "./settings.ts";

export const ongoing: MeasureModule<OngoingSettings, OngoingChart> = {
	kind: "ongoing",
	name: "Fortlöpande",
	description: "Löftet anger inget antal. Vi visar vad som görs, utan att säga nått eller inte.",
	settingsSchema: ongoingSettingsSchema,
	settingsFromForm: ongoingSettingsFromForm,
	describeSettings: describeOngoingSettings,
	calculate: calculateOngoing,
	quantityField: (settings) => amountField(settings.unit),
	platsIds: () => [],
	publish: publishOngoing,
	Fields: ({ settings }) => (
		<div className="measure-fields">
			<UnitFields settings={settings} />
		</div>
	),
	Chart: ({ chart, titleId }) => <MonthStrip months={chart.months} titleId={titleId} />,
	MiniChart: ({ chart }) => <MiniMonthStrip months={chart.months} label={chart.figure} />,
	ScreenChart: ({ chart, titleId }) => <MonthStrip months={chart.months} titleId={titleId} />,
};
