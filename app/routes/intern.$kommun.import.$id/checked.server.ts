import { PERFORMED_BY, performedByName } from "#app/domain/performedBy.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import type { ImportCheck, ImportFacts, ImportMapping } from "#app/import/content.ts";
import { byDokument } from "#app/import/roleName.ts";
import type { Option } from "#app/ui/Field.tsx";

/** A file that has been checked, with what it was checked by. */
export interface Checked {
	sheets: readonly SheetTable[];
	mapping: ImportMapping;
	facts: ImportFacts;
	check: ImportCheck;
}

/** Choices under a heading: the mått of one dokument. */
export interface OptionGroup {
	label: string | null;
	options: Option[];
}

export const PERFORMERS: Option[] = PERFORMED_BY.map((code) => ({ value: code, label: performedByName(code) }));

/** The mått that rows can count toward, by dokument. */
export function measureGroups({ measures }: ImportFacts): OptionGroup[] {
	return byDokument(measures).map(({ title, measures: ofOne }) => ({
		label: title,
		options: ofOne.map(({ id, name }) => ({ value: String(id), label: name })),
	}));
}
