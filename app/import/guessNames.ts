import type { SheetTable } from "#app/domain/sheetTable.ts";
import type { ImportFacts, ImportMapping } from "./content.ts";
import { namesInFile } from "./fileNames.ts";
import { measureMatcher, platsMatcher } from "./nameMatch.ts";
import { performerOf } from "./words.ts";

/** Beyond so many different names a column is free text; the rest is left to people. */
const MOST_GUESSED = 300;

interface GuessNames {
	sheets: readonly SheetTable[];
	mapping: ImportMapping;
	facts: ImportFacts;
}

/** The same mapping with what the names of its columns probably mean, where nobody has said so yet. */
export function guessNames({ sheets, mapping, facts }: GuessNames): ImportMapping {
	const guessed = <Meaning>(
		role: "aktivitet" | "plats" | "performedBy",
		known: Record<string, Meaning>,
		meaningOf: (folded: string) => Meaning | undefined,
	): Record<string, Meaning> => {
		const names = namesInFile(sheets, mapping, role).filter(({ folded }) => !Object.hasOwn(known, folded));
		const meant = names.slice(0, MOST_GUESSED).flatMap(({ folded }): [string, Meaning][] => {
			const meaning = meaningOf(folded);
			return meaning === undefined ? [] : [[folded, meaning]];
		});
		return { ...known, ...Object.fromEntries(meant) };
	};
	return {
		...mapping,
		aktiviteter: guessed<number | null>("aktivitet", mapping.aktiviteter, measureMatcher(facts)),
		platser: guessed<number | null>("plats", mapping.platser, platsMatcher(facts)),
		performers: guessed("performedBy", mapping.performers, performerOf),
	};
}
