import { open } from "node:fs/promises";
import { basename } from "node:path";
import { LARGEST_TEXT_FILE, readTextFile } from "#app/inputs/readTextFile.server.ts";
import { readingJson } from "#app/loftestext/readingJson.ts";
import { readLoftestext } from "#app/loftestext/readLoftestext.ts";
import { UsageFault, type Values } from "./command.ts";

/**
 * `tolka FIL`: proposes a dokument of a löfte text, and prints it as JSON. `-` reads standard input. Nothing is stored or
 * sent anywhere, and no database is needed.
 *
 * @throws Error with the reason, when the file cannot be read as text
 */
export async function readPromiseFile(_values: Values, [file, ...more]: string[]): Promise<void> {
	if (!file || more.length > 0) throw new UsageFault("Ange filen att tolka: tolka FIL (eller - för standard in)");
	const bytes = file === "-" ? await upToLimit(process.stdin) : await contentOf(file);
	const { text } = await readTextFile(bytes, file === "-" ? "" : basename(file));
	console.log(JSON.stringify(readingJson(text, readLoftestext(text)), null, 2));
}

async function contentOf(path: string): Promise<Uint8Array> {
	try {
		const file = await open(path);
		return await upToLimit(file.createReadStream());
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : error;
		throw new Error(
			code === "ENOENT" ? `Filen ${path} finns inte.` : `Filen ${path} går inte att läsa (${String(code)}).`,
		);
	}
}

/** What comes, until it is more than what may be read. */
async function upToLimit(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		length += chunk.length;
		if (length > LARGEST_TEXT_FILE) break;
	}
	return Buffer.concat(chunks);
}
