import { lazy } from "react";
import type { MeasureModule } from "../types.ts";
import { amountField } from "../units.ts";
import { BulletBar, MiniBulletBar } from "./BulletBar.tsx";
import { Chart } from "./Chart.tsx";
import { calculateCount } from "./calculation.ts";
import type { CountChart } from "./chartData.ts";
import { Fields } from "./Fields.tsx";
import { proposeCountFordelning } from "./plan.ts";
import { publishCount } from "./publish.ts";
import { type CountSettings, countSettingsFromForm, countSettingsSchema, describeCountSettings } from "./settings.ts";

const LazyInteractiveChart = lazy(() => import("./InteractiveChart.tsx"));

export const count: MeasureModule<CountSettings, CountChart> = {
	kind: "count",
	name: "Antal",
	description: "Minst så här många gånger under löftet, varje år eller varje period.",
	settingsSchema: countSettingsSchema,
	settingsFromForm: countSettingsFromForm,
	describeSettings: describeCountSettings,
	calculate: calculateCount,
	quantityField: (settings) => amountField(settings.unit),
	platsIds: () => [],
	fordelningWholes: proposeCountFordelning,
	publish: publishCount,
	Fields,
	Chart,
	MiniChart: MiniBulletBar,
	ScreenChart: BulletBar,
	InteractiveChart: ({ chart }) => <LazyInteractiveChart chart={chart} />,
};
