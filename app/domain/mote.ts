import type { IsoDate } from "./dates.ts";
import { ROLE_NAME } from "./permissions.ts";

/** The council's meeting, from planned to minutes that stand. */
export const MOTE_STATES = ["planerat", "oppet", "avslutat", "installt"] as const;
export type MoteState = (typeof MOTE_STATES)[number];

export const MOTE_STATE_WORD: Record<MoteState, string> = {
	planerat: "Planerat",
	oppet: "Pågår",
	avslutat: "Avslutat",
	installt: "Inställt",
};

/** In which capacity people take part; never by name. */
export const DELTAGARE_ROLES = ["kommunpolis", "samordnare", "ledamot", "undertecknare", "annan"] as const;
export type DeltagareRole = (typeof DELTAGARE_ROLES)[number];

/** Those who take part as somebody of the app's own roles, as the form asks for them. */
export const DELTAGARE_NAME: Record<Exclude<DeltagareRole, "annan">, string> = {
	kommunpolis: ROLE_NAME.kommunpolis,
	samordnare: ROLE_NAME.samordnare,
	ledamot: "Ledamöter",
	undertecknare: ROLE_NAME.undertecknare,
};

/** How many take part in one capacity. */
export interface Deltagare {
	role: DeltagareRole;
	/** Said of `annan` only, where it is never empty: "Räddningstjänsten". */
	label: string;
	count: number;
}

/** "Ledamöter", "Räddningstjänsten" */
export function deltagareName({ role, label }: Pick<Deltagare, "role" | "label">): string {
	return role === "annan" ? label : DELTAGARE_NAME[role];
}

/**
 * What an item of the agenda is about, in the order of the agenda: a report to review, an aktivitet that deviates, the open
 * åtgärder, what ends or starts soon, and what somebody has added.
 */
export const PUNKT_KINDS = ["rapport", "avvikelse", "atgarder", "kommande", "egen"] as const;
export type PunktKind = (typeof PUNKT_KINDS)[number];

/** What the council says of a report: reviewed (closing the meeting marks it so), or left for another meeting. */
export const PUNKT_OUTCOMES = ["granskad", "bordlagd"] as const;
export type PunktOutcome = (typeof PUNKT_OUTCOMES)[number];

export const PUNKT_OUTCOME_WORD: Record<PunktOutcome, string> = { granskad: "Granskad", bordlagd: "Bordlagd" };

/** What the rules of a step depend on. */
export interface MoteFacts {
	state: MoteState;
	heldOn: IsoDate;
	/** Something has been decided at it: a beslut or an åtgärd, also one taken back since. */
	hasDecided: boolean;
}

/**
 * What can be done with a meeting by those who run it (PRODUCT §3.8, `runMote`); everybody else reads. The names are the
 * forms' intents, or stand for several.
 */
export const MOTE_STEPS = [
	"changeMote",
	"editAgenda",
	"openMote",
	"unopenMote",
	"decide",
	"closeMote",
	"cancelMote",
] as const;
export type MoteStep = (typeof MOTE_STEPS)[number];

/**
 * Why a step cannot be taken now, in words for the one who tries; null when it can. Asked inside the transaction that takes
 * the step, and by the page.
 *
 * @param today the Swedish date now
 */
export function whyNotMote(step: MoteStep, { state, heldOn, hasDecided }: MoteFacts, today: IsoDate): string | null {
	if (state === "avslutat" && step === "closeMote") return "Mötet är redan avslutat, och protokollet är låst.";
	if (state === "avslutat") return "Mötet är avslutat och protokollet ändras inte mer. Ta upp saken på nästa möte.";
	if (state === "installt") return "Mötet är inställt. Planera ett nytt möte i stället.";
	switch (step) {
		case "changeMote":
		case "editAgenda":
			return null;
		case "openMote":
			if (state === "oppet") return "Mötet pågår redan.";
			return today < heldOn ? "Mötet kan öppnas den dag det hålls. Ändra dagen om det hålls tidigare." : null;
		case "unopenMote":
			if (state === "planerat") return "Mötet är inte öppnat.";
			return hasDecided ? "Något är redan beslutat. Avsluta mötet i stället." : null;
		case "decide":
			return state === "oppet" ? null : "Beslut och åtgärder antecknas när mötet är öppnat.";
		case "closeMote":
			return state === "oppet" ? null : "Mötet är inte öppnat.";
		case "cancelMote":
			return state === "planerat" ? null : "Mötet pågår. Avsluta det i stället.";
	}
}
