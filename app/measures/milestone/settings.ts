import * as z from "zod";
import { formatDate } from "#app/domain/format.ts";
import { parseDatedInput } from "#app/domain/parseInput.ts";
import { textOrNullFrom } from "../postedSettings.ts";

export const milestoneSettingsSchema = z.object({
	/** null: the text gives no day. */
	plannedOn: z.iso
		.date({ error: "Planerat klart: skriv dagen med år, som 2018-12-31 eller 31 december 2018, eller lämna tomt." })
		.nullable(),
});

export type MilestoneSettings = z.infer<typeof milestoneSettingsSchema>;

export function milestoneSettingsFromForm(form: FormData): unknown {
	const typed = textOrNullFrom(form, "plannedOn");
	return { plannedOn: typed === null ? null : (parseDatedInput(typed) ?? typed) };
}

/** "Ska vara klart 31 december 2018." */
export function describeMilestoneSettings({ plannedOn }: MilestoneSettings): string {
	return plannedOn ? `Ska vara klart ${formatDate(plannedOn)}.` : "Görs en gång. Löftet anger ingen dag.";
}
