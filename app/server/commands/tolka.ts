import { LARGEST_TEXT_FILE, readTextFile } from "#app/inputs/readTextFile.server.ts";
import { readingJson } from "#app/loftestext/readingJson.ts";
import { readLoftestext } from "#app/loftestext/readLoftestext.ts";
import { UsageFault, type Values } from "./command.ts";
import { givenFile } from "./givenFile.ts";

/**
 * `tolka FIL`: proposes a dokument of a löfte text, and prints it as JSON. `-` reads standard input. Nothing is stored or
 * sent anywhere, and no database is needed.
 *
 * @throws Error with the reason, when the file cannot be read as text
 */
export async function readPromiseFile(_values: Values, [file, ...more]: string[]): Promise<void> {
	if (!file || more.length > 0) throw new UsageFault("Ange filen att tolka: tolka FIL (eller - för standard in)");
	const { bytes, name } = await givenFile(file, { most: LARGEST_TEXT_FILE });
	const { text } = await readTextFile(bytes, name);
	console.log(JSON.stringify(readingJson(text, readLoftestext(text)), null, 2));
}
