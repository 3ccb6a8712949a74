import { inflatedSize } from "./inflatedSize.server.ts";

const STREAM = Buffer.from("stream");
const LINE_END = new Set([0x0a, 0x0d, 0x20]);
/** How much white space may stand between the word and what is packed. */
const MOST_SPACE = 3;
/** A PDF of a hundred pages has some hundreds. */
const MOST_STREAMS = 20_000;

/**
 * Whether all that is packed in a PDF unpacks to a size that is safe to hand on. It does not look at what it is: images are
 * counted as well, though nobody unpacks them for their text.
 *
 * @param most bytes, for one stream and for all of them
 */
export async function hasSafeStreams(
	bytes: Uint8Array,
	{ most }: { most: { one: number; all: number } },
): Promise<boolean> {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let left = most.all;
	let streams = 0;
	for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + STREAM.length)) {
		const start = startOfPacked(file, at + STREAM.length);
		if (start === undefined) continue;
		left -= (await inflatedSize(file.subarray(start), { format: "zlib", most: Math.min(most.one, left) })) ?? 0;
		streams += 1;
		if (left <= 0 || streams > MOST_STREAMS) return false;
	}
	return true;
}

/** Where the packed bytes begin after the word `stream`; undefined: nothing is packed there the usual way. */
function startOfPacked(file: Buffer, after: number): number | undefined {
	let start = after;
	while (start < after + MOST_SPACE && LINE_END.has(file[start] ?? 0)) start += 1;
	const [method = 0, check = 0] = file.subarray(start, start + 2);
	return start > after && (method & 0x0f) === 8 && (method * 256 + check) % 31 === 0 ? start : undefined;
}
