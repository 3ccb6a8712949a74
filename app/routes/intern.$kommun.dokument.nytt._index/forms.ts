import * as z from "zod";
import { optionalRowId, rowId, seenVersion } from "#app/domain/formFields.ts";
import { safeText } from "#app/domain/personalData.ts";

/** A text to read. Fields: `uuid`, `sourceNote`, and what it replaces; the text itself is read apart. */
export const beginUtkastSchema = z.object({
	uuid: z.uuid("Ladda om sidan och försök igen."),
	sourceNote: safeText("Källa", 500).transform((text) => text || null),
	replacesDokumentId: optionalRowId("Dokument"),
	carriedAktivitetIds: z.array(rowId("Aktiviteter som följer med")),
});

/** An utkast that nobody wants. Fields: `utkastId`, `version` as seen. */
export const discardUtkastSchema = z.object({ utkastId: rowId("Utkast"), version: seenVersion() });
