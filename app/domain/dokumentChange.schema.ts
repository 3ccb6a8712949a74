import * as z from "zod";
import type { IsoDate } from "./dates.ts";
import { optional, optionalComingDate, pastDate, refuse, rowId, seenVersion } from "./formFields.ts";
import { PERIOD_KINDS } from "./periods.ts";
import { safeText } from "./personalData.ts";
import { reasonText } from "./reason.ts";

/** The longest texts that a dokument says of itself, when it is entered and when it is changed. */
export const MAX_DOKUMENT_TEXT = {
	title: 200,
	lagesbild: 5000,
	followUpRule: 2000,
	sourceNote: 500,
	undertecknareTitle: 100,
	organisation: 100,
} as const;

/** What the fields are called; every message begins with it. */
export const DOKUMENT_LABEL = {
	title: "Titel",
	signedOn: "Undertecknat",
	periodKind: "Följs upp per",
	lagesbild: "Lägesbild",
	followUpRule: "Uppföljning enligt texten",
	sourceNote: "Källa",
	undertecknareTitle: "Titel",
	organisation: "Organisation",
	lastDay: "Sista dag",
	until: "Förlängs",
	reason: "Orsak",
} as const;

/** To give a dokument an earlier last day. Fields: `version` as seen, `lastDay`, `reason`. */
export function endDokumentSchema(today: IsoDate) {
	return z.object({ version: seenVersion(), lastDay: lastDay(today), reason: reasonText(DOKUMENT_LABEL.reason) });
}

export const PROLONG_UNTIL = ["dag", "tills-vidare"] as const;

/** To let it go on. Fields: `version` as seen, `until` (a day, or until new ones are signed), `lastDay`, `reason`. */
export function prolongDokumentSchema(today: IsoDate) {
	return z
		.object({
			version: seenVersion(),
			until: z.enum(PROLONG_UNTIL, "Förlängs: välj till en viss dag eller tills vidare."),
			lastDay: optionalComingDate({ label: DOKUMENT_LABEL.lastDay, today }),
			reason: reasonText(DOKUMENT_LABEL.reason),
		})
		.transform(({ until, lastDay, ...rest }, context) => {
			if (until === "tills-vidare") return { ...rest, lastDay: null };
			if (lastDay !== null) return { ...rest, lastDay };
			context.addIssue({ code: "custom", path: ["lastDay"], message: NO_LAST_DAY });
			return z.NEVER;
		});
}

/**
 * What the paper says of itself. Fields: `version` as seen, `title`, `signedOn`, `periodKind` (missing: as it is), `lagesbild`,
 * `followUpRule`, `sourceNote` (each may be empty), `undertecknare.N.title` and `undertecknare.N.organisation` (a row with
 * neither is none).
 */
export function dokumentFactsSchema(today: IsoDate) {
	return z.object({
		version: seenVersion(),
		title: safeText(DOKUMENT_LABEL.title, MAX_DOKUMENT_TEXT.title).refine(
			(title) => title !== "",
			"Titel: skriv vad dokumentet heter.",
		),
		signedOn: optional(pastDate({ label: DOKUMENT_LABEL.signedOn, today })),
		periodKind: z.enum(PERIOD_KINDS, "Följs upp per: välj tertial, kvartal, halvår eller år.").optional(),
		lagesbild: optional(safeText(DOKUMENT_LABEL.lagesbild, MAX_DOKUMENT_TEXT.lagesbild)),
		followUpRule: optional(safeText(DOKUMENT_LABEL.followUpRule, MAX_DOKUMENT_TEXT.followUpRule)),
		sourceNote: optional(safeText(DOKUMENT_LABEL.sourceNote, MAX_DOKUMENT_TEXT.sourceNote)),
		undertecknare: z
			.array(
				z
					.object({
						title: safeText(DOKUMENT_LABEL.undertecknareTitle, MAX_DOKUMENT_TEXT.undertecknareTitle),
						organisation: safeText(DOKUMENT_LABEL.organisation, MAX_DOKUMENT_TEXT.organisation),
					})
					.superRefine(({ title, organisation }, context) => {
						if (title === "" && organisation !== "")
							context.addIssue({ code: "custom", path: ["title"], message: "Titel: skriv till exempel Kommunchef." });
						if (title !== "" && organisation === "")
							context.addIssue({
								code: "custom",
								path: ["organisation"],
								message: "Organisation: skriv vem den undertecknar för, till exempel Polisen.",
							});
					}),
			)
			.max(MAX_UNDERTECKNARE, `Undertecknare: ta med högst ${MAX_UNDERTECKNARE}.`)
			.transform((rows) => rows.filter(({ title }) => title !== "")),
	});
}

export const MAX_UNDERTECKNARE = 20;

/** Which aktiviteter go on in the dokument that replaces this one. Field: `aktivitet`, once for each that is ticked. */
export const carryAktiviteterSchema = z.object({ aktivitet: z.array(rowId("Aktivitet")) });

const NO_LAST_DAY = "Sista dag: skriv en dag, till exempel 2026-12-31.";

function lastDay(today: IsoDate) {
	return optionalComingDate({ label: DOKUMENT_LABEL.lastDay, today }).transform(
		(date, context): IsoDate => date ?? refuse(context, NO_LAST_DAY),
	);
}
