/**
 * The alphabet of the codes that are printed on a signed report and typed in by whoever checks it: Crockford's base32, which
 * leaves out the letters that are taken for digits (https://www.crockford.com/base32.html).
 */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 16;

const GROUP = 4;
/** More than a code with every letter apart; a longer text is no code and is not looked through. */
const LONGEST_TYPED = 80;
const BETWEEN = /[\s\p{Dash}]/gu;

/** As it is printed and read aloud: `7K3M-9QXA-…`. */
export function formatCode(code: string): string {
	return code.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join("-") ?? "";
}

/**
 * Reads a code as people type it: any case, with or without spaces and dashes, O for 0, I and L for 1.
 *
 * @returns the 16 characters, or null when the text is no code
 */
export function parseCode(typed: string): string | null {
	if (typed.length > LONGEST_TYPED) return null;
	const code = typed.replace(BETWEEN, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
	const isCode = code.length === CODE_LENGTH && [...code].every((character) => CODE_ALPHABET.includes(character));
	return isCode ? code : null;
}
