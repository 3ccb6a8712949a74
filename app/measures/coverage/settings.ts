import * as z from "zod";
import { compareSwedish, countOf, listOf } from "#app/domain/format.ts";
import { numberFrom, numbersFrom, textFrom, textOrNullFrom } from "../postedSettings.ts";
import type { Plats } from "../types.ts";
import { describeWindowRule, hasYearBasis, windowRuleFields, yearBasisMissing } from "../windows.ts";

const TIMES = "Gånger på varje plats: skriv ett helt tal som är minst 1.";

export const coverageSettingsSchema = z
	.object({
		platsIds: z
			.array(z.number().int())
			.min(1, "Platser: välj minst en. Saknas den i listan: lägg till den på kommunens lista först."),
		times: z.number({ error: TIMES }).int(TIMES).min(1, TIMES),
		...windowRuleFields,
	})
	.refine(hasYearBasis, yearBasisMissing);

export type CoverageSettings = z.infer<typeof coverageSettingsSchema>;

export function coverageSettingsFromForm(form: FormData): unknown {
	const per = textFrom(form, "per");
	return {
		platsIds: numbersFrom(form, "platsIds"),
		times: numberFrom(form, "times"),
		per,
		yearBasis: per === "year" ? textOrNullFrom(form, "yearBasis") : null,
	};
}

/** "Minst 1 gång på var och en av 3 platser under hela löftet: Hjälmseryd, Hok och Vrigstad." */
export function describeCoverageSettings(settings: CoverageSettings, platser: readonly Plats[]): string {
	const names = targetsOf(settings, platser).map((plats) => plats.name);
	const places = countOf(names.length, "plats", "platser");
	return `Minst ${countOf(settings.times, "gång", "gånger")} på var och en av ${places} ${describeWindowRule(settings)}: ${listOf(names)}.`;
}

/** The set by name, in Swedish order. A place that is no longer on the list keeps its number. */
export function targetsOf({ platsIds }: CoverageSettings, platser: readonly Plats[]): Plats[] {
	return [...new Set(platsIds)]
		.map((id) => platser.find((plats) => plats.id === id) ?? { id, name: `plats ${id}` })
		.sort((a, b) => compareSwedish(a.name, b.name));
}
