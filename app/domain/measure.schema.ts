import * as z from "zod";
import type { IsoDate } from "./dates.ts";
import { optionalComingDate, refuse, seenVersion } from "./formFields.ts";
import { safeText } from "./personalData.ts";
import { reasonText } from "./reason.ts";

export const MAX_MEASURE_NAME = 60;
export const MAX_RAKNEREGEL = 600;

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

/**
 * A version that was read wrongly, put right from its own first day. Fields: `version` as seen, `validFrom` (that day, as the page
 * carries it), `reason`. The settings themselves are read and checked by the measure's own kind.
 */
export const correctMeasureSchema = z.object({
	version: seenVersion(),
	validFrom: z.iso.date("Ladda om sidan och gör rättelsen igen."),
	reason: reasonText("Orsak"),
});

/** What a measure is called and what counts. Fields: `version` as seen, `name`, `rakneregel`, `reason`. */
export const changeRakneregelSchema = z.object({
	version: seenVersion(),
	name: filled("Kort namn", {
		maxLength: MAX_MEASURE_NAME,
		whenEmpty: "skriv vad måttet heter, till exempel Fotpatrull.",
	}),
	rakneregel: filled("Vad räknas?", {
		maxLength: MAX_RAKNEREGEL,
		whenEmpty: "skriv vad som räknas som ett tillfälle.",
	}),
	reason: reasonText("Orsak"),
});

/** Whether a measure is sensitive. Fields: `version` as seen, `isSensitive` when the box is ticked. */
export const changeMeasureSensitivitySchema = z.object({
	version: seenVersion(),
	isSensitive: z
		.string()
		.nullish()
		.transform((ticked) => Boolean(ticked)),
});

function filled(label: string, { maxLength, whenEmpty }: { maxLength: number; whenEmpty: string }) {
	return safeText(label, maxLength).refine((text) => text !== "", `${label}: ${whenEmpty}`);
}
