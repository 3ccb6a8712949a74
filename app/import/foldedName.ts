/** The longest name that is told apart. */
const LONGEST_NAME = 200;

/**
 * A name as it is compared: without case, signs and odd spaces ("Fotpatrull, centrum" and "fotpatrull  Centrum" are one).
 * Empty when the text holds neither letters nor digits ("–").
 */
export function foldedName(text: string): string {
	return text
		.normalize("NFKC")
		.toLocaleLowerCase("sv")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.slice(0, LONGEST_NAME)
		.trim();
}
