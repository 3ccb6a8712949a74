import type { MeasureModule } from "../types.ts";
import { Chart, MiniChart } from "./Chart.tsx";
import { type CoverageChart, calculateCoverage } from "./calculation.ts";
import { Fields } from "./Fields.tsx";
import { publishCoverage } from "./publish.ts";
import {
	type CoverageSettings,
	coverageSettingsFromForm,
	coverageSettingsSchema,
	describeCoverageSettings,
} from "./settings.ts";

export const coverage: MeasureModule<CoverageSettings, CoverageChart> = {
	kind: "coverage",
	name: "Täckning",
	description: "Varje plats, grupp eller del av kommunen ska nås.",
	settingsSchema: coverageSettingsSchema,
	settingsFromForm: coverageSettingsFromForm,
	describeSettings: describeCoverageSettings,
	calculate: calculateCoverage,
	quantityField: () => ({ label: null, unit: null, isMeasuredValue: false }),
	platsIds: (settings) => settings.platsIds,
	publish: publishCoverage,
	Fields,
	Chart,
	MiniChart,
};
