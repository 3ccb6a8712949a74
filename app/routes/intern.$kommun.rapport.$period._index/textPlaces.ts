import type { RapportPart } from "#app/domain/rapport.ts";
import { RAPPORT_TEXT_LABEL, type RapportTextContent, type RapportTextField } from "#app/domain/rapportText.ts";
import type { RapportAktivitet } from "#app/rapport/content.ts";

/** What a part writes about an aktivitet, or about the whole. */
export type Texts = Partial<RapportTextContent>;

/** One text as it is saved; version 0 while there is none. */
export interface SavedText {
	version: number;
	texts: Texts;
}

/** What somebody else saved in between. */
export interface TextConflict {
	part: RapportPart;
	aktivitetId: number | null;
	version: number;
	/** "2018-10-15 14:02" */
	savedAt: string;
	savedBy: string;
	texts: Texts;
}

/** What the server answers an autosave. */
export interface TextSaved {
	version: number;
	/** "14.02" */
	at: string;
}

/** "14.02", of "2018-10-15 14:02" */
export function clockOf(moment: string): string {
	return moment.slice(-5).replace(":", ".");
}

interface TextFieldWords {
	name: RapportTextField;
	label: string;
	hint: string;
	rows: number;
}

const PUBLISHED = "Texten publiceras. Skriv inga namn, datum eller klockslag.";

const WORDS: Record<RapportTextField, Pick<TextFieldWords, "hint" | "rows">> = {
	kommentar: { hint: `Vad har gjorts och vad blev det av det? ${PUBLISHED}`, rows: 3 },
	orsak: { hint: "Varför blev det inte som avtalat?", rows: 2 },
	nyPlan: { hint: "Vad gör ni nu, och vem ser till att det blir av?", rows: 2 },
	bedomning: { hint: `Hur har perioden gått som helhet? ${PUBLISHED}`, rows: 4 },
	begardaBeslut: { hint: "Vad ska rådet ta ställning till? Lämna tomt om inget.", rows: 2 },
};

/** The fields of a place: a cause and a new plan are asked for where it deviates, and kept where they are written. */
export function fieldsOf(aktivitet: RapportAktivitet | null, texts: Texts): TextFieldWords[] {
	return namesOf(aktivitet, texts).map((name) => ({ name, label: RAPPORT_TEXT_LABEL[name], ...WORDS[name] }));
}

function namesOf(aktivitet: RapportAktivitet | null, texts: Texts): RapportTextField[] {
	if (!aktivitet) return ["bedomning", "begardaBeslut"];
	if (aktivitet.isDeviation || texts.orsak || texts.nyPlan) return ["kommentar", "orsak", "nyPlan"];
	return ["kommentar"];
}

/** As the server keeps a text: without space around it, every line break one character. */
export function isSameTexts(a: Texts, b: Texts): boolean {
	const names = new Set([...Object.keys(a), ...Object.keys(b)] as RapportTextField[]);
	return [...names].every((name) => tidy(a[name]) === tidy(b[name]));
}

function tidy(text = ""): string {
	return text.replace(/\r\n?/g, "\n").trim();
}

/** Whether something has been written where nothing was, or the other way round: the page's reminders then change. */
export function isFilledAlike(a: Texts, b: Texts): boolean {
	const names = new Set([...Object.keys(a), ...Object.keys(b)] as RapportTextField[]);
	return [...names].every((name) => (tidy(a[name]) === "") === (tidy(b[name]) === ""));
}
