import { Fault } from "#app/domain/fault.ts";
import { readTextFile } from "#app/inputs/readTextFile.server.ts";

/** The text of a file that can be read. */
export async function textOf(bytes: Uint8Array, name = ""): Promise<string> {
	return (await readTextFile(bytes, name)).text;
}

/** Why a file is not read: the Fault's message. Anything else that is thrown goes through. */
export async function refusalOf(bytes: Uint8Array, name = ""): Promise<string> {
	try {
		const { text } = await readTextFile(bytes, name);
		return `read: ${text.slice(0, 100)}`;
	} catch (error) {
		if (error instanceof Fault && error.code === "invalid" && error.field === "file") return error.message;
		throw error;
	}
}
