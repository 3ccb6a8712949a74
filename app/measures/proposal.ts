import type { MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "./index.ts";
import type { FordelningFacts, FordelningWhole } from "./types.ts";

export interface FordelningProposal {
	wholes: FordelningWhole[];
	/** Per period code. Agreement years cut periods: a period's part is the sum of what each year asks of it. */
	parts: Record<string, number>;
	/** What the parts sum to, and what agreed parts have to sum to. */
	total: number;
}

/** The app's proposal of a minimum per period; null when the measure has nothing to spread. */
export function proposeParts(kind: MeasureKind, facts: FordelningFacts<unknown>): FordelningProposal | null {
	const wholes = measureModule(kind).fordelningWholes?.(facts);
	if (!wholes) return null;
	const parts: Record<string, number> = {};
	for (const { periodCode, part } of wholes.flatMap((whole) => whole.parts))
		parts[periodCode] = (parts[periodCode] ?? 0) + part;
	return { wholes, parts, total: wholes.reduce((sum, whole) => sum + whole.total, 0) };
}

/**
 * What is wrong with parts that somebody wants to agree on, in words; undefined when nothing is. They are whole numbers for
 * exactly the proposed periods, and sum to the total; so do those of each year, where no period is shared by two years.
 */
export function partsFault(
	{ wholes, parts: proposed, total }: FordelningProposal,
	parts: Readonly<Record<string, number>>,
): string | undefined {
	const codes = Object.keys(parts);
	if (codes.length !== Object.keys(proposed).length || codes.some((code) => !Object.hasOwn(proposed, code)))
		return "Fördelningen: ladda om sidan, perioderna stämmer inte.";
	const sumOf = (some: readonly string[]) => some.reduce((sum, code) => sum + (parts[code] ?? 0), 0);
	if (sumOf(codes) !== total)
		return `Fördelningen: delarna blir ${sumOf(codes)} tillsammans men ska bli ${total}. Ändra så att summan stämmer.`;
	for (const whole of wholes) {
		const own = whole.parts.map(({ periodCode }) => periodCode);
		const isShared = wholes.some(
			(other) => other !== whole && other.parts.some((part) => own.includes(part.periodCode)),
		);
		if (!isShared && sumOf(own) !== whole.total)
			return `Fördelningen: delarna för ${whole.label} blir ${sumOf(own)} tillsammans men ska bli ${whole.total}. Ändra så att summan stämmer.`;
	}
	return undefined;
}
