/**
 * What a spreadsheet takes for a formula when it reads a file or when somebody edits the cell: a sign that begins one, also
 * after what the program strips first (spaces, quotes, invisible characters), and a tab or a line break before the first word.
 * OWASP, CSV Injection: https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[\s\p{C}\p{Z}"'`´‘’“”]*[=+\-@\t\r\n]/u;

/** Whether a text could be run as a formula. Full width and small variants of the signs count: some programs read them alike. */
export function isFormulaLike(text: string): boolean {
	return FORMULA.test(text) || FORMULA.test(text.normalize("NFKC"));
}

/** For files without types (CSV): the text with an apostrophe before it when it could be run as a formula, else unchanged. */
export function inertText(text: string): string {
	return isFormulaLike(text) ? `'${text}` : text;
}
