/** What programs strip before they look at the first sign. */
const BEFORE = /^[\s\p{C}\p{Z}]+/u;
const BEGINNINGS = new Set(["=", "+", "-", "@"]);
/**
 * After `+`, `-` or `@`: a function that is called, a program that is started (`cmd|' /C calc'!A0`), or a cell that is
 * counted with. A number, a phone number (`+46 70 …`), a dash and a name (`@polisen`) are none.
 */
const CALL = /^[+\-@]\s*[\p{L}_.][\p{L}\d_.]*\(/u;
const PROGRAM = /^[+\-@].*\|.*!/su;
const CELL = /^[+\-@]\s*\$?[A-Z]{1,3}\$?\d{1,7}\s*([-+*/^&:!]\s*(\d|[$(]|[A-Z]{1,3}\$?\d)|$)/i;

/**
 * Whether a spreadsheet would take a cell of a .csv for a formula that does something. Full width signs count.
 * OWASP, CSV Injection: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function isCsvFormula(cell: string): boolean {
	const text = cell.normalize("NFKC").replace(BEFORE, "");
	if (!BEGINNINGS.has(text.charAt(0))) return false;
	return text.startsWith("=") || CALL.test(text) || PROGRAM.test(text) || CELL.test(text);
}
