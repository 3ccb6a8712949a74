import { open } from "node:fs/promises";
import { basename } from "node:path";

/** A file that was named on the command line. */
export interface GivenFile {
	bytes: Uint8Array;
	/** Empty for standard input. */
	name: string;
}

/**
 * The file at the path; `-` reads standard input. Of what is larger than `most` only a little more is read, so that whoever
 * judges its size can tell.
 *
 * @throws Error with the reason, when it cannot be read
 */
export async function givenFile(path: string, { most }: { most: number }): Promise<GivenFile> {
	if (path === "-") return { bytes: await upToLimit(process.stdin, most), name: "" };
	try {
		const file = await open(path);
		return { bytes: await upToLimit(file.createReadStream(), most), name: basename(path) };
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : error;
		throw new Error(
			code === "ENOENT" ? `Filen ${path} finns inte.` : `Filen ${path} går inte att läsa (${String(code)}).`,
		);
	}
}

async function upToLimit(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		length += chunk.length;
		if (length > most) break;
	}
	return Buffer.concat(chunks);
}
