/** What spreadsheet programs call a column: 0 → "A", 26 → "AA". */
export function columnLetter(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
