/** The longest text that a part writes in one field. */
export const MAX_RAPPORT_TEXT = 4000;

/** What a part writes: the first three about an aktivitet, the others about the whole. */
export const RAPPORT_TEXT_FIELDS = ["kommentar", "orsak", "nyPlan", "bedomning", "begardaBeslut"] as const;
export type RapportTextField = (typeof RAPPORT_TEXT_FIELDS)[number];

/** What a part has written in one place of a report; empty where it has written nothing. */
export type RapportTextContent = Record<RapportTextField, string>;

export const RAPPORT_TEXT_LABEL: Record<RapportTextField, string> = {
	kommentar: "Kommentar",
	orsak: "Orsak",
	nyPlan: "Ny plan",
	bedomning: "Bedömning",
	begardaBeslut: "Begärda beslut",
};

export const NOTHING_WRITTEN: Readonly<RapportTextContent> = {
	kommentar: "",
	orsak: "",
	nyPlan: "",
	bedomning: "",
	begardaBeslut: "",
};
