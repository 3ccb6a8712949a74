import { lazy } from "react";
import type { MeasureModule } from "../types.ts";
import { Chart, MiniChart, ScreenChart } from "./Chart.tsx";
import { calculateOutcome, type OutcomeChart } from "./calculation.ts";
import { Fields } from "./Fields.tsx";
import { publishOutcome } from "./publish.ts";
import {
	describeOutcomeSettings,
	type OutcomeSettings,
	outcomeSettingsFromForm,
	outcomeSettingsSchema,
} from "./settings.ts";

const LazyInteractiveChart = lazy(() => import("./InteractiveChart.tsx"));

export const outcome: MeasureModule<OutcomeSettings, OutcomeChart> = {
	kind: "outcome",
	name: "Utfall",
	description: "Ett uppmätt värde ska sjunka eller stiga, till exempel medelhastigheten på en väg.",
	settingsSchema: outcomeSettingsSchema,
	settingsFromForm: outcomeSettingsFromForm,
	describeSettings: describeOutcomeSettings,
	calculate: calculateOutcome,
	quantityField: ({ unit }) => ({ label: "Uppmätt värde", unit, isMeasuredValue: true }),
	platsIds: (settings) => settings.series.map((series) => series.platsId),
	publish: publishOutcome,
	Fields,
	Chart,
	MiniChart,
	ScreenChart,
	InteractiveChart: ({ chart }) => <LazyInteractiveChart chart={chart} />,
};
