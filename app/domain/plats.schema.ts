import * as z from "zod";
import { rowId, seenVersion } from "./formFields.ts";
import { safeText } from "./personalData.ts";

export const PLATS_KINDS = ["plats", "grupp", "vagstracka"] as const;
export type PlatsKind = (typeof PLATS_KINDS)[number];

export const PLATS_KIND_NAME: Record<PlatsKind, string> = {
	plats: "Plats eller kommundel",
	grupp: "Grupp",
	vagstracka: "Vägsträcka",
};

export const MAX_PLATS_NAME = 80;

/** A new place, group or road stretch. Fields: `name`, `kind`. */
export const addPlatsSchema = z.object({ name: platsName(), kind: platsKind() });

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
