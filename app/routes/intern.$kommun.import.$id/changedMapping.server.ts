import type * as z from "zod";
import { Fault } from "#app/domain/fault.ts";
import { PERFORMED_BY } from "#app/domain/performedBy.ts";
import { isRowId } from "#app/domain/rowId.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import type { ColumnRole, ImportFacts, ImportMapping } from "#app/import/content.ts";
import { namesInFile } from "#app/import/fileNames.ts";
import { guessMapping } from "#app/import/guess.ts";
import { guessNames } from "#app/import/guessNames.ts";
import { roleGroups } from "#app/import/roleName.ts";
import { LEAVE_OUT, NEW_PLATS, NO_PLATS } from "./choices.ts";
import type {
	answerSchema,
	changeColumnsSchema,
	changeNamesSchema,
	chooseFixedSchema,
	chooseSheetSchema,
} from "./forms.schema.ts";

/** A mapping that is adjusted, with what it is about. */
interface Adjusted {
	sheets: readonly SheetTable[];
	mapping: ImportMapping;
	facts: ImportFacts;
}

/** Another sheet, or other headings: what the columns say is guessed anew, and what people chose for the file stays. */
export function withSheet(
	{ sheets, mapping, facts }: Adjusted,
	{ sheet, headerRow }: z.output<typeof chooseSheetSchema>,
): ImportMapping {
	const chosen = sheets[sheet];
	if (!chosen) throw new Fault("invalid", "Blad: välj ett av bladen i filen.", "sheet");
	if (headerRow !== 0 && !chosen.rows.some(({ number }) => number === headerRow))
		throw new Fault("invalid", "Rad med rubriker: välj en av raderna i listan.", "headerRow");
	const isOtherSheet = sheet !== mapping.sheet;
	// Another sheet has its own headings; those of this one stand where people say.
	const read = isOtherSheet ? chosen : { ...chosen, rows: chosen.rows.filter(({ number }) => number >= headerRow) };
	const guessed = guessMapping([read], facts);
	const { fixed, aktiviteter, platser, performers } = mapping;
	return {
		...guessed,
		sheet,
		headerRow: isOtherSheet ? guessed.headerRow : headerRow,
		fixed: { ...guessed.fixed, ...keptOf(fixed) },
		aktiviteter: { ...guessed.aktiviteter, ...aktiviteter },
		platser: { ...guessed.platser, ...platser },
		performers: { ...guessed.performers, ...performers },
	};
}

function keptOf(fixed: ImportMapping["fixed"]): Partial<ImportMapping["fixed"]> {
	return Object.fromEntries(Object.entries(fixed).filter(([, value]) => value !== null));
}

/** What the columns say. The names of a column that was not read before are guessed. */
export function withColumns(
	adjusted: Adjusted,
	{ columns, measureId, performedBy, year }: z.output<typeof changeColumnsSchema>,
): ImportMapping {
	const { mapping, facts } = adjusted;
	const offered = new Map(
		roleGroups(facts.measures).flatMap(({ roles }) => roles.map(({ role }) => [String(role), role])),
	);
	const width = Math.max(mapping.columns.length, ...Object.keys(columns).map((index) => Number(index) + 1));
	const roles = Array.from({ length: width }, (_, index): ColumnRole => {
		const chosen = columns[index];
		if (chosen === undefined) return mapping.columns[index] ?? "unused";
		const role = offered.get(chosen);
		if (!role) throw new Fault("invalid", "Kolumner: välj ett av alternativen i listan.", `columns.${index}`);
		return role;
	});
	return guessNames({ ...adjusted, mapping: { ...mapping, columns: roles, fixed: { measureId, performedBy, year } } });
}

/** What holds for the whole file; what is not chosen stays. */
export function withFixed(
	mapping: ImportMapping,
	{ measureId, performedBy }: z.output<typeof chooseFixedSchema>,
): ImportMapping {
	const { fixed } = mapping;
	return {
		...mapping,
		fixed: {
			...fixed,
			measureId: measureId ?? fixed.measureId,
			performedBy: performedBy ?? fixed.performedBy,
		},
	};
}

/** The names that are to become places on the kommun's list, as the file writes them. */
export function newPlatserOf(
	{ sheets, mapping }: Pick<Adjusted, "sheets" | "mapping">,
	{ platser, rest }: z.output<typeof changeNamesSchema>,
): { folded: string; written: string }[] {
	const chosen = new Map(platser.map(({ name, choice }) => [name, choice]));
	return namesInFile(sheets, mapping, "plats").filter(({ folded }) => {
		const choice = chosen.get(folded) ?? (Object.hasOwn(mapping.platser, folded) ? "" : rest.platser);
		return choice === NEW_PLATS;
	});
}

/** What the names of the file mean. `newPlatsIds` are those of {@link newPlatserOf}, by folded name. */
export function withNames(
	{ sheets, mapping }: Pick<Adjusted, "sheets" | "mapping">,
	{ aktiviteter, platser, performers, rest }: z.output<typeof changeNamesSchema>,
	newPlatsIds: ReadonlyMap<string, number>,
): ImportMapping {
	const changed: ImportMapping = {
		...mapping,
		aktiviteter: entriesOf(mapping.aktiviteter, aktiviteter, (choice) => idOr(choice, LEAVE_OUT)),
		platser: { ...mapping.platser },
		performers: entriesOf(mapping.performers, performers, (choice) => PERFORMED_BY.find((code) => code === choice)),
	};
	changed.platser = entriesOf(
		changed.platser,
		platser.filter(({ choice }) => choice !== NEW_PLATS),
		(choice) => idOr(choice, NO_PLATS),
	);
	changed.platser = { ...changed.platser, ...Object.fromEntries(newPlatsIds) };
	if (rest.aktiviteter === LEAVE_OUT)
		changed.aktiviteter = { ...othersOf(namesInFile(sheets, mapping, "aktivitet"), null), ...changed.aktiviteter };
	if (rest.platser === NO_PLATS)
		changed.platser = { ...othersOf(namesInFile(sheets, mapping, "plats"), null), ...changed.platser };
	return changed;
}

/** The answers to the questions; one that was not asked stays. */
export function withAnswers(mapping: ImportMapping, answers: z.output<typeof answerSchema>): ImportMapping {
	return {
		...mapping,
		takesLikeExisting: answers.takesLikeExisting ?? mapping.takesLikeExisting,
		takesLate: answers.takesLate ?? mapping.takesLate,
		leavesOutFaulty: answers.leavesOutFaulty ?? mapping.leavesOutFaulty,
	};
}

type Chosen = readonly { name: string; choice: string }[];

function entriesOf<Value>(
	known: Record<string, Value>,
	chosen: Chosen,
	read: (choice: string) => Value | undefined,
): Record<string, Value> {
	const entries = chosen.map(({ name, choice }): [string, Value] => {
		const value = read(choice);
		if (value === undefined) throw new Fault("invalid", "Namn: välj ett av alternativen i listan.");
		return [name, value];
	});
	return { ...known, ...Object.fromEntries(entries) };
}

/** The id of a row, or null for the choice that means none. Whose row it is, the command asks. */
function idOr(choice: string, none: string): number | null | undefined {
	if (choice === none) return null;
	return isRowId(choice) ? Number(choice) : undefined;
}

function othersOf(names: readonly { folded: string }[], value: null): Record<string, null> {
	return Object.fromEntries(names.map(({ folded }) => [folded, value]));
}
