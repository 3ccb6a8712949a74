const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** 1 January 1980, 00.00: the first moment that a zip file can say. */
const FIRST_TIME = 0;
const FIRST_DATE = 0x21;

/**
 * Takes the time of making out of a zip file (an XLSX is one), in place, so that the same content is the same bytes.
 * PKWARE, APPNOTE.TXT 4.3 and 4.4.6: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 *
 * @throws RangeError when it is no zip file, or one with a comment at its end
 */
export function removeZipTimes(zip: Uint8Array): Uint8Array {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	const end = zip.byteLength - END_LENGTH;
	expectSignature(view, end, END_OF_DIRECTORY);
	let entry = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		expectSignature(view, entry, DIRECTORY_ENTRY);
		const local = view.getUint32(entry + 42, true);
		expectSignature(view, local, LOCAL_HEADER);
		for (const at of [entry + 12, local + 10]) {
			view.setUint16(at, FIRST_TIME, true);
			view.setUint16(at + 2, FIRST_DATE, true);
		}
		const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(entry + offset, true));
		entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
	}
	return zip;
}

function expectSignature(view: DataView, at: number, signature: number): void {
	if (at < 0 || view.getUint32(at, true) !== signature) throw new RangeError("not a plain zip file");
}
