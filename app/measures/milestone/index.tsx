import type { MeasureModule } from "../types.ts";
import { Chart, MiniChart } from "./Chart.tsx";
import { calculateMilestone, type MilestoneChart } from "./calculation.ts";
import { Fields } from "./Fields.tsx";
import { plannedDay } from "./plannedDay.ts";
import { publishMilestone } from "./publish.ts";
import {
	describeMilestoneSettings,
	type MilestoneSettings,
	milestoneSettingsFromForm,
	milestoneSettingsSchema,
} from "./settings.ts";

export const milestone: MeasureModule<MilestoneSettings, MilestoneChart> = {
	kind: "milestone",
	name: "Milstolpe",
	description: "Något som ska bli klart en gång, till exempel att öppna ett poliskontor.",
	settingsSchema: milestoneSettingsSchema,
	settingsFromForm: milestoneSettingsFromForm,
	describeSettings: describeMilestoneSettings,
	calculate: calculateMilestone,
	quantityField: () => ({ label: null, unit: null, isMeasuredValue: false }),
	platsIds: () => [],
	upcoming: plannedDay,
	publish: publishMilestone,
	Fields,
	Chart,
	MiniChart,
	ScreenChart: Chart,
};
