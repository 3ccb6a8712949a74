import * as z from "zod";
import { BIPRODUKT_NAME, BIPRODUKTER, type Biprodukt } from "./biprodukter.ts";
import type { IsoDate } from "./dates.ts";
import { numberField, optional, optionalRowId, pastDate, seenVersion } from "./formFields.ts";
import { PERFORMED_BY } from "./performedBy.ts";
import { safeText } from "./personalData.ts";

export const MAX_NOTE = 200;
export const FUTURE_DATE_REFUSED = "Datum: välj en dag senast i dag. Planerade insatser ska inte registreras här.";
export const MAX_BIPRODUKT = 100_000;

/** An accepted registration, as `registerGenomforande` takes it. */
export type GenomforandeInput = z.output<ReturnType<typeof genomforandeSchema>>;
/** An accepted correction, as `correctGenomforande` takes it, but for the id. */
export type GenomforandeCorrection = z.output<ReturnType<typeof genomforandeCorrectionSchema>>;

/**
 * The form of one completed activity, used by the page and the action. Field names:
 *
 * - `uuid` made by the page, so that a retry is the same registration
 * - `date` as typed
 * - `measureIds` one per ticked mått
 * - `quantity` for every ticked mått without a quantity of its own; empty is 1
 * - `quantities.<measureId>` a mått's own quantity ("timmar", "meter") or measured value; empty: none of its own
 * - `platsId` empty for no place
 * - `performedBy`, `note`
 * - `biprodukt.<code>` whole numbers; empty or 0: none
 * - `isAnotherOne` "ja" when the question "Är det en till?" has been answered
 *
 * Whether a quantity suits its mått is known to the mått alone; the command asks it.
 */
export function genomforandeSchema(today: IsoDate) {
	return z
		.object({
			uuid: z.uuid("Ladda om sidan och registrera igen."),
			isAnotherOne: z
				.string()
				.optional()
				.transform((value) => value === "ja"),
			...contentFields(today),
		})
		.transform(({ uuid, isAnotherOne, ...content }) => ({ uuid, isAnotherOne, ...asContent(content) }));
}

/** The form that corrects a registration: the same fields, and `revision`, the one that the page showed. */
export function genomforandeCorrectionSchema(today: IsoDate) {
	return z
		.object({ revision: seenVersion(), ...contentFields(today) })
		.transform(({ revision, ...content }) => ({ revision, ...asContent(content) }));
}

function contentFields(today: IsoDate) {
	return {
		date: pastDate({ label: "Datum", today, whenFuture: FUTURE_DATE_REFUSED }),
		measureIds: z
			.array(measureId(), "Aktivitet: välj minst en.")
			.min(1, "Aktivitet: välj minst en.")
			.transform((ids) => [...new Set(ids.map(Number))]),
		quantity: optional(
			numberField("Antal").refine((quantity) => quantity > 0, "Antal: skriv ett tal större än 0."),
		).transform((quantity) => quantity ?? 1),
		quantities: z.record(measureId(), optional(numberField("Antal eller uppmätt värde"))).default({}),
		platsId: optionalRowId("Plats"),
		performedBy: z.enum(PERFORMED_BY, "Utförd av: välj vem som utförde aktiviteten."),
		note: optional(safeText("Anteckning", MAX_NOTE)),
		biprodukt: biprodukter().default(noBiprodukter),
	};
}

type Content = z.output<z.ZodObject<ReturnType<typeof contentFields>>>;

/** `quantity` of a mått is null when it has none of its own, and the common one holds. */
function asContent({ measureIds, quantities, biprodukt, ...rest }: Content) {
	return {
		...rest,
		measures: measureIds.map((id) => ({ measureId: id, quantity: quantities[id] ?? null })),
		biprodukter: BIPRODUKTER.flatMap((code) => {
			const quantity = biprodukt[code];
			return quantity ? [{ code, quantity }] : [];
		}),
	};
}

function measureId() {
	return z.string().regex(/^[1-9]\d{0,14}$/, "Aktivitet: välj bland aktiviteterna i listan.");
}

function biprodukter() {
	const fields = BIPRODUKTER.map((code) => [code, optional(wholeNumber(BIPRODUKT_NAME[code]))] as const);
	return z.object(Object.fromEntries(fields) as Record<Biprodukt, (typeof fields)[number][1]>);
}

function noBiprodukter(): Record<Biprodukt, number | null> {
	return Object.fromEntries(BIPRODUKTER.map((code) => [code, null])) as Record<Biprodukt, null>;
}

function wholeNumber(label: string) {
	return numberField(label, "0 eller 3").refine(
		(quantity) => Number.isInteger(quantity) && quantity >= 0 && quantity <= MAX_BIPRODUKT,
		`${label}: skriv ett helt tal, 0 eller mer.`,
	);
}
