import * as z from "zod";
import { seenVersion } from "#app/domain/formFields.ts";
import { MEASURE_KINDS } from "#app/domain/measureKind.ts";
import { safeText } from "#app/domain/personalData.ts";
import { partsSchema } from "#app/features/utkast/parts.schema.ts";
import { utkastKey } from "#app/routes/intern.$kommun.dokument.nytt.$id._index/forms.ts";

const kind = z.enum(MEASURE_KINDS, "Följs som: välj hur aktiviteten ska följas.");

/** What an aktivitet says of itself. `parts` are read apart. */
export const aktivitetSchema = z.object({
	version: seenVersion(),
	quotation: z
		.string("Citat: fyll i fältet.")
		.max(4000, "Citat: korta till högst 2 000 tecken.")
		.transform((text) => text.replace(/\r\n?/g, "\n").trim())
		.refine((text) => text !== "", "Citat: kopiera orden ur texten."),
	lofteKey: z.union([z.literal("").transform(() => null), utkastKey]),
	aktivitetstyp: safeText("Aktivitetstyp", 60).refine(
		(text) => text !== "",
		"Aktivitetstyp: skriv ett kort namn, till exempel fotpatrull.",
	),
});

export const aktivitetPartsSchema = partsSchema;

/** How it is followed, but for the settings, which the kind itself reads. */
export const measureSchema = z.object({
	version: seenVersion(),
	measureKey: utkastKey,
	name: safeText("Kort namn", 60).refine((text) => text !== "", "Kort namn: skriv vad måttet ska heta."),
	rakneregel: safeText("Vad räknas?", 600).refine((text) => text !== "", "Vad räknas?: skriv vad som ska räknas."),
});

export const kindSchema = z.object({ version: seenVersion(), measureKey: utkastKey, kind });
export const addMeasureSchema = z.object({ version: seenVersion(), kind });
export const measureKeySchema = z.object({ version: seenVersion(), measureKey: utkastKey });
