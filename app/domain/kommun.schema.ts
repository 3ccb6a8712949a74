import * as z from "zod";
import { optional, seenVersion } from "./formFields.ts";
import { safeText } from "./personalData.ts";

export const MAX_KOMMUN_TEXT = 80;

/** A kommun's own settings. Fields: `version`, `lokalpolisomrade` (may be empty), `undertecknareTitle`. */
export const kommunSettingsSchema = z.object({
	version: seenVersion(),
	lokalpolisomrade: optional(safeText("Lokalpolisområde", MAX_KOMMUN_TEXT)),
	undertecknareTitle: safeText("Undertecknarens titel", MAX_KOMMUN_TEXT).refine(
		(title) => title !== "",
		"Undertecknarens titel: skriv till exempel Kommunchef.",
	),
});
