import { partName } from "#app/dokumentutkast/parts.ts";
import { listOf, upperFirst } from "#app/domain/format.ts";

/** "Polisen och kommunen"; null when nobody is known to be responsible. */
export function partsInWords(parts: readonly string[]): string | null {
	return parts.length === 0 ? null : upperFirst(listOf(parts.map(partName)));
}
