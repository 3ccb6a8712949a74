import { inflateRawSync } from "node:zlib";
import readSheets from "read-excel-file/node";

/** A cell as it was read: its type is what the file says. */
export type ReadCell = string | number | boolean | Date | null;

/** The sheets of an XLSX file by name, as a reader that is not ours sees them. */
export async function readWorkbook(bytes: Uint8Array): Promise<Map<string, ReadCell[][]>> {
	const sheets = await readSheets(Buffer.from(bytes), { trim: false });
	return new Map(sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map(toReadCell))]));
}

/** The files inside an XLSX file as text, by path. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
	const zip = Buffer.from(bytes);
	const end = zip.lastIndexOf("PK\u0005\u0006");
	const parts = new Map<string, string>();
	let entry = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(entry + offset)) as [
			number,
			number,
			number,
		];
		const local = zip.readUInt32LE(entry + 42);
		const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const packed = zip.subarray(from, from + zip.readUInt32LE(entry + 20));
		parts.set(zip.toString("utf8", entry + 46, entry + 46 + name), inflateRawSync(packed).toString("utf8"));
		entry += 46 + name + extra + comment;
	}
	return parts;
}

function toReadCell(cell: unknown): ReadCell {
	if (cell === null || cell instanceof Date) return cell;
	if (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean") return cell;
	throw new TypeError(`a cell of type ${typeof cell}`);
}
