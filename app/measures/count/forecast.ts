import { countDays, type IsoDate } from "#app/domain/dates.ts";
import { formatNumber } from "#app/domain/format.ts";
import type { Entry } from "../types.ts";

const FEWEST_ENTRIES = 3;

/**
 * Where the window ends with the pace so far, as a range: the expected rest, give or take one standard deviation of
 * counts that arrive independently (Poisson). Only after three entries and only while the window runs.
 *
 * @returns "11–14", or null when there is nothing to say
 */
export function forecast(
	{
		window,
		entries,
		total,
	}: { window: { from: IsoDate; to: IsoDate | null }; entries: readonly Entry[]; total: number },
	day: IsoDate,
): string | null {
	if (window.to === null || window.to <= day || entries.length < FEWEST_ENTRIES) return null;
	const elapsed = countDays(window.from, day);
	const remaining = countDays(window.from, window.to) - elapsed;
	const rest = (total * remaining) / elapsed;
	const squares = entries.reduce((sum, entry) => sum + entry.quantity ** 2, 0);
	const deviation = Math.sqrt((squares * remaining) / elapsed);
	const low = Math.floor(total + Math.max(0, rest - deviation));
	const high = Math.ceil(total + rest + deviation);
	return `${formatNumber(low)}–${formatNumber(high)}`;
}
