/** Digits after the decimal comma that the pages show, and so the files. */
const PRECISION = 100;

/** The number as the pages show it: at most two decimals, and never minus zero. */
export function shownNumber(value: number): number {
	return Math.round(value * PRECISION) / PRECISION || 0;
}

/** Text as it stands in a cell: one kind of line break, whatever the browser posted. */
export function cellText(text: string): string {
	return text.replace(/\r\n?/g, "\n");
}
