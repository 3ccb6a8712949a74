import { formatNumber, upperFirst } from "#app/domain/format.ts";
import { type Amount, FEWER_THAN_FIVE, type Figures, type PublicFinding } from "./types.ts";

const FEWEST_SAID = 5;

/**
 * The figures of a sensitive measure as anybody may read them: a number below 5 is "färre än 5", and the sum through the
 * period is left out, since the sums of two reports tell what lies between them. What was agreed is no secret.
 */
export function hideSmallNumbers(figures: Figures): Figures {
	return { ...figures, thisPeriod: fewerThanFive(figures.thisPeriod), cumulative: null };
}

/**
 * What anybody may read of a sensitive measure: the period by itself, in words that are the same for every number below 5.
 *
 * @param words `thisOne`: "detta tertial"; `unit`: the word after the number where it is another than the figures' own
 */
export function sensitiveFinding(
	figures: Figures,
	{ thisOne, unit = figures.unit }: { thisOne: string; unit?: string },
): PublicFinding<never> {
	const hidden = hideSmallNumbers(figures);
	const { thisPeriod } = hidden;
	const figure =
		thisPeriod === null
			? "ingen uppgift"
			: `${typeof thisPeriod === "number" ? formatNumber(thisPeriod) : thisPeriod} ${unit}`;
	return { headline: upperFirst(`${figure} ${thisOne}`), figure, figures: hidden, chart: null, table: null };
}

/** The amount, or "färre än 5" where it is. */
export function fewerThanFive(amount: Amount): Amount {
	return typeof amount === "number" && amount < FEWEST_SAID ? FEWER_THAN_FIVE : amount;
}
