import { fileFault } from "./fileFault.server.ts";

/** What Windows-1252 writes with the bytes 0x80–0x9F. Node's own decoder gives control characters for them (Node 20). */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** White space, among what a text does not hold otherwise. */
const ALLOWED_CONTROLS = "\t\n\v\f\r";

/**
 * The text of a text file: as its byte order mark says (UTF-8, UTF-16), else UTF-8 if that is what it is, else Windows-1252.
 * Line endings stay as they are.
 *
 * @throws Fault when the bytes are no text
 */
export function decodeText(bytes: Uint8Array): string {
	const text = decoded(bytes);
	if (text === undefined || hasControls(text))
		throw fileFault("den är ingen text. Välj en textfil (.txt), ett Word-dokument (.docx) eller en PDF.");
	return text;
}

function decoded(bytes: Uint8Array): string | undefined {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return strictly("utf-16le", bytes);
	if (first === 0xfe && second === 0xff) return strictly("utf-16be", bytes);
	return strictly("utf-8", bytes) ?? windows1252(bytes);
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function windows1252(bytes: Uint8Array): string {
	const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
	return latin1.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}

function hasControls(text: string): boolean {
	return (text.match(/\p{Cc}+/gu) ?? []).some((run) => [...run].some((char) => !ALLOWED_CONTROLS.includes(char)));
}
