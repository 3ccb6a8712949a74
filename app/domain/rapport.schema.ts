import * as z from "zod";
import { optionalRowId, rowId, seenVersion } from "./formFields.ts";
import { safeText } from "./personalData.ts";
import { RAPPORT_PARTS, SYNPUNKT_ROLES } from "./rapport.ts";
import { MAX_RAPPORT_TEXT, RAPPORT_TEXT_LABEL, type RapportTextField } from "./rapportText.ts";
import { MIN_REASON, tooShort } from "./reason.ts";

/** The longest remark, and the longest reason for a return or a rättelse. */
export const MAX_SYNPUNKT = 1000;
export const MAX_RAPPORT_REASON = 1000;

const part = z.enum(RAPPORT_PARTS, "Välj om det gäller polisens eller kommunens del.");

/** Which report: its dokument, the period is in the address. */
const ofDokument = { dokumentId: rowId("Dokument"), part, version: seenVersion() };

/** Which edition, as the page showed it. */
const seenRapport = { rapportId: rowId("Rapport"), version: seenVersion() };

/**
 * What a part writes about an aktivitet, or with `aktivitetId` empty about the whole. Fields: `dokumentId`, `part`,
 * `aktivitetId`, `version` (of the text that the page showed; 0 when there was none), and those texts that are in the form.
 */
export const saveRapportTextSchema = z.object({
	...ofDokument,
	aktivitetId: optionalRowId("Aktivitet"),
	kommentar: text("kommentar"),
	orsak: text("orsak"),
	nyPlan: text("nyPlan"),
	bedomning: text("bedomning"),
	begardaBeslut: text("begardaBeslut"),
});

/** Fields: `dokumentId`, `part`, `version` (of the rapport; 0 when there was none). */
export const markKlarSchema = z.object(ofDokument);

/** Fields: `rapportId`, `version`, `part`. */
export const unmarkKlarSchema = z.object({ ...seenRapport, part });

/** The council's remark. Fields: `rapportId`, `uuid`, `aktivitetId` (empty: about the whole), `role`, `text`. */
export const giveSynpunktSchema = z.object({
	rapportId: seenRapport.rapportId,
	uuid: z.uuid("Ladda om sidan och skriv synpunkten igen."),
	aktivitetId: optionalRowId("Aktivitet"),
	role: z.enum(SYNPUNKT_ROLES, "I egenskap av: välj en roll."),
	text: safeText("Synpunkt", MAX_SYNPUNKT).refine((synpunkt) => synpunkt !== "", "Synpunkt: skriv vad du tycker."),
});

/** Fields: `rapportId`, `version`, `reason`. */
export const returnRapportSchema = z.object({ ...seenRapport, reason: reason("Orsak") });

/** Reviewing, signing, publishing and recalling. Fields: `rapportId`, `version`. */
export const seenRapportSchema = z.object(seenRapport);

/** Fields: `rapportId`, `version`, `reason`. */
export const beginRattelseSchema = z.object({ ...seenRapport, reason: reason("Orsak") });

/** A field that is not in the form leaves the text as it is; an empty one empties it. */
function text(field: RapportTextField) {
	return safeText(RAPPORT_TEXT_LABEL[field], MAX_RAPPORT_TEXT).optional();
}

function reason(label: string) {
	return safeText(label, MAX_RAPPORT_REASON).refine((words) => words.length >= MIN_REASON, tooShort(label));
}
