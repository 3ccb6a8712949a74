import * as z from "zod";
import { countOf } from "#app/domain/format.ts";
import { numberFrom, textFrom, textOrNullFrom } from "../postedSettings.ts";
import { unitFields } from "../units.ts";
import { describeWindowRule, hasYearBasis, windowRuleFields, yearBasisMissing } from "../windows.ts";

const WHOLE_MINIMUM = "Minsta antal: skriv ett helt tal som är minst 1.";

export const countSettingsSchema = z
	.object({
		minimum: z.number({ error: WHOLE_MINIMUM }).int(WHOLE_MINIMUM).min(1, WHOLE_MINIMUM),
		...windowRuleFields,
		...unitFields,
	})
	.refine(hasYearBasis, yearBasisMissing);

export type CountSettings = z.infer<typeof countSettingsSchema>;

export function countSettingsFromForm(form: FormData): unknown {
	const per = textFrom(form, "per");
	return {
		minimum: numberFrom(form, "minimum"),
		per,
		yearBasis: per === "year" ? textOrNullFrom(form, "yearBasis") : null,
		unit: textFrom(form, "unit"),
		unitOne: textFrom(form, "unitOne"),
	};
}

/** "Minst 10 riktade insatser under hela löftet." */
export function describeCountSettings(settings: CountSettings): string {
	const { minimum, unit, unitOne } = settings;
	return `Minst ${countOf(minimum, unitOne, unit)} ${describeWindowRule(settings)}.`;
}
