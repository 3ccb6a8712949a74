import * as z from "zod";
import { optional, refuse, rowId, seenVersion } from "#app/domain/formFields.ts";
import { parseDatedInput, parseNumberInput } from "#app/domain/parseInput.ts";
import { PERIOD_KINDS } from "#app/domain/periods.ts";
import { safeText } from "#app/domain/personalData.ts";
import { partsSchema } from "#app/features/utkast/parts.schema.ts";

const RELOAD = "Ladda om sidan och försök igen.";
const OPEN_OR_TO = "Gäller till: skriv en dag, eller välj tills vidare. Inte båda.";

/** The key of something in the utkast. */
export const utkastKey = z.string(RELOAD).regex(/^[a-z]\d{1,6}$/, RELOAD);

export const seenSchema = z.object({ version: seenVersion() });
export const fragaKeySchema = z.object({ version: seenVersion(), fragaKey: utkastKey });
export const aktivitetKeySchema = z.object({ version: seenVersion(), aktivitetKey: utkastKey });
export const lofteKeySchema = z.object({ version: seenVersion(), lofteKey: utkastKey });
export const pairSchema = z.object({ version: seenVersion(), keepKey: utkastKey, mergeKey: utkastKey });

/** `how` a question is answered: with one of the choices, by the fields of what it decides, or in words alone. */
export const answerSchema = z.discriminatedUnion(
	"how",
	[
		z.object({
			how: z.literal("choice"),
			choice: z
				.string(RELOAD)
				.regex(/^\d{1,3}$/, RELOAD)
				.transform(Number),
		}),
		z.object({ how: z.literal("fields") }),
		z.object({
			how: z.literal("words"),
			answer: safeText("Svar", 500).refine((text) => text !== "", "Svar: skriv vad parterna har kommit överens om."),
		}),
	],
	RELOAD,
);

/** The fields that answer a question about this; their names are those of the value that they decide. */
export const FRAGA_VALUES = {
	responsible: partsSchema.transform(({ parts }) => ({ about: "responsible" as const, parts })),
	minimum: z.object({ minimum: wholeNumber() }).transform((value) => ({ about: "minimum" as const, ...value })),
	weekdays: z
		.object({
			weekdays: z.array(
				z
					.string()
					.regex(/^[1-7]$/, RELOAD)
					.transform(Number),
			),
			withHelgkvallar: ticked(),
			onlyHelgfria: ticked(),
		})
		.superRefine(({ weekdays, withHelgkvallar }, context) => {
			if (weekdays.length === 0 && !withHelgkvallar)
				context.addIssue({
					code: "custom",
					path: ["weekdays"],
					message: "Veckodagar: välj minst en veckodag eller andra helgkvällar.",
				});
		})
		.transform((value) => ({ about: "weekdays" as const, ...value })),
	period: z
		.object({ inForceFrom: day("Gäller från"), inForceTo: optionalDay("Gäller till"), isOpenEnded: ticked() })
		.superRefine((value, context) => {
			if (value.isOpenEnded === (value.inForceTo !== null))
				context.addIssue({
					code: "custom",
					path: ["inForceTo"],
					message: value.isOpenEnded ? OPEN_OR_TO : "Gäller till: skriv en dag, eller välj tills vidare.",
				});
		})
		.transform(({ inForceFrom, inForceTo }) => ({ about: "period" as const, inForceFrom, inForceTo })),
	signedOn: z
		.object({ signedOn: day("Undertecknat") })
		.transform((value) => ({ about: "signedOn" as const, ...value })),
};

/** Places: those ticked, and new ones for the kommun's list, one on each line. */
export const placesSchema = z
	.object({ platsIds: z.array(rowId("Platser")), names: newPlaces() })
	.superRefine(({ platsIds, names }, context) => {
		if (platsIds.length === 0 && names.length === 0)
			context.addIssue({ code: "custom", path: ["names"], message: "Platser: välj minst en, eller skriv nya." });
	});

/** What the dokument says of itself. */
export const factsSchema = z
	.object({
		version: seenVersion(),
		title: safeText("Titel", 200).refine((text) => text !== "", "Titel: skriv vad dokumentet ska heta."),
		inForceFrom: optionalDay("Gäller från"),
		inForceTo: optionalDay("Gäller till"),
		isOpenEnded: ticked(),
		signedOn: optionalDay("Undertecknat"),
		periodKind: z.enum(PERIOD_KINDS, "Följs upp: välj tertial, kvartal, halvår eller år."),
		lagesbild: optionalText("Lägesbild", 5000),
		followUpRule: optionalText("Uppföljning enligt texten", 2000),
		sourceNote: optionalText("Källa", 500),
		undertecknare: safeText("Undertecknare", 4000).transform(readUndertecknare),
	})
	.superRefine(({ isOpenEnded, inForceTo }, context) => {
		if (isOpenEnded && inForceTo !== null)
			context.addIssue({ code: "custom", path: ["inForceTo"], message: OPEN_OR_TO });
	});

/**
 * Words of the text that were not found to be an aktivitet or a löfte. Fields: `kind`, `quotation`; `from` and `to` where
 * they were selected in the text itself.
 */
export const passageSchema = z.object({
	version: seenVersion(),
	kind: z.enum(["aktivitet", "lofte"], "Lägg till som: välj aktivitet eller löfte."),
	quotation: z
		.string("Orden ur texten: klistra in dem.")
		.max(4000, "Orden ur texten: korta till högst 2 000 tecken.")
		.refine((text) => text.trim() !== "", "Orden ur texten: klistra in dem här, precis som de står."),
	from: position(),
	to: position(),
});

function ticked() {
	return z
		.string()
		.nullish()
		.transform((value) => Boolean(value));
}

function optionalText(label: string, longest: number) {
	return safeText(label, longest).transform((text) => text || null);
}

function day(label: string) {
	return z.string(`${label}: fyll i fältet.`).transform((text, context) => dayIn(text, { label, context }));
}

function optionalDay(label: string) {
	return optional(day(label));
}

/** With its year: a dokument may be of any. */
function dayIn(text: string, { label, context }: { label: string; context: z.RefinementCtx }): string {
	return parseDatedInput(text) ?? refuse(context, `${label}: skriv dagen med år, som 2017-01-01 eller 1 januari 2017.`);
}

function wholeNumber() {
	const message = "Minsta antal: skriv ett helt tal som är minst 1.";
	return z.string(message).transform((text, context) => {
		const value = parseNumberInput(text);
		return value !== undefined && Number.isInteger(value) && value >= 1 ? value : refuse(context, message);
	});
}

function newPlaces() {
	return safeText("Nya platser", 8000).transform((text) => [
		...new Set(
			text
				.split("\n")
				.map((line) => line.trim())
				.filter(Boolean),
		),
	]);
}

function position() {
	return z
		.string()
		.regex(/^\d{1,7}$/, RELOAD)
		.transform(Number)
		.nullish();
}

/** "Kommunchef, Sävsjö kommun" on each line. */
function readUndertecknare(text: string, context: z.RefinementCtx) {
	const lines = text
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean);
	return lines.map((line) => {
		const comma = line.indexOf(",");
		const title = line.slice(0, comma).trim();
		const organisation = line.slice(comma + 1).trim();
		if (comma < 0 || title === "" || organisation === "" || title.length > 100 || organisation.length > 100)
			return refuse(
				context,
				"Undertecknare: skriv roll och organisation med kommatecken emellan, en på varje rad. Till exempel ”Kommunchef, Sävsjö kommun”.",
			);
		return { title, organisation };
	});
}
