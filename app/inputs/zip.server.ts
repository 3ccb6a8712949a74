import { inflatedSize } from "./inflatedSize.server.ts";

const END_MARK = Buffer.from("PK\x05\x06", "latin1");
const END_LENGTH = 22;
const ENTRY_MARK = Buffer.from("PK\x01\x02", "latin1");
const ENTRY_LENGTH = 46;
const LOCAL_MARK = Buffer.from("PK\x03\x04", "latin1");
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** A file in a zip, as the directory at the end of it says. */
export interface ZipEntry {
	name: string;
	isEncrypted: boolean;
	/** As the directory says; the file itself may say otherwise. */
	size: number;
	method: number;
	/** Of the file unpacked, as the directory says. */
	crc: number;
	/** Where what is packed begins and ends in the zip. */
	start: number;
	end: number;
	packed: Buffer;
}

/**
 * What is in a zip, without unpacking any of it. Strict: the directory must fill exactly its place at the end of the file, so
 * that no other reader can see other files in it.
 *
 * @param most how many there may be; of more, one above that is returned
 * @returns undefined: it is no whole zip
 */
export function zipEntriesIn(bytes: Uint8Array, { most }: { most: number }): ZipEntry[] | undefined {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = file.lastIndexOf(END_MARK);
	if (end < 0 || end + END_LENGTH > file.length) return undefined;
	const count = file.readUInt16LE(end + 10);
	let at = file.readUInt32LE(end + 16);
	if (at + file.readUInt32LE(end + 12) !== end) return undefined;
	const entries: ZipEntry[] = [];
	while (at < end && entries.length <= most) {
		const entry = at + ENTRY_LENGTH <= end ? entryAt(file, at) : undefined;
		if (!entry) return undefined;
		entries.push(entry);
		at += ENTRY_LENGTH + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
	}
	if (entries.length > most) return entries;
	return at === end && entries.length === count && !hasOverlaps(entries) ? entries : undefined;
}

/** Files that lie in each other are one file that is unpacked many times. */
function hasOverlaps(entries: ZipEntry[]): boolean {
	const inOrder = entries.toSorted((one, other) => one.start - other.start);
	return inOrder.some(({ end }, index) => end + LOCAL_LENGTH > (inOrder[index + 1]?.start ?? Number.POSITIVE_INFINITY));
}

function entryAt(file: Buffer, at: number): ZipEntry | undefined {
	if (!file.subarray(at, at + 4).equals(ENTRY_MARK)) return undefined;
	const nameStart = at + ENTRY_LENGTH;
	const local = file.readUInt32LE(at + 42);
	if (local + LOCAL_LENGTH > file.length || !file.subarray(local, local + 4).equals(LOCAL_MARK)) return undefined;
	const start = local + LOCAL_LENGTH + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
	const end = start + file.readUInt32LE(at + 20);
	if (end > file.length) return undefined;
	return {
		name: file.toString("utf8", nameStart, nameStart + file.readUInt16LE(at + 28)),
		isEncrypted: (file.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
		size: file.readUInt32LE(at + 24),
		method: file.readUInt16LE(at + 10),
		crc: file.readUInt32LE(at + 16),
		start,
		end,
		packed: file.subarray(start, end),
	};
}

/**
 * How large a file of a zip really is, whatever its directory says.
 *
 * @param most bytes that are unpacked
 * @returns undefined: it does not unpack; Infinity: it is larger than `most`
 */
export async function unpackedSize(
	{ method, packed }: ZipEntry,
	{ most }: { most: number },
): Promise<number | undefined> {
	if (method === STORED) return packed.length;
	return method === DEFLATED ? inflatedSize(packed, { format: "raw", most }) : undefined;
}
