import { fileFault } from "./fileFault.server.ts";
import { plainText } from "./plainText.mjs";

/** White space, among what a text does not hold otherwise. */
const ALLOWED_CONTROLS = "\t\n\v\f\r";

/**
 * The text of a text file, in the encoding that it is found to be in. Line endings stay as they are.
 *
 * @throws Fault when the bytes are no text
 */
export function decodeText(bytes: Uint8Array): string {
	const text = plainText(bytes);
	if (text === undefined || hasControls(text))
		throw fileFault("den är ingen text. Välj en textfil (.txt), ett Word-dokument (.docx) eller en PDF.");
	return text;
}

function hasControls(text: string): boolean {
	return (text.match(/\p{Cc}+/gu) ?? []).some((run) => [...run].some((char) => !ALLOWED_CONTROLS.includes(char)));
}
