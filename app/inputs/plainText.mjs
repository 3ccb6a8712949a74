// @ts-check
/** What Windows-1252 writes with the bytes 0x80–0x9F. Node's own decoder gives control characters for them (Node 20). */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * The text of bytes: as their byte order mark says (UTF-8, UTF-16), else UTF-8 if that is what they are, else Windows-1252.
 * The worker thread reads it too, hence no TypeScript.
 *
 * @param {Uint8Array} bytes
 * @returns {string | undefined} undefined: they are not what their byte order mark says
 */
export function plainText(bytes) {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return strictly("utf-16le", bytes);
	if (first === 0xfe && second === 0xff) return strictly("utf-16be", bytes);
	return strictly("utf-8", bytes) ?? windows1252(bytes);
}

/**
 * @param {string} encoding
 * @param {Uint8Array} bytes
 */
function strictly(encoding, bytes) {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** @param {Uint8Array} bytes */
function windows1252(bytes) {
	const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
	return latin1.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}
