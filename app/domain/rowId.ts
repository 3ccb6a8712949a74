/** Whether a text from a form or an address is the id of a row: a whole number from 1, small enough to be exact. */
export function isRowId(text: string): boolean {
	return /^[1-9]\d{0,14}$/.test(text);
}
