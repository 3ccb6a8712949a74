import * as z from "zod";
import { numberField, optional, optionalRowId, refuse, seenVersion } from "#app/domain/formFields.ts";
import { PERFORMED_BY } from "#app/domain/performedBy.ts";

const LIST = "välj ett av alternativen i listan.";
const version = seenVersion();
const index = (label: string) =>
	z
		.string(`${label}: ${LIST}`)
		.regex(/^\d{1,7}$/, `${label}: ${LIST}`)
		.transform(Number);

/** A form with nothing but a button: `version` is the one that the page showed. */
export const stepSchema = z.object({ version });

/** Fields: `sheet` among the sheets, `headerRow` the number of the row, 0 for none. */
export const chooseSheetSchema = z.object({ version, sheet: index("Blad"), headerRow: index("Rubrikrad") });

/** Fields: `columns.<index>` a role; `measureId`, `performedBy` and `year` for rows that do not say. */
export const changeColumnsSchema = z.object({
	version,
	columns: z.record(z.string().regex(/^\d{1,4}$/), z.string()).default({}),
	measureId: optionalRowId("Aktivitet"),
	performedBy: optional(
		z
			.string()
			.transform(
				(text, context) => PERFORMED_BY.find((code) => code === text) ?? refuse(context, `Utförd av: ${LIST}`),
			),
	),
	year: optional(
		numberField("År", "2017").refine(
			(year) => Number.isInteger(year) && year >= 1990 && year <= 2100,
			"År: skriv fyra siffror, till exempel 2017.",
		),
	),
});

/** What holds for the whole file: `measureId` and `performedBy`, the one that is asked for. */
export const chooseFixedSchema = changeColumnsSchema
	.pick({ version: true, measureId: true, performedBy: true })
	.refine(({ measureId, performedBy }) => measureId !== null || performedBy !== null, `Hela filen: ${LIST}`);

const names = z
	.array(z.object({ name: z.string().min(1).max(500), choice: z.string().default("") }))
	.transform((rows) => rows.filter(({ choice }) => choice !== ""));

/** Fields: `<kind>.<n>.name` as folded, and `<kind>.<n>.choice`, empty for none; `rest.<kind>` for all without a choice. */
export const changeNamesSchema = z.object({
	version,
	aktiviteter: names,
	platser: names,
	performers: names,
	rest: z
		.object({
			aktiviteter: z.string().default(""),
			platser: z.string().default(""),
			performers: z.string().default(""),
		})
		.default({ aktiviteter: "", platser: "", performers: "" }),
});

const yesOrNo = z
	.enum(["ja", "nej"])
	.optional()
	.transform((answer) => (answer === undefined ? null : answer === "ja"));

/** Fields: `takesLikeExisting`, `takesLate` and `leavesOutFaulty`, each "ja" or "nej"; one that is not asked is not there. */
export const answerSchema = z.object({
	version,
	takesLikeExisting: yesOrNo,
	takesLate: yesOrNo,
	leavesOutFaulty: yesOrNo,
});
