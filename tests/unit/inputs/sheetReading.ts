import { readFileSync } from "node:fs";
import { Fault } from "#app/domain/fault.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import { readTableFile } from "#app/inputs/readTableFile.server.ts";

/** A file that a real program has made. */
export function realFile(name: string): Buffer {
	return readFileSync(`tests/import-files/${name}`);
}

/** The sheets of a file that can be read. */
export async function sheetsOf(bytes: Uint8Array, name = ""): Promise<SheetTable[]> {
	return (await readTableFile(bytes, name)).sheets;
}

/** The cells of the first sheet, row by row. */
export async function cellsOf(bytes: Uint8Array, name = ""): Promise<string[][]> {
	return (await sheetsOf(bytes, name))[0]?.rows.map(({ cells }) => cells) ?? [];
}

/** Why a file is not read: the Fault's message. Anything else that is thrown goes through. */
export async function refusalOf(bytes: Uint8Array, name = ""): Promise<string> {
	try {
		const sheets = await sheetsOf(bytes, name);
		return `read: ${JSON.stringify(sheets).slice(0, 300)}`;
	} catch (error) {
		if (error instanceof Fault && error.code === "invalid" && error.field === "file") return error.message;
		throw error;
	}
}
