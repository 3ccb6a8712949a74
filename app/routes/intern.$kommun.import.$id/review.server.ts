import type { ImportCheck } from "#app/import/content.ts";
import type { Checked } from "./checked.server.ts";
import { columnsPart } from "./columnsPart.server.ts";
import { namesPart } from "./namesPart.server.ts";
import { rowsPart } from "./rowsPart.server.ts";

/** What the page shows of a file that is under way: everything is counted here, and the rows themselves stay. */
export type Review = ReturnType<typeof reviewOf>;

/** @returns `names` and `rows` only when what they follow from is clear */
export function reviewOf(checked: Checked) {
	const hasColumns = checked.check.mappingFaults.length === 0;
	const names = hasColumns ? namesPart(checked) : null;
	return {
		columns: columnsPart(checked),
		names,
		rows: hasColumns && names?.unknown === 0 ? rowsPart(checked) : null,
	};
}

/** Every row that cannot come in, with what is wrong. */
export function faultsOf({ rows }: ImportCheck): { number: number; faults: string[] }[] {
	return rows.flatMap(({ number, outcome, faults }) => (outcome === "faulty" ? [{ number, faults }] : []));
}
