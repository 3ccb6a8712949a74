import * as z from "zod";
import { compareSwedish, formatNumber, listOf } from "#app/domain/format.ts";
import { numberOrNullFrom, numbersFrom, textFrom } from "../postedSettings.ts";
import type { Plats } from "../types.ts";
import { wordField } from "../units.ts";

const LONGEST_UNIT = 20;
const VALUE = "Utgångsvärde och mål: skriv ett tal, till exempel 42 eller 38,5, eller lämna tomt.";
const value = z.number({ error: VALUE }).nullable();

export const outcomeSettingsSchema = z.object({
	unit: wordField({ label: "Enhet", whenEmpty: "skriv vad som mäts, till exempel km/h.", longest: LONGEST_UNIT }),
	direction: z.enum(["down", "up"], { error: "Riktning: välj om värdet ska sjunka eller stiga." }),
	series: z
		.array(z.object({ platsId: z.number().int(), baseline: value, target: value }))
		.min(1, "Mätplatser: välj minst en. Saknas den i listan: lägg till den på kommunens lista först."),
});

export type OutcomeSettings = z.infer<typeof outcomeSettingsSchema>;

export function outcomeSettingsFromForm(form: FormData): unknown {
	return {
		unit: textFrom(form, "unit"),
		direction: textFrom(form, "direction"),
		series: numbersFrom(form, "series").map((platsId) => ({
			platsId,
			baseline: numberOrNullFrom(form, `baseline.${platsId}`),
			target: numberOrNullFrom(form, `target.${platsId}`),
		})),
	};
}

/** "Värdet (km/h) ska sjunka på Kungsgatan (från 42 till 38) och Skolvägen." */
export function describeOutcomeSettings(
	{ unit, direction, series }: OutcomeSettings,
	platser: readonly Plats[],
): string {
	const names = series
		.map(({ platsId, baseline, target }) => {
			const range = [
				baseline !== null && `från ${formatNumber(baseline)}`,
				target !== null && `till ${formatNumber(target)}`,
			]
				.filter(Boolean)
				.join(" ");
			return range ? `${nameOf(platsId, platser)} (${range})` : nameOf(platsId, platser);
		})
		.sort(compareSwedish);
	return `Värdet (${unit}) ska ${direction === "down" ? "sjunka" : "stiga"} på ${listOf(names)}.`;
}

export function nameOf(platsId: number, platser: readonly Plats[]): string {
	return platser.find((plats) => plats.id === platsId)?.name ?? `plats ${platsId}`;
}
