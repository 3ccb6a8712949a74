import * as z from "zod";
import type { IsoDate } from "./dates.ts";
import { optionalComingDate, refuse, seenVersion } from "./formFields.ts";
import { reasonText } from "./reason.ts";

/**
 * A new dated version of a measure. Fields: `version` as seen, `validFrom`, `reason`. The settings
 * themselves are read and checked by the measure's own kind.
 */
export function changeMeasureSchema(today: IsoDate) {
	return z.object({
		version: seenVersion(),
		validFrom: optionalComingDate({ label: "Gäller från", today }).transform(
			(date, context): IsoDate => date ?? refuse(context, "Gäller från: skriv en dag, till exempel 2026-05-01."),
		),
		reason: reasonText("Orsak"),
	});
}

/** Whether a measure is sensitive. Fields: `version` as seen, `isSensitive` when the box is ticked. */
export const changeMeasureSensitivitySchema = z.object({
	version: seenVersion(),
	isSensitive: z
		.string()
		.nullish()
		.transform((ticked) => Boolean(ticked)),
});
