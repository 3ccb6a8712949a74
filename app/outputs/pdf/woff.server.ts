import { inflateSync } from "node:zlib";

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;
/** "wOFF" */
const SIGNATURE = 0x774f4646;

/**
 * Unpacks a WOFF font (https://www.w3.org/TR/WOFF/) to the plain font within it. Done once for all documents with the
 * machine's own zlib: pdfkit would do it for every document in JavaScript, and spend half its time on it.
 *
 * @throws RangeError when the bytes are no WOFF font
 */
export function unpackWoff(woff: Buffer): Buffer {
	if (woff.length < WOFF_HEADER || woff.readUInt32BE(0) !== SIGNATURE) throw new RangeError("not a WOFF font");
	const count = woff.readUInt16BE(12);
	const tables = Array.from({ length: count }, (_, index) => tableAt(woff, WOFF_HEADER + index * WOFF_ENTRY));
	const directory = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
	const largest = Math.floor(Math.log2(count));
	directory.writeUInt32BE(woff.readUInt32BE(4), 0);
	directory.writeUInt16BE(count, 4);
	directory.writeUInt16BE(2 ** largest * 16, 6);
	directory.writeUInt16BE(largest, 8);
	directory.writeUInt16BE(count * 16 - 2 ** largest * 16, 10);
	let offset = directory.length;
	for (const [index, { tag, checksum, length, data }] of tables.entries()) {
		const entry = SFNT_HEADER + index * SFNT_ENTRY;
		directory.writeUInt32BE(tag, entry);
		directory.writeUInt32BE(checksum, entry + 4);
		directory.writeUInt32BE(offset, entry + 8);
		directory.writeUInt32BE(length, entry + 12);
		offset += data.length;
	}
	return Buffer.concat([directory, ...tables.map((table) => table.data)]);
}

/** A table with its data, filled up to whole words of four bytes. */
function tableAt(woff: Buffer, entry: number) {
	const offset = woff.readUInt32BE(entry + 4);
	const packedLength = woff.readUInt32BE(entry + 8);
	const length = woff.readUInt32BE(entry + 12);
	const packed = woff.subarray(offset, offset + packedLength);
	const plain = packedLength < length ? inflateSync(packed) : packed;
	return {
		tag: woff.readUInt32BE(entry),
		checksum: woff.readUInt32BE(entry + 16),
		length,
		data: Buffer.concat([plain, Buffer.alloc((4 - (length % 4)) % 4)]),
	};
}
