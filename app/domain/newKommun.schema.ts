import * as z from "zod";
import { optional, refuse } from "./formFields.ts";
import { kommunSettingsSchema, MAX_KOMMUN_TEXT } from "./kommun.schema.ts";
import { askWhichKommun, type ListedKommun, readKommun } from "./kommuner.ts";
import { safeText } from "./personalData.ts";

/** What whoever adds a kommun may be there besides its administrator. */
export const OWN_ROLES = ["samordnare", "kommunpolis"] as const;

/**
 * A kommun to begin with. Fields: `kommun` (its name or SCB's code, read as one of the 290), `lokalpolisomrade` (may be
 * empty), `undertecknareTitle`, `ownRoles` (ticked: what the person is there besides administrator).
 */
export const newKommunSchema = z.object({
	kommun: safeText("Kommun", 60).transform((text, context): ListedKommun => {
		if (text === "") return refuse(context, "Kommun: skriv kommunens namn eller kod.");
		const read = readKommun(text);
		return read.kommun ?? refuse(context, noSuchKommun(read.suggestions));
	}),
	lokalpolisomrade: optional(safeText("Lokalpolisområde", MAX_KOMMUN_TEXT)),
	undertecknareTitle: safeText("Undertecknarens titel", MAX_KOMMUN_TEXT).refine(
		(title) => title !== "",
		"Undertecknarens titel: skriv till exempel Kommunchef.",
	),
	ownRoles: z.array(z.enum(OWN_ROLES, { error: "Dina roller: välj bland rollerna i listan." })),
});

/** The kommun's own settings as its first step asks for them: all of them. Fields: `version`, `lokalpolisomrade`, `undertecknareTitle`. */
export const firstSettingsSchema = kommunSettingsSchema.extend({
	lokalpolisomrade: safeText("Lokalpolisområde", MAX_KOMMUN_TEXT).refine(
		(name) => name !== "",
		"Lokalpolisområde: skriv vad det heter, till exempel Höglandet.",
	),
});

function noSuchKommun(suggestions: readonly ListedKommun[]): string {
	const help = askWhichKommun(suggestions) ?? "Skriv namnet, till exempel Sävsjö, eller koden, till exempel 0684.";
	return `Kommun: det finns ingen kommun med det namnet eller den koden. ${help}`;
}
