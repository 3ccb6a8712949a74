import { addHours, type IsoDate, type IsoInstant } from "./dates.ts";
import type { Permission } from "./permissions.ts";

/** The report's life (PRODUCT §3.6). No step is ever taken by the app itself. */
export const RAPPORT_STATES = ["utkast", "inlamnad", "granskad", "signerad", "publicerad"] as const;
export type RapportState = (typeof RAPPORT_STATES)[number];

export const RAPPORT_STATE_WORD: Record<RapportState, string> = {
	utkast: "Utkast",
	inlamnad: "Inlämnad",
	granskad: "Granskad",
	signerad: "Signerad",
	publicerad: "Publicerad",
};

/** The two that write the report, each its own part. */
export const RAPPORT_PARTS = ["polis", "kommun"] as const;
export type RapportPart = (typeof RAPPORT_PARTS)[number];

export const RAPPORT_PART_NAME: Record<RapportPart, string> = { polis: "Polisen", kommun: "Kommunen" };

/** In which capacity somebody gives the council's remark. */
export const SYNPUNKT_ROLES = ["ledamot", "undertecknare", "samordnare", "kommunpolis"] as const;
export type SynpunktRole = (typeof SYNPUNKT_ROLES)[number];

/** A report that has been signed is never written again; what is wrong is put right in a new edition. */
export function isSigned(state: RapportState): boolean {
	return state === "signerad" || state === "publicerad";
}

/** Publication can be recalled for so long. */
export const RECALL_HOURS = 24;
/** Whoever signs has proved who they are within so many minutes. */
export const SIGN_WITHIN_MINUTES = 5;

/** What the rules of the next step depend on. */
export interface RapportFacts {
	state: RapportState;
	edition: number;
	/** The last day of the period, clipped to the dokument. */
	periodTo: IsoDate;
	polisKlarBy: number | null;
	kommunKlarBy: number | null;
	publishedAt: IsoInstant | null;
	/** A later edition of the same report exists, in whatever state. */
	hasLaterEdition: boolean;
}

/** What can be done to a report. The names are the forms' intents. */
export const RAPPORT_STEPS = [
	"writePolis",
	"writeKommun",
	"markPolisKlar",
	"markKommunKlar",
	"unmarkPolisKlar",
	"unmarkKommunKlar",
	"giveSynpunkt",
	"returnRapport",
	"reviewRapport",
	"signRapport",
	"publishRapport",
	"recallRapport",
	"beginRattelse",
] as const;
export type RapportStep = (typeof RAPPORT_STEPS)[number];

/** Which permission each step asks for; the page and the server ask this same table. */
export const STEP_PERMISSION: Record<RapportStep, Permission> = {
	writePolis: "writeForPolis",
	writeKommun: "writeForKommun",
	markPolisKlar: "writeForPolis",
	markKommunKlar: "writeForKommun",
	unmarkPolisKlar: "writeForPolis",
	unmarkKommunKlar: "writeForKommun",
	giveSynpunkt: "giveSynpunkt",
	returnRapport: "sign",
	reviewRapport: "runMote",
	signRapport: "sign",
	publishRapport: "publish",
	recallRapport: "publish",
	beginRattelse: "beginRattelse",
};

/** The step by which each part writes its texts. */
export const WRITE_STEP = { polis: "writePolis", kommun: "writeKommun" } as const satisfies Record<
	RapportPart,
	RapportStep
>;

interface Moment {
	personId: number;
	/** The Swedish date now. */
	today: IsoDate;
	now: IsoInstant;
}

/**
 * Why a step cannot be taken now, in words for the one who tries; null when it can. Whether the person's role permits
 * it is another question: {@link STEP_PERMISSION}. Asked inside the transaction that takes the step, and by the page.
 */
export function whyNot(step: RapportStep, rapport: RapportFacts, { personId, today, now }: Moment): string | null {
	const { state } = rapport;
	switch (step) {
		case "writePolis":
		case "writeKommun": {
			const isKlar = step === "writePolis" ? rapport.polisKlarBy : rapport.kommunKlarBy;
			if (isSigned(state)) return "Rapporten är signerad. Fel rättas i en ny version.";
			if (state !== "utkast") return "Rapporten är inlämnad. Texterna kan ändras om den återlämnas.";
			return isKlar === null ? null : "Delen är markerad som klar. Ta tillbaka klarmarkeringen för att ändra texten.";
		}
		case "markPolisKlar":
		case "markKommunKlar": {
			const klarBy = step === "markPolisKlar" ? rapport.polisKlarBy : rapport.kommunKlarBy;
			if (isSigned(state)) return "Rapporten är redan signerad.";
			if (state !== "utkast") return "Rapporten är redan inlämnad.";
			if (klarBy !== null) return "Delen är redan markerad som klar.";
			return today > rapport.periodTo
				? null
				: "Perioden är inte slut. Delen kan markeras som klar dagen efter dess sista dag.";
		}
		case "unmarkPolisKlar":
		case "unmarkKommunKlar": {
			const klarBy = step === "unmarkPolisKlar" ? rapport.polisKlarBy : rapport.kommunKlarBy;
			if (isSigned(state)) return "Rapporten är signerad. Fel rättas i en ny version.";
			if (state !== "utkast") return "Rapporten är inlämnad. Den som undertecknar kan återlämna den.";
			return klarBy === null ? "Delen är inte markerad som klar." : null;
		}
		case "giveSynpunkt":
			if (state === "utkast") return "Synpunkter lämnas när rapporten är inlämnad.";
			return isSigned(state) ? "Rapporten är signerad. Synpunkter kan inte längre lämnas." : null;
		case "returnRapport":
			if (state === "utkast") return "Rapporten är ett utkast och kan inte återlämnas.";
			return isSigned(state) ? "Rapporten är signerad. Fel rättas i en ny version." : null;
		case "reviewRapport":
			if (state === "utkast") return "Rapporten ska vara inlämnad av både polisen och kommunen innan den granskas.";
			return state === "inlamnad" ? null : "Rapporten är redan granskad.";
		case "signRapport":
			if (isSigned(state)) return "Rapporten är redan signerad.";
			if (state !== "granskad") return "Rapporten ska vara granskad av rådet innan den signeras.";
			return personId === rapport.polisKlarBy || personId === rapport.kommunKlarBy
				? "Den som har markerat en del som klar får inte signera. Någon annan med rollen Undertecknare behöver göra det."
				: null;
		case "publishRapport":
			if (state === "publicerad") return "Rapporten är redan publicerad.";
			if (rapport.hasLaterEdition) return "En senare version av rapporten finns. Det är den som ska publiceras.";
			return state === "signerad" ? null : "Rapporten ska vara signerad innan den publiceras.";
		case "recallRapport":
			if (state !== "publicerad" || rapport.publishedAt === null) return "Rapporten är inte publicerad.";
			return now <= addHours(rapport.publishedAt, RECALL_HOURS)
				? null
				: "Det har gått mer än 24 timmar sedan publiceringen. Fel rättas i en ny version.";
		case "beginRattelse":
			if (!isSigned(state)) return "Rapporten är inte signerad. Texterna kan ändras om den återlämnas.";
			return rapport.hasLaterEdition ? "En senare version av rapporten finns redan." : null;
	}
}
