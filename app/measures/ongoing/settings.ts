import * as z from "zod";
import { textFrom } from "../postedSettings.ts";
import { unitFields } from "../units.ts";

export const ongoingSettingsSchema = z.object(unitFields);

export type OngoingSettings = z.infer<typeof ongoingSettingsSchema>;

export function ongoingSettingsFromForm(form: FormData): unknown {
	return { unit: textFrom(form, "unit"), unitOne: textFrom(form, "unitOne") };
}

export function describeOngoingSettings({ unit }: OngoingSettings): string {
	return `Inget antal är avtalat. Räknas i ${unit}.`;
}
