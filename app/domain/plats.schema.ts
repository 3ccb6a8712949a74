import * as z from "zod";
import { refuse, rowId, seenVersion } from "./formFields.ts";
import { safeText } from "./personalData.ts";

export const PLATS_KINDS = ["plats", "grupp", "vagstracka"] as const;
export type PlatsKind = (typeof PLATS_KINDS)[number];

export const PLATS_KIND_NAME: Record<PlatsKind, string> = {
	plats: "Plats eller kommundel",
	grupp: "Grupp",
	vagstracka: "Vägsträcka",
};

/** What two names of places have alike when they are the same place: "TORGET" is Torget. */
export function platsKey(name: string): string {
	return name.toLocaleLowerCase("sv");
}

export const MAX_PLATS_NAME = 80;
export const MAX_PLATSER_AT_ONCE = 200;

/** A new place, group or road stretch. Fields: `name`, `kind`. */
export const addPlatsSchema = z.object({ name: platsName(), kind: platsKind() });

/** Several new places, a row each. Field: `names`, as one text. */
export const addPlatserSchema = z.object({
	names: safeText("Platser", MAX_PLATSER_AT_ONCE * (MAX_PLATS_NAME + 1)).transform((text, context): string[] => {
		const rows = text.split("\n").map((row) => row.trim());
		const names = rows.filter((name) => name !== "");
		if (names.length === 0) return refuse(context, "Platser: skriv minst en plats, en per rad.");
		const tooLong = rows.findIndex((name) => name.length > MAX_PLATS_NAME);
		if (tooLong >= 0)
			return refuse(
				context,
				`Platser: rad ${tooLong + 1} är för lång. Skriv högst ${MAX_PLATS_NAME} tecken per plats.`,
			);
		if (names.length > MAX_PLATSER_AT_ONCE)
			return refuse(context, `Platser: skriv högst ${MAX_PLATSER_AT_ONCE} åt gången, och resten sedan.`);
		return names;
	}),
});

/** A changed one. Fields: `platsId`, `version`, `name`, `kind`, `isActive` ("ja" when it is still offered where one logs). */
export const changePlatsSchema = z.object({
	platsId: rowId("Plats"),
	version: seenVersion(),
	name: platsName(),
	kind: platsKind(),
	isActive: z
		.string()
		.optional()
		.transform((value) => value === "ja"),
});

function platsName() {
	return safeText("Namn", MAX_PLATS_NAME).refine((name) => name !== "", "Namn: skriv vad platsen heter.");
}

function platsKind() {
	return z.enum(PLATS_KINDS, "Slag: välj plats, grupp eller vägsträcka.");
}
