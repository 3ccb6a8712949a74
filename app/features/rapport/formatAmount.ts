import { formatNumber } from "#app/domain/format.ts";
import type { Amount } from "#app/measures/types.ts";

/** A figure of the report as people read it; `missing` says what its absence means, which is never 0. */
export function formatAmount(amount: Amount, missing: string): string {
	if (amount === null) return missing;
	return typeof amount === "number" ? formatNumber(amount) : amount;
}
