import type { IsoDate } from "#app/domain/dates.ts";
import { shortened } from "#app/domain/format.ts";
import type { DateCell } from "./cells.ts";
import type { ImportMapping } from "./content.ts";
import type { ImportPlan, UnknownNames } from "./plan.ts";

/** What every row of a file is judged by. */
export interface JudgeContext {
	plan: ImportPlan;
	mapping: ImportMapping;
	today: IsoDate;
	unknown: { aktiviteter: UnknownNames; platser: UnknownNames; performers: UnknownNames };
	/** The same days and names stand in row after row, and reading them is what costs. */
	fold: (text: string) => string;
	readDate: (text: string) => DateCell;
}

export const CHOSEN_BELOW = "Välj vad det står för.";
const LONGEST_SHOWN = 80;

/** A name of the file, in a message. */
export function quoted(name: string): string {
	return `”${shortened(name, LONGEST_SHOWN)}”`;
}

/** What an object holds itself: a name in a file may be "constructor". */
export function ownValue<Value>(record: Record<string, Value>, key: string): Value | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}
