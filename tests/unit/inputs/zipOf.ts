import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { zipEntriesIn } from "#app/inputs/zip.server.ts";

/** How a file lies in a zip, where it is not as its content says. */
interface Lie {
	size?: number;
	flags?: number;
	stored?: boolean;
}

/** A zip of files by name, written from scratch; `lies` says what its directory says that is not so. */
export function zipOf(files: Record<string, string | Uint8Array>, lies: Record<string, Lie> = {}): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const [name, content] of Object.entries(files)) {
		const { size, flags = 0, stored = false } = lies[name] ?? {};
		const bytes = Buffer.from(content);
		const packed = stored ? bytes : deflateRawSync(bytes);
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt16LE(flags, 2);
		facts.writeUInt16LE(stored ? 0 : 8, 4);
		facts.writeUInt32LE(crc32(bytes), 10);
		facts.writeUInt32LE(packed.length, 14);
		facts.writeUInt32LE(size ?? bytes.length, 18);
		facts.writeUInt16LE(Buffer.byteLength(name), 22);
		bodies.push(Buffer.from("PK\x03\x04", "latin1"), facts, Buffer.from(name), packed);
		const more = Buffer.alloc(14);
		more.writeUInt32LE(at, 10);
		directory.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), facts, more, Buffer.from(name));
		at += 30 + Buffer.byteLength(name) + packed.length;
	}
	const list = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06", "latin1");
	end.writeUInt16LE(Object.keys(files).length, 8);
	end.writeUInt16LE(Object.keys(files).length, 10);
	end.writeUInt32LE(list.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...bodies, list, end]);
}

/** The files in a zip that a real program has made, unpacked. */
export function partsOf(zip: Uint8Array): Record<string, Buffer> {
	const entries = zipEntriesIn(zip, { most: 1000 }) ?? [];
	return Object.fromEntries(
		entries.map(({ name, method, packed }) => [name, method === 0 ? packed : inflateRawSync(packed)]),
	);
}
