import { promisify } from "node:util";
import { constants, inflate, inflateRaw } from "node:zlib";

const UNPACK = { raw: promisify(inflateRaw), zlib: promisify(inflate) };

/**
 * How large something packed really is, whatever is said of it; what is unpacked is thrown away.
 *
 * @param format `raw` as in a zip, `zlib` as in a PDF, where what comes after the end does not matter
 * @param most bytes that are unpacked
 * @returns undefined: it does not unpack; Infinity: it is larger than `most`
 */
export async function inflatedSize(
	packed: Uint8Array,
	{ format, most }: { format: "raw" | "zlib"; most: number },
): Promise<number | undefined> {
	// In a PDF what is cut off is read as far as it goes.
	const finishFlush = format === "zlib" ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
	try {
		return (await UNPACK[format](packed, { maxOutputLength: Math.max(most, 1), finishFlush })).length;
	} catch (error) {
		const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
		return isTooLarge ? Number.POSITIVE_INFINITY : undefined;
	}
}
