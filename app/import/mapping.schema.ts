import * as z from "zod";
import { isBiprodukt } from "#app/domain/biprodukter.ts";
import { PERFORMED_BY } from "#app/domain/performedBy.ts";
import { containsPersonalNumber } from "#app/domain/personalData.ts";
import { isRowId } from "#app/domain/rowId.ts";
import { type ColumnRole, type ImportMapping, MOST_IMPORT_ROWS } from "./content.ts";
import { foldedName } from "./foldedName.ts";

const MOST_COLUMNS = 1000;
const MOST_SHEETS = 1000;
const LAST_ROW = 10_000_000;
const PLAIN_ROLES: readonly string[] = [
	"date",
	"aktivitet",
	"quantity",
	"plats",
	"performedBy",
	"note",
	"unused",
] satisfies ColumnRole[];

const RELOAD = "Ladda om sidan och gör ändringen igen.";
const rowId = z.int(RELOAD).positive(RELOAD);
const answer = z.boolean(RELOAD).nullable();

/** The names of a file, folded, and what each stands for. A personal number is no name. */
function namesTo<Meaning extends z.ZodType>(meaning: Meaning) {
	return z
		.record(z.string(), meaning, RELOAD)
		.refine((names) => Object.keys(names).length <= MOST_IMPORT_ROWS, RELOAD)
		.refine((names) => Object.keys(names).every((name) => name !== "" && name === foldedName(name)), RELOAD)
		.refine(
			(names) => !Object.keys(names).some(containsPersonalNumber),
			"Namn i filen: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.",
		);
}

/**
 * How a file is read, as it is stored. Whether it makes sense for the file says `checkImport`, so that it can be saved
 * half done; whether its ids are the kommun's says the command.
 */
export const importMappingSchema: z.ZodType<ImportMapping> = z.strictObject({
	sheet: z.int(RELOAD).min(0, RELOAD).max(MOST_SHEETS, RELOAD),
	headerRow: z.int("Rubrikrad: skriv radens nummer, eller 0 när det inte finns någon.").min(0).max(LAST_ROW),
	columns: z
		.array(z.custom<ColumnRole>(isColumnRole, "Kolumner: välj bland alternativen i listan."))
		.max(MOST_COLUMNS, RELOAD),
	fixed: z.strictObject({
		measureId: rowId.nullable(),
		performedBy: z.enum(PERFORMED_BY, "Utförd av: välj ett av alternativen i listan.").nullable(),
		year: z.int("År: skriv ett år, till exempel 2026.").min(1900).max(2199).nullable(),
	}),
	aktiviteter: namesTo(rowId.nullable()),
	platser: namesTo(rowId.nullable()),
	performers: namesTo(z.enum(PERFORMED_BY, "Utförd av: välj ett av alternativen i listan.")),
	takesLikeExisting: answer,
	takesLate: answer,
	leavesOutFaulty: z.boolean(RELOAD),
});

function isColumnRole(value: unknown): boolean {
	if (typeof value !== "string") return false;
	if (PLAIN_ROLES.includes(value)) return true;
	const [group, of = "", ...more] = value.split(".");
	if (more.length > 0) return false;
	return (group === "biprodukt" && isBiprodukt(of)) || (group === "measure" && isRowId(of));
}
