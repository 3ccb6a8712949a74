import { listOf, upperFirst } from "#app/domain/format.ts";

const WITHIN_A_SENTENCE: Record<string, string> = { polis: "polisen", kommun: "kommunen" };

/** "Polisen och kommunen"; null when nobody is known to be responsible. */
export function partsInWords(parts: readonly string[]): string | null {
	return parts.length === 0 ? null : upperFirst(listOf(parts.map((part) => WITHIN_A_SENTENCE[part] ?? part)));
}
