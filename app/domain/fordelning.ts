/**
 * Proposes how a whole number is spread over consecutive stretches of days: cumulative rounding (half up), so that the
 * parts always sum to the whole (10 over a year's tertial is 3+4+3).
 *
 * @param total the agreed minimum, a whole number ≥ 0
 * @param days days in force of each stretch, in order; each ≥ 0
 * @returns one whole number per stretch, never negative, summing to `total` (all zero when there are no days)
 * @throws RangeError when `total` is not a whole number ≥ 0
 */
export function proposeFordelning(total: number, days: readonly number[]): number[] {
	if (!Number.isSafeInteger(total) || total < 0) throw new RangeError("total must be a whole number ≥ 0");
	const allDays = days.reduce((sum, count) => sum + count, 0);
	if (allDays === 0) return days.map(() => 0);
	let elapsed = 0;
	let given = 0;
	return days.map((count) => {
		elapsed += count;
		const due = Math.floor((2 * total * elapsed + allDays) / (2 * allDays));
		const part = due - given;
		given = due;
		return part;
	});
}
