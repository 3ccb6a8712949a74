import { measureModule } from "./index.ts";
import type { FordelningFacts, FordelningWhole, MeasureKind } from "./types.ts";

export interface FordelningProposal {
	wholes: FordelningWhole[];
	/** Per period code. Agreement years cut periods: a period's part is the sum of what each year asks of it. */
	parts: Record<string, number>;
	/** What the parts sum to, and what agreed parts have to sum to. */
	total: number;
}

/** The app's proposal of a minimum per period (PRODUCT §3.3); null when the measure has nothing to spread. */
export function proposeParts(kind: MeasureKind, facts: FordelningFacts<unknown>): FordelningProposal | null {
	const wholes = measureModule(kind).fordelningWholes?.(facts);
	if (!wholes) return null;
	const parts: Record<string, number> = {};
	for (const { periodCode, part } of wholes.flatMap((whole) => whole.parts))
		parts[periodCode] = (parts[periodCode] ?? 0) + part;
	return { wholes, parts, total: wholes.reduce((sum, whole) => sum + whole.total, 0) };
}
